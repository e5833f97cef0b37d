"""Each kind of file that is read, with its tables, notes and numbers."""

from datetime import date
from io import BytesIO
from kommunalhub.lib.filetext import limits
from kommunalhub.lib.filetext.numbers import DAY
from kommunalhub.lib.filetext.numbers import day_of
from kommunalhub.lib.filetext.numbers import EURO
from kommunalhub.lib.filetext.numbers import Format
from kommunalhub.lib.filetext.numbers import format_of
from kommunalhub.lib.filetext.numbers import number_of
from kommunalhub.lib.filetext.numbers import PERCENT
from kommunalhub.search.reading.process import read
from pathlib import Path
from search.reading import files

import kommunalhub
import pytest


DEMO = Path(kommunalhub.__file__).parent / "site" / "demo" / "files"


def reading_of(data, name="datei"):
    return read(BytesIO(data), name, ocr="")


def said(data, name="datei"):
    """Return [(number, text)] of a file that is read without trouble."""
    reading = reading_of(data, name)
    assert (reading.outcome, reading.reason) == (limits.OK, "")
    return [(part.number, part.text) for part in reading.parts]


def test_word_with_table_text_box_notes_and_margins():
    cell = files.paragraph
    box = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc="
        "'http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice>"
        f"{cell('Textfeld')}</mc:Choice><mc:Fallback>{cell('Textfeld')}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    table = (
        f"<w:tbl><w:tr><w:tc>{cell('Produkt')}</w:tc><w:tc>{cell('Ansatz')}</w:tc></w:tr></w:tbl>"
    )
    deleted = "<w:p><w:del><w:r><w:delText>Gestrichen</w:delText></w:r></w:del></w:p>"
    data = files.docx(
        cell("Guten Tag") + table + box + deleted,
        footnotes=f"<w:footnotes {files.W}>{cell('Siehe Satzung')}</w:footnotes>",
        header1=f"<w:hdr {files.W}>{cell('Stadt Oldenburg')}</w:hdr>",
        header2=f"<w:hdr {files.W}>{cell('Stadt Oldenburg')}</w:hdr>",
        footer1=f"<w:ftr {files.W}>{cell('Stand 2026')}</w:ftr>",
    )
    assert said(data) == [
        (None, "Guten Tag\n\nProdukt\tAnsatz\n\nTextfeld"),
        (None, "Siehe Satzung"),
        (None, "Stand 2026"),
        (None, "Stadt Oldenburg"),
    ]


def test_slides_in_the_order_of_the_show_with_notes():
    data = files.pptx("Erste", "Zweite", "Dritte", notes={2: "Hier eine Pause"})
    assert said(data) == [(1, "Erste"), (2, "Zweite\n\nHier eine Pause"), (3, "Dritte")]
    assert reading_of(data).unit == "slide"


def test_sheets_with_their_names():
    reading = reading_of(files.xlsx(Haushalt=[["Brandschutz", 4500]], Stellen=[["Kämmerei", 2]]))
    assert [(p.number, p.label, p.text) for p in reading.parts] == [
        (1, "Haushalt", "Haushalt\n\nBrandschutz\t4500"),
        (2, "Stellen", "Stellen\n\nKämmerei\t2"),
    ]
    assert (reading.kind, reading.unit) == ("xlsx", "sheet")


def test_dates_in_sheets_as_people_write_them():
    sheet = files.xlsx(Fristen=[["Antrag bis", date(2026, 12, 24), 46380]])
    assert said(sheet) == [(1, "Fristen\n\nAntrag bis\t24.12.2026\t46380")]


def test_shares_and_amounts_in_sheets_as_people_write_them():
    sheet = files.xlsx(Quote=[["Eigenanteil", (0.255, "percent"), (1234567.5, "euro"), 0.1]])
    assert said(sheet) == [(1, "Quote\n\nEigenanteil\t25,50 %\t1.234.567,50 €\t0,1")]


@pytest.mark.parametrize(
    ("code", "format"),
    [
        ("0.0%", Format(PERCENT, 1)),
        ('_-* #,##0.00\\ [$€-407]_-;-* #,##0.00\\ "€"_-', Format(EURO, 2)),
        ("#,##0 [$EUR]", Format(EURO)),
        ("yyyy\\-mm\\-dd", Format(DAY)),
        ('0 "Tage"', None),
        ("General", None),
        ("", None),
        ("[Red]0.00", None),
        ("0." + "0" * 400 + "%", Format(PERCENT, 6)),
    ],
)
def test_formats_of_numbers(code, format):
    assert format_of(code) == format


@pytest.mark.parametrize("value", ["", "viele", "nan", "inf", "1e999", "1e300", "1_0.5.2"])
def test_numbers_that_stay_as_they_are(value):
    assert number_of(value) == number_of(value, Format(EURO, 2)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("46380.3333333333", "24.12.2026 08:00"),
        ("1e308", "1e308"),
        ("nan", "nan"),
        ("-3", "-3"),
        ("viele", "viele"),
    ],
)
def test_numbers_that_are_days_or_not(value, text):
    assert day_of(value) == text


def test_opendocument_text():
    deleted = "<text:tracked-changes><text:p>Gestrichen</text:p></text:tracked-changes>"
    body = (
        f"<office:text>{deleted}<text:h>Aktenvermerk</text:h>"
        "<text:p>Am<text:s/>Montag<text:note><text:note-body><text:p>Fußnote</text:p>"
        "</text:note-body></text:note></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Zelle</text:p>"
        "</table:table-cell></table:table-row></table:table></office:text>"
    )
    styles = "<style:header><text:p>Kopfzeile</text:p></style:header><text:p>Muster</text:p>"
    data = files.odf("text", body, styles)
    assert said(data) == [
        (None, "Aktenvermerk\n\nAm Montag\n\nFußnote\n\nZelle"),
        (None, "Kopfzeile"),
    ]


def test_opendocument_slides():
    page = (
        "<draw:page><draw:frame><text:p>Folie {0}</text:p></draw:frame>"
        "<presentation:notes><text:p>Notiz {0}</text:p></presentation:notes></draw:page>"
    )
    body = f"<office:presentation>{page.format('A')}{page.format('B')}</office:presentation>"
    data = files.odf("presentation", body)
    assert said(data) == [(1, "Folie A\n\nNotiz A"), (2, "Folie B\n\nNotiz B")]


def test_opendocument_sheets():
    table = (
        '<table:table table:name="Kosten"><table:table-row><table:table-cell>'
        "<text:p>Dach</text:p></table:table-cell></table:table-row></table:table>"
    )
    data = files.odf("spreadsheet", f"<office:spreadsheet>{table}</office:spreadsheet>")
    assert [(p.number, p.label, p.text) for p in reading_of(data).parts] == [
        (1, "Kosten", "Kosten\n\nDach")
    ]


def test_pages_of_a_pdf():
    data = files.pdf("Förderung", "Zweite Seite")
    assert said(data) == [(1, "Förderung"), (2, "Zweite Seite")]
    assert reading_of(data).unit == "page"


def test_rtf():
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator Word;}"
        rb"F\'f6rderung f\u252?r \b alle\b0\par Zeile zwei{\pict 0123456789}\tab Ende}"
    )
    assert said(data) == [(None, "Förderung für alle\nZeile zwei Ende")]


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_plain_text_in_any_encoding(codec):
    text = "Straßenbeleuchtung für Lensahn, große Mühe"
    assert said(text.encode(codec), "notiz.txt") == [(None, text)]


def test_html():
    data = (
        "<!DOCTYPE html><html><head><title>Titel</title><script>alert('nein')</script></head>"
        "<body><p>Ein <b>Wort</b></p><img alt='Bild vom Rathaus'><style>p{}</style></body></html>"
    )
    assert said(data.encode()) == [(None, "Titel\n\nEin Wort\n\nBild vom Rathaus")]


SUBTITLES = """

1
00:00:01,000 --> 00:00:03,000
<i>Guten Tag</i>

2
00:00:03.500 --> 00:00:06.000
zur Vergabe

3
01:02:05,000 --> 01:02:08,000
Auf Wiedersehen
"""


@pytest.mark.parametrize("data", ["WEBVTT" + SUBTITLES, SUBTITLES])
def test_subtitles_by_the_minute(data):
    reading = reading_of(data.encode())
    assert [(p.number, p.label, p.text) for p in reading.parts] == [
        (1, "0:01", "Guten Tag zur Vergabe"),
        (3725, "1:02:05", "Auf Wiedersehen"),
    ]
    assert reading.unit == "second"


@pytest.mark.parametrize("path", sorted(DEMO.iterdir()), ids=lambda path: path.name)
def test_files_of_the_demo(path):
    with path.open("rb") as file:
        reading = read(file, path.name)
    assert (reading.outcome, reading.reason) == (limits.OK, "")
    assert reading.kind == path.suffix[1:]
    assert len(reading.text) > 400
    numbers = [part.number for part in reading.parts if part.kind != "margins"]
    assert numbers == (list(range(1, len(numbers) + 1)) if reading.unit else [None] * len(numbers))
