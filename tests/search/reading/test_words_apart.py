"""Charts, boxes and notes in each kind of file: nothing glued, nothing lost."""

from io import BytesIO
from kommunalhub.lib.filetext.layout.arranging import over_the_page
from kommunalhub.lib.filetext.pdf import joined
from kommunalhub.search.reading.process import read
from search.reading import files
from zipfile import ZipFile

import pytest
import re


C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
TITLE = f"<c:title><c:tx>{files.paragraph('Gebühren', 'a')}</c:tx></c:title>"
CHART = (
    f"<c:chartSpace {C} {files.A}>{TITLE}"
    "<c:cat><c:strCache><c:pt><c:v>Abwasser</c:v></c:pt><c:pt><c:v>Müll</c:v></c:pt></c:strCache>"
    "</c:cat><c:val><c:numCache><c:pt><c:v>19.2</c:v></c:pt></c:numCache></c:val></c:chartSpace>"
)
SAID = "Gebühren\nAbwasser\nMüll"


def text_of(data, name="datei"):
    reading = read(BytesIO(data), name, ocr="", office="")
    assert (reading.outcome, reading.reason) == ("ok", "")
    return re.sub(r"[\n\t]+", "\n", "\n".join(part.text for part in reading.parts))


def with_members(data, **members):
    """Return the bytes of an archive with more members; / is written __ in their names."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        for name, text in members.items():
            target.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def test_chart_on_a_sheet_with_a_text_box():
    box = files.paragraph("Stand 2026", "a")
    data = with_members(
        files.xlsx(Haushalt=[["Ansatz"]]),
        **{
            "xl__worksheets___rels/sheet1.xml.rels": files.rels(
                r1=("drawing", "../drawings/drawing1.xml")
            ),
            "xl__drawings__drawing1.xml": f"<d {files.A}>{box}</d>",
            "xl__drawings___rels/drawing1.xml.rels": files.rels(
                r1=("chart", "../charts/chart1.xml")
            ),
            "xl__charts__chart1.xml": CHART,
        },
    )
    assert text_of(data) == f"Haushalt\nAnsatz\nStand 2026\n{SAID}"


def test_parts_that_refer_to_each_other_end():
    data = with_members(
        files.docx(chart1=CHART),
        **{"word___rels/chart1.xml.rels": files.rels(r1=("chart", "chart1.xml"))},
    )
    assert text_of(data) == f"Guten Tag\n{SAID}"


def test_chart_in_a_presentation_of_libreoffice():
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="./Object 1"'
    page = f"<draw:page><draw:frame><draw:object {link}/></draw:frame></draw:page>"
    body = f"<office:presentation>{page}</office:presentation>"
    chart = (
        f"<office:document-content {files.ODF}><text:p>Gebühren</text:p><text:p>Abwasser</text:p>"
    )
    data = with_members(
        files.odf("presentation", body),
        **{"Object 1__content.xml": f"{chart}</office:document-content>"},
    )
    assert text_of(data) == "Gebühren\nAbwasser"


def test_description_of_a_picture_in_a_text_of_libreoffice():
    svg = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    picture = f"<draw:frame {svg}><svg:desc>Rathaus</svg:desc></draw:frame>"
    body = f"<office:text><text:p>Anker{picture}wort</text:p></office:text>"
    assert text_of(files.odf("text", body)) == "Anker\nRathaus\nwort"


def test_text_of_a_cell_in_several_pieces():
    cell = (
        '<c t="inlineStr"><is><r><t>Förder</t></r><r><t>mittel</t></r><rPh><t>X</t></rPh></is></c>'
    )
    sheet = (
        f"<worksheet {files.S}><sheetData><row>{cell}<c><v>5</v></c></row></sheetData></worksheet>"
    )
    data = BytesIO()
    with ZipFile(BytesIO(files.xlsx(Blatt=[["x"]]))) as source, ZipFile(data, "w") as target:
        for name in source.namelist():
            is_sheet = name.endswith("sheet1.xml")
            target.writestr(name, sheet if is_sheet else source.read(name))
    assert text_of(data.getvalue()) == "Blatt\nFördermittel\n5"


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [("Förderquote", "1", "Förderquote 1 gilt"), ("120 m", "2", "120 m2 gilt")],
)
def test_marks_of_notes_in_word_and_on_slides(before, raised, text):
    word = (
        f"<w:p><w:r><w:t>{before}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        f"<w:t>{raised}</w:t></w:r><w:r><w:t> gilt</w:t></w:r></w:p>"
    )
    assert text_of(files.docx(word)) == text
    rtf = rb"{\rtf1 F\'f6rderquote{\super 1} gilt}"
    assert text_of(rtf) == "Förderquote 1 gilt"
    slide = (
        f"</a:t></a:r><a:r><a:t>{before}</a:t></a:r><a:r><a:rPr baseline='30000'/>"
        f"<a:t>{raised}</a:t></a:r><a:r><a:t> gilt"
    )
    assert text_of(files.pptx(slide)) == text


def test_footnote_of_a_text_as_rtf():
    data = rb"{\rtf1 Die Quote{\super\chftn}{\footnote\pard Richtlinie 4} gilt.\par Ende}"
    assert text_of(data) == "Die Quote gilt.\nRichtlinie 4\nEnde"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Förder\ufffemittel", "Fördermittel"),
        ("Bau\ufffeund Umweltausschuss", "Bau- und Umweltausschuss"),
        ("EU\ufffeProjekt", "EU-Projekt"),
        ("EU\ufffeweit", "EU-weit"),
        ("Vor\x02oder Nachteil", "Vor- oder Nachteil"),
        ("Satz.\r\nNeu", "Satz.\r\nNeu"),
    ],
)
def test_hyphens_at_the_end_of_lines(said, text):
    assert joined(said) == text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Ertüchti-", "gungsrichtlinie neu", ("Ertüchtigungsrichtlinie", "neu")),
        ("Ein-", "und Auszahlung", ("Ein-", "und Auszahlung")),
        ("Ertüchti-", "Seite 2", ("Ertüchti-", "Seite 2")),
        ("WLAN-", "fähig", ("WLAN-fähig", "")),
        ("Ende.", "weiter", ("Ende.", "weiter")),
        ("Ertüchti-", "", ("Ertüchti-", "")),
    ],
)
def test_words_over_the_end_of_a_page(before, after, expected):
    assert over_the_page(before, after) == expected
