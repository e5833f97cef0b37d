"""The page of a project: folded on a phone, all of it there without scripts and on paper."""

from browser.conftest import PHONE
from playwright.sync_api import expect

import pytest


PROJECT = "/projekte/pr-2026-001"
SECTIONS = {
    "berichte": "Berichte",
    "geld": "Geld",
    "worum": "Worum es geht",
    "aufgaben": "Aufgaben",
    "risiken": "Risiken",
    "entscheidungen": "Entscheidungen",
    "beteiligte": "Leitung und Partner",
    "fuer-alle": "Für Bürgerinnen und Bürger",
    "oeffentlich": "Öffentliche Seite",
}


@pytest.fixture
def opened(demo_url, demo_login, new_page):
    """Return a function that opens the page of the project as an editor of its lead."""

    def opened(viewport=None, place="", **how):
        page = new_page(viewport, **how)
        demo_login(page, "oldenburg-redaktion")
        assert page.goto(f"{demo_url}{PROJECT}{place}").ok
        return page

    return opened


def test_a_phone_is_shown_what_there_is_and_how_much(opened):
    page = opened(PHONE)
    assert page.evaluate("document.documentElement.scrollHeight") < 6 * PHONE["height"]
    for place, title in SECTIONS.items():
        expect(page.locator("summary h2", has_text=title)).to_be_visible()
        expect(page.locator(f"#{place}")).to_be_hidden()
    expect(page.locator("summary", has_text="Aufgaben")).to_contain_text("1 offen")
    expect(page.locator("summary", has_text="Etappen: 5")).to_be_visible()
    ways = page.get_by_role("navigation", name="Auf dieser Seite")
    ways.locator("summary").press("Enter")
    ways.get_by_role("link", name="Aufgaben").press("Enter")
    expect(page.locator("#aufgaben")).to_be_visible()
    expect(page.locator("#risiken")).to_be_hidden()


def test_a_way_from_elsewhere_leads_into_what_is_folded(opened):
    expect(opened(PHONE, "#entscheidungen").locator("#entscheidungen")).to_be_visible()


def test_without_scripts_and_on_a_desk_nothing_has_to_be_unfolded_to_work_with(opened):
    for page in (opened(PHONE, script=False), opened()):
        for place in set(SECTIONS) - {"entscheidungen", "fuer-alle"}:
            expect(page.locator(f"#{place}")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_all_of_it_is_there(opened, script):
    page = opened(PHONE, script=script)
    page.emulate_media(media="print")
    for place in SECTIONS:
        expect(page.locator(f"#{place}")).to_be_visible()
    expect(page.locator(".story li").first).to_be_visible()
