"""The editor of pages: what nobody touched stays as it is, what is pasted comes out clean."""

from browser.drawn import wait_for_editor
from kommunalhub.core.textblocks import operations as blocks
from kommunalhub.core.textblocks.shelves import shelf_at
from kommunalhub.partners.interfaces import IPartnerArea
from lxml import html as lxml_html
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.uuid.interfaces import IUUID
from zope.interface import alsoProvides

import pytest
import transaction


TEXTS = Path(__file__).parent / "texts"
#: All that texts may be made of (security/richtext), written as no editor would write it.
CORPUS = (TEXTS / "everything.html").read_text(encoding="utf-8")
WORD = (
    "<html><head><style>p {color:red}</style></head><body><!--StartFragment--><h1>Sperrm&uuml;ll"
    "</h1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span"
    "  style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Sofas<o:p></o:p></p>"
    "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o"
    "<span>&nbsp;&nbsp; </span></span>mit <span style='color:red'>Federn</span></p>"
    "<p><img src='file:///C:/x.png'></p><!--EndFragment--></body></html>"
)
PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "x");
  const { body } = document.querySelector("iframe.tox-edit-area__iframe").contentDocument;
  body.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
#: Written in another way, meaning the same.
SAME = {"b": "strong", "i": "em"}


def shape(html):
    """Return what a text consists of, however it is written."""
    nodes = lxml_html.fragment_fromstring(html, create_parent="div").iterdescendants()
    return [
        (
            SAME.get(node.tag, node.tag),
            sorted((name, value.rstrip(";") or name) for name, value in node.attrib.items()),
            (node.text or "").strip(),
            (node.tail or "").strip(),
        )
        for node in nodes
    ]


@pytest.fixture
def ready(page, base_url, person, login):
    """Return a function that opens the editor of a page, and gives it when it can be written in."""
    person("chefin", groups=["hub-managers"])
    login(page, "chefin")

    def ready(path):
        page.goto(f"{base_url}/{path}")
        wait_for_editor(page)
        return page

    return ready


@pytest.fixture
def text(functional):
    """Return a function that makes a page with a text, and one that reads it again."""
    portal = functional["portal"]

    def made(raw):
        with api.env.adopt_roles(["Manager"]):
            page = api.content.create(portal, "Document", "seite", title="Eine Seite")
            page.text = RichTextValue(raw, "text/html", "text/x-html-safe")
        transaction.commit()

        def read():
            transaction.begin()
            return portal["seite"].text.raw

        return read

    return made


def test_what_nobody_touched_stays_as_it_is(ready, text):
    read = text(CORPUS)
    page = ready("seite/edit")
    given = page.evaluate("tinymce.activeEditor.getContent()")
    assert shape(given) == shape(CORPUS)
    page.fill("#form-widgets-IDublinCore-title", "Ein neuer Titel")
    page.click("#form-buttons-save")
    page.get_by_role("heading", name="Ein neuer Titel").wait_for()
    assert read() == CORPUS


def test_what_is_pasted_comes_out_clean_and_links_stay(ready, page, text, functional):
    read = text("<p>Davor</p>")
    broken = []
    page.on("response", lambda answer: answer.status < 400 or broken.append(answer.url))
    page = ready("seite/edit")
    assert broken == []
    page.evaluate("tinymce.activeEditor.selection.select(tinymce.activeEditor.getBody(), true)")
    page.evaluate("tinymce.activeEditor.selection.collapse(false)")
    page.evaluate(PASTE, WORD)
    page.get_by_text("Bilder konnten nicht mit eingefügt werden").wait_for()
    page.frame_locator("iframe.tox-edit-area__iframe").locator("body").press("Control+k")
    page.get_by_label("Seite, Datei oder Adresse").fill("Eine Seite")
    page.get_by_label("Seite, Datei oder Adresse").press("ArrowDown")
    page.get_by_role("radio", name="Eine Seite").wait_for()
    page.get_by_role("radio", name="Eine Seite").check()
    page.keyboard.press("Enter")
    page.click("#form-buttons-save")
    page.get_by_role("heading", name="Sperrmüll").wait_for()
    link = f'<a href="resolveuid/{IUUID(functional["portal"]["seite"])}">Eine Seite</a>'
    assert read() == (
        f"<p>Davor</p><h2>Sperrmüll</h2><ul><li>Sofas<ul><li>mit Federn{link}</li></ul></li></ul>"
    )


def test_a_text_block_is_found_and_stands_where_the_caret_was(ready, functional):
    with api.env.adopt_roles(["Manager"]):
        area = api.content.create(functional["portal"], "Folder", "amt", title="Amt")
        alsoProvides(area, IPartnerArea)
        area.partner = "malente"
        area.reindexObject()
        written = api.content.create(area, "Document", "seite", title="Eine Seite")
        written.text = RichTextValue("<p>Davor</p><p>Danach</p>", "text/html", "text/x-html-safe")
        values = {
            "title": "Kontakt",
            "text": "Rufen Sie an: [Durchwahl]\n\nWir helfen.",
            "topics": (),
        }
        blocks.save(shelf_at(area), None, values)
    transaction.commit()
    page = ready("amt/seite/edit")
    page.evaluate("tinymce.activeEditor.selection.select(tinymce.activeEditor.dom.select('p')[0])")
    page.evaluate("tinymce.activeEditor.selection.collapse(false)")
    page.get_by_role("menuitem", name="Einfügen").click()
    page.get_by_role("menuitem", name="Textbausteine").click()
    dialog = page.get_by_role("dialog", name="Textbausteine")
    dialog.get_by_label("Textbaustein suchen").fill("Kontakt")
    dialog.get_by_role("radio", name="Kontakt").wait_for()
    dialog.get_by_label("Textbaustein suchen").press("ArrowDown")
    page.keyboard.press("Enter")
    page.click("#form-buttons-save")
    page.get_by_text("Wir helfen.").wait_for()
    transaction.begin()
    gap = "<mark>[Durchwahl]</mark>"
    assert written.text.raw == (
        f"<p>Davor</p><p>Rufen Sie an: {gap}</p><p>Wir helfen.</p><p>Danach</p>"
    )
