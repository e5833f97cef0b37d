"""Searching in a real browser: answers while typing, by keyboard, and a search that is kept."""

from kommunalhub.core.acting import as_system
from kommunalhub.search.reading import operations
from search.reading import files

import pytest
import transaction


@pytest.fixture
def page(demo_url, new_page, demo_login):
    page = new_page()
    demo_login(page, "malente-mitarbeit")
    page.goto(f"{demo_url}/@@search")
    return page


def field(page):
    return page.get_by_role("combobox", name="Wonach suchen Sie?")


def type_in(page, words):
    field(page).press_sequentially(words, delay=20)
    page.get_by_role("listbox").wait_for()


def test_answers_while_typing_by_keyboard(page, axe):
    type_in(page, "Vergabeverm")
    options = page.get_by_role("option")
    assert "Vergabevermerk" in options.first.text_content()
    assert "Schulungsunterlage" in options.first.text_content()
    assert field(page).get_attribute("aria-expanded") == "true"
    assert axe(page) == []
    page.keyboard.press("ArrowDown")
    chosen = field(page).get_attribute("aria-activedescendant")
    assert options.first.get_attribute("id") == chosen
    assert options.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    assert field(page).input_value() == "Vergabeverm"
    type_in(page, "e")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Vergabevermerk" in page.title()


def test_the_last_line_and_enter_show_all(page):
    type_in(page, "Vergabe")
    page.keyboard.press("ArrowUp")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "q=Vergabe" in page.url
    with page.expect_navigation():
        field(page).press("Enter")
    assert page.locator(".hits li").count() > 1


def test_filters_are_taken_off_one_by_one(page, demo_url):
    page.goto(f"{demo_url}/@@search?q=Vergabe&art=WorkshopMaterial&bereich=materialien")
    chips = page.locator(".chip.chosen")
    assert chips.count() == 2
    chips.first.click()
    assert page.locator(".chip.chosen").count() == 1
    assert "q=Vergabe" in page.url


def test_a_search_is_kept(page, demo_url):
    page.goto(f"{demo_url}/@@search?q=Vergabe")
    page.get_by_role("button", name="Suche speichern").click()
    assert "@@saved-searches" in page.url
    page.get_by_role("link", name="Vergabe").first.wait_for()


def test_without_scripts_everything_is_a_form(demo_url, new_page):
    page = new_page(script=False)
    page.goto(f"{demo_url}/@@search")
    page.fill("#q", "Vergabe")
    page.click("button[type=submit]")
    assert page.locator(".hits li").count() >= 1
    page.locator("input[name=art]").first.check()
    page.get_by_role("button", name="Auswahl anwenden").click()
    assert "art=" in page.url


def test_what_a_file_shows_appears_by_itself_once_it_is_read(demo, demo_url, new_page, demo_login):
    page = new_page()
    demo_login(page, "malente-redaktion")
    page.goto(f"{demo_url}/@@unterlage-einreichen")
    page.locator("[name='form.widgets.title']").fill("Zählerstände melden")
    upload = {
        "name": "zaehler.pdf",
        "mimeType": "application/pdf",
        "buffer": files.pdf("Zählerstand"),
    }
    page.locator("[name='form.widgets.file']").set_input_files(upload)
    page.get_by_role("button", name="Als Entwurf speichern").click()
    told = page.locator("#file-reading")
    assert "wird gelesen …" in told.text_content()
    assert page.locator("img.first-page").count() == 0
    transaction.begin()
    with as_system(demo["portal"]):
        operations.read_waiting(demo["portal"])
    page.locator("img.first-page").wait_for()
    assert told.count() == 0
    page.get_by_role("link", name="Herunterladen").wait_for()
