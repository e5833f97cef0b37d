"""Small files after faults that other programs had, each with what is right."""

from io import BytesIO
from kommunalhub.lib.filetext import limits
from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.reading.process import read
from pathlib import Path
from zipfile import ZipFile

import pytest
import re


CASES = Path(__file__).parent / "cases"
GUIDE = "Leitfaden Zuwendungsrecht\nDie Förderquote beträgt 80 Prozent."
PDF_TEXT = "Veröffentlichungspflicht und Grafik, Schifahrt"
SLIDES = tuple(
    f"{title}\nInhalt zu {title}"
    for title in ("Fördermittel beantragen", "Vergaberecht kompakt", "Verwendungsnachweis")
)
#: Each file with the texts of its parts.
RIGHT = {
    "docx-aenderungen.docx": (
        f"{GUIDE}\nBisher Kostenberechnung\nZweckbindungsfrist verschoben\nGeheimtext verborgen\n"
        "Kapitelname Seitenangabe\nDonaudampfer",
    ),
    "docx-diagramm.docx": (f"{GUIDE}\nAbwassergebührenvergleich",),
    "docx-rueckwaerts.docx": (GUIDE,),
    "docx-sharepoint-document2.docx": (GUIDE,),
    "docx-smartart.docx": (f"{GUIDE}\nBewilligungsschritt",),
    "docx-strict.docx": (GUIDE,),
    "docx-textfeld-im-absatz.docx": (f"{GUIDE}\nAnkerwort\nKastentext\nFolgewort",),
    "odt-fussnote.odt": (
        "Die Förderquote beträgt 80 Prozent.\nAnteilfinanzierung nach Richtlinie",
    ),
    "odt-openoffice2-doctype.odt": ("Haushaltssatzung 2008 der Gemeinde",),
    "odt-textfeld.odt": ("Ankerwort\nKastentext\nFolgewort",),
    "pdf-aes256-leer.pdf": (PDF_TEXT,),
    "pdf-bindestrich-am-zeilenende.pdf": (
        "Das Programm wird als EU-Projekt geführt, zuständig ist der Kreis Ostholstein-Nord. Der "
        "Bau- und Umweltausschuss berät am 19.11.2026 über die Bund-Länder-Vereinbarung und das "
        "WLAN-Netz im Rathaus.",
    ),
    "pdf-doppeldruck.pdf": ("Vergabevermerk",),
    "pdf-formular.pdf": ("Antragsformular\nSporthallensanierung Bezirk Nord\n48500 Euro",),
    "pdf-gedreht.pdf": ("Hochwasserschutzkonzept quer",),
    "pdf-gesperrt.pdf": ("ZUWENDUNGSBESCHEID\nnormal",),
    "pdf-hochgestellt.pdf": (
        "Die Zuweisungshöhe 1 richtet sich nach der Einwohnerzahl 2,3 der Kommune.",
    ),
    "pdf-html-am-ende.pdf": (PDF_TEXT,),
    "pdf-latex-umlaut.pdf": ("Die Förderung der Wärmeplanung",),
    "pdf-ligaturen.pdf": (PDF_TEXT,),
    "pdf-mit-anlage.pdf": (PDF_TEXT,),
    "pdf-nfd.pdf": ("Förderrichtlinie für Räume",),
    "pdf-nullbytes-am-ende.pdf": (PDF_TEXT,),
    "pdf-nur-formularfelder.pdf": ("Sporthallensanierung",),
    "pdf-ohne-eof.pdf": (PDF_TEXT,),
    "pdf-textanmerkung.pdf": (f"{PDF_TEXT}\nStempel: sachlich richtig",),
    "pdf-trennung-seitenwechsel.pdf": (
        "Der Antrag auf Gewährung der Strukturwandel-\nBitte beachten Sie die "
        "Kläranlagenertüchtigungsrichtlinie",
        "des Landes.",
    ),
    "pdf-zeilen-davor.pdf": (PDF_TEXT,),
    "pptx-ausgeblendete-folie.pptx": SLIDES,
    "pptx-diagramm.pptx": (
        "Auswertung\nAbwassergebührenvergleich\nZuwendungsbetrag\nBreitbandausbau\n"
        "Klärschlammverwertung",
    ),
    "pptx-mit-abschnitten.pptx": SLIDES,
    "text-mit-bild.html": ("Gewässerunterhaltung im Bild\nGraben",),
    "textfeld.rtf": ("Vorher Förderung\nKastentext im Rahmen\nnachher über",),
    "umbruch-text.html": ("Ansprechstelle Hafenamt\nSchifferstraße\nAbsatzschluss\nFolgeabsatz",),
    "unterstrichen.html": (
        "t\nFörderantrag und Zuwendung, Abwasserbeseitigungskonzept, Verwendungsnachweis, "
        "Förderquote 1 und Eigenanteil",
    ),
    # what makes these two dangerous is refused where somebody uploads them; their words do nothing
    "odt-mit-basic-makro.odt": ("Formular mit Makro",),
    "vorlage-mit-makro.docm": (GUIDE,),
}
#: Each file that has no text for the search, with the outcome and the reason.
NOTHING = {
    "flach.fodt": (limits.UNSUPPORTED, "kind"),
    "nachricht.eml": (limits.UNSUPPORTED, "kind"),
    "pdf-aes256-kennwort.pdf": (limits.ENCRYPTED, "password"),
    "pdf-linear-abgeschnitten.pdf": (limits.DAMAGED, "package"),
    "pdf-type3.pdf": (limits.EMPTY, "scanned"),
}
READ = Analyser()


def lines_of(text):
    """Return a text without what parts its paragraphs and cells."""
    return re.sub("\n+", "\n", text).replace("\t", " ")


def reading_of(name):
    with (CASES / name).open("rb") as file:
        return read(file, name, ocr="", office="")


def test_every_case_is_told():
    assert {path.name for path in CASES.iterdir()} == {*RIGHT, *NOTHING}


@pytest.mark.parametrize("name", RIGHT)
def test_what_it_says(name):
    reading = reading_of(name)
    assert (reading.outcome, reading.reason) == (limits.OK, "")
    assert tuple(lines_of(part.text) for part in reading.parts) == RIGHT[name]


@pytest.mark.parametrize("name", NOTHING)
def test_why_not(name):
    reading = reading_of(name)
    assert (reading.outcome, reading.reason, reading.parts) == (*NOTHING[name], ())


@pytest.mark.parametrize("name", ["odt-mit-basic-makro.odt", "vorlage-mit-makro.docm"])
def test_macros_never_reach_a_program_that_could_run_them(name):
    assert reading_of(name).alone is False


def test_slides_with_sections_may_be_drawn():
    """The picture that the file carries is an empty page, so LibreOffice draws one."""
    reading = reading_of("pptx-mit-abschnitten.pptx")
    assert (reading.unit, reading.picture, reading.alone) == ("slide", None, True)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pdf-bindestrich-am-zeilenende.pdf", "Umweltausschuss EU-Projekt WLAN-Netz"),
        ("pdf-bindestrich-am-zeilenende.pdf", "Bund-Länder-Vereinbarung"),
        ("pdf-trennung-seitenwechsel.pdf", "Kläranlagenertüchtigungsrichtlinie"),
        ("pdf-hochgestellt.pdf", "Zuweisungshöhe Einwohnerzahl"),
        ("pdf-latex-umlaut.pdf", "Förderung Wärmeplanung"),
        ("unterstrichen.html", "Förderantrag Abwasserbeseitigungskonzept Verwendungsnachweis"),
    ],
)
def test_words_are_in_the_index_as_people_write_them(name, words):
    terms = READ.terms(reading_of(name).parts[0].text)
    assert {READ.word(piece).folded for piece in re.split("[ -]", words)} <= set(terms.words)


def test_any_prefix_and_order_of_attributes():
    """The same file with other prefixes says the same."""
    data = (CASES / "pptx-mit-abschnitten.pptx").read_bytes()
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name.endswith(".xml"):
                for old, new in ((b"a", b"zeichnung"), (b"p", b"vortrag"), (b"r", b"b")):
                    text = re.sub(b"(</?|xmlns:| )" + old + b"([:=])", rb"\1" + new + rb"\2", text)
                text = re.sub(rb'(<vortrag:sldId) (id="\d+") (b:id="\w+")', rb"\1 \3 \2", text)
            target.writestr(name, text)
    reading = read(BytesIO(out.getvalue()), "vortrag.pptx", ocr="", office="")
    assert tuple(lines_of(part.text) for part in reading.parts) == SLIDES
