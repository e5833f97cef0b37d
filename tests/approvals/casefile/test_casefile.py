"""The printed case file: accessible, complete, and deaf to what people write into it."""

from AccessControl.security import newInteraction
from io import BytesIO
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.casefile import plaintext
from kommunalhub.approvals.casefile import printing
from kommunalhub.approvals.casefile.contents import data_of
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.redaction import redact
from kommunalhub.core.statics import STATIC
from plone import api
from plone.namedfile.file import NamedBlobFile
from pypdf import PdfReader

import hashlib
import pytest
import transaction


HOSTILE = '#import "x" #sys $ x $ \\ *fett* _k_ `c` <l> @r //c /* ]] #read("akte.typ")'


def read(pdf):
    """Return (catalog, title, text with single spaces) of a PDF."""
    reader = PdfReader(BytesIO(pdf))
    text = " ".join(page.extract_text() for page in reader.pages).replace("\u200b", "")
    return reader.trailer["/Root"], reader.metadata.title, " ".join(text.split())


def data(**changes):
    facts = {"kind": "facts", "rows": [["Ziel", "Ein Dach"]]}
    base = {
        "title": "Akte T-2026-001",
        "description": "",
        "lang": "de",
        "about": "",
        "footer": "T-2026-001",
        "page": "Seite {page} von {pages}",
        "brand": {"name": "Digital Hub", "place": "Oldenburg in Holstein"},
        "mark": "Zeichen: Digital Hub",
        "summary": facts,
        "sections": [{"title": "Reise", "blocks": [facts]}],
    }
    return {**base, **changes}


def claims_ua(pdf):
    return b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def tags_of(root):
    """Return all tags of the structure tree."""
    found, todo = set(), [root["/StructTreeRoot"]]
    while todo:
        node = todo.pop().get_object()
        if isinstance(node, list):
            todo.extend(node)
        elif isinstance(node, dict):
            if "/S" in node:
                found.add(node["/S"])
            if "/K" in node:
                todo.append(node["/K"])
    return found


def test_it_says_what_a_reader_program_needs():
    pdf = printing.pdf_of(data(), 0)
    root, title, text = read(pdf)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert title == "Akte T-2026-001"
    assert tags_of(root) >= {"/H1", "/L", "/LI", "/LBody"}
    assert claims_ua(pdf)
    assert "Ein Dach" in text
    assert "Seite 1 von 1" in text


def fonts_of(root):
    """Return {name of a font in a PDF: whether its letters are in the file}."""
    found = {}
    for page in root["/Pages"]["/Kids"]:
        for font in page.get_object()["/Resources"]["/Font"].values():
            (letters,) = font["/DescendantFonts"]
            about = letters.get_object()["/FontDescriptor"]
            embedded = any(f"/FontFile{kind}" in about for kind in ("", "2", "3"))
            found[about["/FontName"].partition("+")[2]] = embedded
    return found


def figures_of(root):
    """Return the text alternatives of all figures of the structure tree."""
    found, todo = [], [root["/StructTreeRoot"]]
    while todo:
        node = todo.pop().get_object()
        if isinstance(node, list):
            todo.extend(node)
        elif isinstance(node, dict):
            if node.get("/S") == "/Figure":
                found.append(node["/Alt"])
            if "/K" in node:
                todo.append(node["/K"])
    return found


def test_it_is_set_in_the_typeface_of_the_house():
    pdf = printing.pdf_of(data(title="Straßenbeleuchtung – „Größe“ in m², 5.000 €"), 0)
    root, title, text = read(pdf)
    assert fonts_of(root) == {"SourceSans3-Regular": True, "SourceSans3-Bold": True}
    assert title in text
    family = (STATIC / "frame.css").read_text("utf-8").partition("--hub-font:")[2].split(",")[0]
    assert family.strip() in printing.TEMPLATE.read_text("utf-8")


def test_it_bears_the_mark_and_the_name_of_the_hub():
    pdf = printing.pdf_of(data(), 0)
    root, _title, text = read(pdf)
    assert figures_of(root) == ["Zeichen: Digital Hub"]
    assert text.startswith("Digital Hub Oldenburg in Holstein")
    assert claims_ua(pdf)


def test_a_table_has_header_cells():
    table = {
        "kind": "table",
        "head": ["Nr.", "Was"],
        "rows": [["1", "Eingereicht"]],
        "widths": [1, 5],
        "exact": None,
    }
    pdf = printing.pdf_of(data(sections=[{"title": "Verlauf", "blocks": [table]}]), 0)
    assert tags_of(read(pdf)[0]) >= {"/Table", "/TH", "/TD"}


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        (HOSTILE, HOSTILE),
        ("Danke 😀👍🏽", "Danke [grinning face][thumbs up sign]"),
        ("中文", "[U+4E2D][U+6587]"),
        ("Zeichen\x07\x00\ud800 weg", "Zeichen? weg"),
        ("links \u202erechts", "links rechts"),
        ("Wort " * 1000, "Wort Wort"),
    ],
)
def test_whatever_people_write_is_shown_as_text(said, read_as):
    everywhere = {"kind": "facts", "rows": [[said[:40], said]]}
    section = {"title": said[:40], "blocks": [everywhere, {"kind": "text", "text": said}]}
    pdf = printing.pdf_of(data(title=said[:40], sections=[section], footer=said[:20]), 0)
    text = read(pdf)[2]
    assert read_as.replace(" ", "") in text.replace(" ", "")
    assert claims_ua(pdf)


def test_a_word_without_end_stays_on_the_page():
    section = {"title": "Lang", "blocks": [{"kind": "text", "text": "x" * 5000}]}
    text = read(printing.pdf_of(data(sections=[section]), 0))[2]
    assert text.count("x") == 5000


def test_letters_from_right_to_left_stay_legible():
    pdf = printing.pdf_of(data(about="שלום العربية"), 0)
    assert claims_ua(pdf)
    assert "[U+" not in read(pdf)[2]


def test_content_that_breaks_the_standard_still_gives_a_file(monkeypatch):
    """An empty heading is against PDF/UA, or whatever a later version is strict about."""
    compiled, compile_it = [], printing._compile

    def strict(template, data, standards, timestamp, drawn):
        compiled.append(standards)
        if standards:
            raise printing.typst.TypstError("not accessible")
        return compile_it(template, data, standards, timestamp, drawn)

    monkeypatch.setattr(printing, "_compile", strict)
    pdf = printing.pdf_of(data(), 0)
    assert pdf.startswith(b"%PDF")
    assert read(pdf)[0]["/MarkInfo"]["/Marked"]
    assert compiled == [printing.STANDARDS, printing.STANDARDS, ()]


def test_plain_text_of_the_page():
    markup = '<p>Eins</p><form><button>Weg</button></form><a class="btn go">Tun</a><p>Zwei</p>'
    assert plaintext.text_of(markup) == "Eins\nZwei"
    assert plaintext.text_of("") == plaintext.text_of("\x00") == ""
    assert plaintext.text_of("Steuer\x00zeichen &#0; \ud800") == "Steuerzeichen \ufffd ?"
    items = "<ol><li><b>Erstens</b><br>Gespräch</li><li>Zweitens</li></ol>"
    assert plaintext.text_of(items) == "Erstens\nGespräch\n\nZweitens"
    aside = 'Programm <span class="tag late">abgelaufen</span> <span class="muted">ein Jahr</span>'
    assert plaintext.text_of(aside) == "Programm (abgelaufen) (ein Jahr)"


def file_data(portal, case, who, acting):
    newInteraction()
    with acting(who):
        made = data_of(case, portal.REQUEST)
        return made, str(made)


def test_it_has_facts_timeline_and_files(portal, travel, acting):
    case = travel(portal, state="returned", goal=f"Messe\n{HOSTILE}")
    with api.env.adopt_roles(["Manager"]):
        plan = NamedBlobFile(b"%PDF-1.7 plan", "application/pdf", "plan.pdf")
        api.content.create(case, "File", title="Plan", file=plan)
    made, text = file_data(portal, case, "malente-pruefung", acting)
    assert made["title"] == f"Akte {case.case_number}: Reise nach Kiel"
    head = printing.letterhead()
    assert head["lang"] == "de"
    assert head["brand"] == {"name": "Digital Hub", "place": "Oldenburg in Holstein"}
    assert head["mark"] == "Zeichen: Digital Hub"
    titles = [section["title"] for section in made["sections"]]
    assert titles == ["Reise", "Verlauf", "Unterlagen"]
    facts, timeline, files = (section["blocks"][0] for section in made["sections"])
    assert facts["rows"] == [["Ziel", f"Messe\n{HOSTILE}"]]
    numbers = [int(row[0]) for row in timeline["rows"]]
    assert numbers == list(range(1, len(IJournal(case)) + 1))
    assert any("„Bitte ergänzen.“" in row[3] for row in timeline["rows"])
    assert files["rows"][0][0] == "plan.pdf"
    assert files["rows"][0][3] == hashlib.sha256(b"%PDF-1.7 plan").hexdigest()
    assert IJournal(case).head in text


def test_it_shows_what_the_reader_may_see_and_no_more(portal, travel, acting):
    case = travel(portal, state="submitted", remark="nur für die Verwaltung der Seite")
    _made, text = file_data(portal, case, "malente-redaktion", acting)
    assert "nur für die Verwaltung" not in text
    case.manage_permission("View", ["Authenticated"], acquire=False)
    made, text = file_data(portal, case, "lensahn-pruefung", acting)
    assert [section["title"] for section in made["sections"]] == []
    assert "Prüfsumme" not in text
    assert "Rolf Malente" not in text


def test_what_is_to_do_is_no_fact(portal, travel, acting, monkeypatch):
    todo = [("Ihr nächster Schritt", [("Empfehlung", Html('<a class="btn go">Schreiben</a>'))])]
    case = travel(portal)
    with acting("malente-redaktion"):
        view = type(case.restrictedTraverse("view"))
    monkeypatch.setattr(view, "facts", lambda self: todo, raising=False)
    assert "Ihr nächster Schritt" not in file_data(portal, case, "malente-redaktion", acting)[1]


def test_internal_notes_are_printed_for_those_who_read_them(portal, travel, acting):
    case = travel(portal, state="submitted")
    IJournal(case).append("note", "malente-pruefung", comment="Budget ist schon verplant")
    assert "schon verplant" in file_data(portal, case, "malente-pruefung2", acting)[1]
    assert "schon verplant" not in file_data(portal, case, "malente-redaktion", acting)[1]


def test_what_was_redacted_is_not_printed(portal, travel, acting):
    case = travel(portal, state="returned")
    redact(case, 3, "hubleitung", "Art. 17 DSGVO", parts=["comment", "actor"])
    _made, text = file_data(portal, case, "malente-pruefung", acting)
    assert "Bitte ergänzen" not in text
    assert "entfernt aus Gründen des Datenschutzes am" in text
    assert "(Name entfernt)" in text


def test_over_http(submitted, client, visit):
    path = f"malente/{submitted.getId()}"
    page = visit("malente-pruefung", path)
    assert page.tree.cssselect(f"a[href$='{path}/@@akte.pdf']")
    answer = client("malente-pruefung", accept="*/*").get(f"{path}/@@akte.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "T-20" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    _root, title, text = read(answer.content)
    assert title == f"Akte {submitted.case_number}: Reise nach Kiel"
    assert "Petra Malente" in text
    link = client("malente-pruefung").get(f"{path}/@journal").json()["casefile"]
    assert link.endswith(f"{path}/@@akte.pdf")
    for nobody in (None, "lensahn-pruefung"):
        refused = client(nobody, accept="*/*").get(f"{path}/@@akte.pdf", allow_redirects=False)
        assert refused.status_code in (302, 401, 403, 404)
    transaction.abort()
