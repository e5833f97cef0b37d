"""Pages and folders in our frame."""

from plone import api
from plone.app.textfield.value import RichTextValue

import pytest


@pytest.fixture
def area(portal):
    return portal["partner"]["malente"]


@pytest.fixture
def make(area, office):
    """Return a function that makes something public in the area."""

    def make(portal_type, title, **values):
        with office():
            made = api.content.create(area, portal_type, title=title, **values)
            api.content.transition(made, to_state="public")
        return made

    return make


def test_page_shows_its_text_made_safe(area, page, make):
    html = "<h2>Öffnungszeiten</h2><script>alert(1)</script>"
    text = RichTextValue(html, "text/html", "text/x-html-safe")
    document = make("Document", "Rathaus", description="Wann wir da sind", text=text)
    shown = page("hub-page", document)
    assert '<h2 id="text-oeffnungszeiten">Öffnungszeiten</h2>' in shown  # hits lead there
    assert "alert(1)" not in shown
    assert ">Gemeinde Malente</a>" in shown
    assert document.getLayout() == "hub-page"


def test_page_without_text(area, page, make):
    assert "</html>" in page("hub-page", make("Document", "Leer"))


def test_news_tells_its_day(area, page, make):
    assert "muted parts" in page("hub-page", make("News Item", "Neu"))


def test_folder_lists_what_one_may_see(area, page, make, office):
    make("Document", "Offen")
    with office():
        api.content.create(area, "Document", title="Entwurf")
    html = page("hub-listing", area)
    assert ">Offen<" in html
    assert ">Entwurf<" not in html


def test_empty_folder_says_so(area, page):
    assert "noch nichts zu lesen" in page("hub-listing", area)


def test_long_folder_has_pages(area, page, make):
    for number in range(21):
        make("Document", f"Seite {number}")
    assert ">Seite 20<" not in page("hub-listing", area)
    second = page("hub-listing", area, b_start="20")
    assert ">Seite 20<" in second
    assert 'rel="prev"' in second
    assert ">Seite 0<" in page("hub-listing", area, b_start="unsinn")
