"""A person asks a handbook of 250 pages: each question leads to its page, sentence and picture."""

from kommunalhub.core.acting import as_system
from kommunalhub.search.reading import operations
from kommunalhub.search.reading import state
from plone import api
from plone.namedfile.file import NamedBlobFile
from search.handbook import handbook
from search.handbook import PAGES
from search.handbook import TOPICS
from staging import staged
from urllib.parse import quote

import pytest
import transaction


PHONE = {"width": 390, "height": 844}
ANSWERED = "Bis wann melde ich eine Datenpanne?"


def read_handbook(portal):
    """Add the handbook as a material that everybody may read, and read it."""
    with as_system(portal):
        made = api.content.create(
            portal["materialien"],
            "WorkshopMaterial",
            "handbuch",
            title="Handbuch der Verwaltung",
            file=NamedBlobFile(handbook(), filename="handbuch.pdf"),
        )
        tool = api.portal.get_tool("portal_workflow")
        [name] = tool.getChainFor(made)
        status = {"review_state": "public", "action": None, "actor": "", "comments": ""}
        tool.setStatusOf(name, made, status)
        tool[name].updateRoleMappingsFor(made)
        made.reindexObject()
        transaction.commit()
        operations.read_waiting(portal)
        transaction.commit()
    kept = state.kept_of(made)
    assert (kept.outcome, kept.pages) == ("ok", PAGES)


read = staged(read_handbook, on="demo_content")


@pytest.fixture
def book(read, demo):
    return demo["portal"]["materialien"]["handbuch"]


@pytest.fixture
def ask(demo_url):
    """Return a function that asks as a person does who types and presses Enter."""

    def ask(page, question):
        page.goto(f"{demo_url}/@@search")
        page.locator("#q").fill(question)
        page.locator("#q").press("Enter")
        page.locator(".hits").wait_for()

    return ask


def test_ten_questions(book, demo_url, new_page, ask):
    page = new_page(script=False)
    for number, _heading, _sentence, question, telling in TOPICS:
        ask(page, question)
        hit = page.locator(".hits > li", has_text="Handbuch der Verwaltung").first
        place = hit.locator(".place")
        assert f"#page={number}&" in place.get_attribute("href"), question
        assert f"Seite {number}" in place.text_content()
        excerpt = hit.locator(".excerpt")
        assert telling in excerpt.text_content(), question
        assert excerpt.locator("mark").count() > 0
        assert ". . ." not in excerpt.text_content()
        picture = hit.locator("img")
        text = picture.get_attribute("alt")
        assert text.startswith(f"Bild der Fundstelle: Seite {number}. Markiert: ")
        answer = page.context.request.get(picture.get_attribute("src"))
        assert answer.headers["content-type"] == "image/webp"
        assert len(answer.body()) <= 60_000
        link = hit.get_by_role("link", name=f"Seite ansehen: Seite {number}, Handbuch")
        assert f"@@see-page?page={number}&" in link.get_attribute("href")


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(None, "light"), (None, "dark"), (PHONE, "light"), (PHONE, "dark")]
)
def test_hits_and_answer_can_be_read_by_everybody(book, new_page, ask, axe, viewport, scheme):
    page = new_page(viewport, scheme)
    ask(page, ANSWERED)
    answer = page.get_by_role("region", name="Antwort aus: Handbuch der Verwaltung, Seite 190")
    assert "innerhalb von 72 Stunden" in answer.locator("blockquote").text_content()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(f"{book_url(page, book)}/@@in-file?q={quote('Vergabevermerk Urlaub')}")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Seite ansehen: Seite 117, Handbuch der Verwaltung").click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_heard_of_a_page_and_of_the_places_in_a_file(book, demo_url, new_page):
    page = new_page()
    page.goto(f"{demo_url}/materialien/handbuch/@@in-file?q={quote('Vergabevermerk Urlaub')}")
    heard = page.get_by_role("main").aria_snapshot()
    assert '- search "In dieser Datei suchen":' in heard
    assert "Bild der Fundstelle: Seite 117. Markiert: Vergabevermerk." in heard
    assert 'link "Seite ansehen: Seite 117, Handbuch der Verwaltung"' in heard
    assert 'link "Seite ansehen: Seite 17, Handbuch der Verwaltung"' in heard
    page.get_by_role("link", name="Seite ansehen: Seite 117, Handbuch der Verwaltung").click()
    heard = page.get_by_role("main").aria_snapshot()
    assert page.title().startswith("Seite 117 – Handbuch der Verwaltung")
    assert '- heading "Seite 117" [level=1]' in heard
    assert '- img "Bild dieser Seite; ihr Text steht daneben"' in heard
    assert "- mark: Vergabevermerk" in heard
    assert 'link "Davor: Seite 116"' in heard
    assert 'link "Danach: Seite 118"' in heard


def test_by_keyboard_from_the_hit_into_the_file(book, new_page, ask):
    page = new_page()
    ask(page, "Geschenke Homeoffice")
    names = []
    for _press in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.textContent.trim()")
        names.append(name)
        if name == "alle Stellen in dieser Datei":
            break
    assert "Seite ansehen" in names
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "@@in-file" in page.url
    places = page.locator(".hits .place")
    assert {"Seite 163", "Seite 140"} <= {
        text.rpartition("·")[2].strip() for text in places.all_text_contents()
    }
    page.locator("#sort").select_option("seiten")
    page.get_by_role("button", name="Sortieren").click()
    assert "Seite 140" in places.first.text_content()
    page.get_by_role("link", name="Überall suchen").click()
    assert page.locator("#q").input_value() == "Geschenke Homeoffice"


def book_url(page, book):
    base = page.url.partition("/@@search")[0]
    return f"{base}/materialien/{book.getId()}"
