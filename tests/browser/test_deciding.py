"""Questions, reasons and the keys of the inbox in Chromium, on a desk and on a phone."""

from browser.conftest import add_person
from kommunalhub.approvals.conversation import operations
from kommunalhub.core.acting import as_builder
from playwright.sync_api import expect
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged

import pytest


DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
TITLES = ("Dach der Feuerwache", "Spielplatz am See")
QUESTION = "Liegt die Kostenschätzung vor?"


def submit_two(portal):
    """Submit two consultations of Malente; there is a question on the first."""
    with as_builder(portal):
        add_person("malente-redaktion", ["malente-editors"], fullname="Redaktion Malente")
        add_person("malente-pruefung", ["malente-reviewers"], fullname="Prüfung Malente")
        first, _second = [submit(portal, title) for title in TITLES]
        with api.env.adopt_user(username="malente-pruefung"):
            operations.ask(first, QUESTION)
            operations.write_note(first, "Eilt nicht.")


submitted = staged(submit_two, on="sections")


@pytest.fixture
def cases(submitted, functional):
    folder = functional["portal"].foerderung.beratungen.malente
    return sorted(folder.objectValues(), key=lambda case: TITLES.index(case.title))


def submit(portal, title):
    with api.env.adopt_user(username="malente-redaktion"):
        case = createContentInContainer(
            portal.foerderung.beratungen.malente,
            "FundingConsultation",
            checkConstraints=False,
            title=title,
            goal="Es wird besser.",
            partner="malente",
        )
        api.content.transition(case, "submit")
    return case


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"]
)
@pytest.mark.parametrize("name", ["malente-redaktion", "malente-pruefung"])
def test_nothing_keeps_people_out(cases, new_page, login, base_url, axe, viewport, scheme, name):
    page = new_page(viewport, scheme)
    login(page, name)
    url = cases[0].absolute_url()
    for address in (
        f"{base_url}/@@inbox",
        f"{base_url}/@@inbox?partner=malente",
        url,
        f"{url}/@@warum",
    ):
        page.goto(address)
        for summary in page.locator("main details > summary").all():
            summary.click()
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address


def test_an_answer_from_a_phone_without_scripts(cases, browser, base_url, login):
    context = browser.new_context(java_script_enabled=False, locale="de-DE", viewport=PHONE)
    page = context.new_page()
    login(page, "malente-redaktion")
    page.goto(f"{base_url}/@@inbox")
    page.get_by_role("link", name="Rückfrage beantworten").click()
    expect(page.locator("#gespraech")).to_contain_text(QUESTION)
    expect(page.locator("#verlauf")).not_to_contain_text("Eilt nicht.")
    page.get_by_role("button", name="Antwort senden").click()
    expect(page.locator("#answer-error")).to_be_visible()
    page.fill("#answer-text", "Ja, anbei.")
    file = {"name": "kosten.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    page.set_input_files("#answer-files", file)
    page.get_by_role("button", name="Antwort senden").click()
    expect(page.locator(".message")).to_contain_text("Ihre Antwort ist abgeschickt")
    expect(page.locator("#verlauf")).to_contain_text("Ja, anbei.")
    expect(page.locator("#unterlagen")).to_contain_text("kosten")
    context.close()


def test_the_keys_of_the_list(cases, page, login, base_url):
    login(page, "malente-pruefung")
    page.goto(f"{base_url}/@@inbox")
    expect(page.locator("[data-keys-help]")).to_be_visible()
    # Outside of the list the keys mean nothing.
    page.keyboard.press("x")
    expect(page).to_have_url(f"{base_url}/@@inbox")
    links = page.locator("ul[data-keys] b a")
    links.first.focus()
    page.keyboard.press("j")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()
    page.keyboard.press("x")
    boxes = page.locator("ul[data-keys] input[type=checkbox]")
    expect(boxes.first).to_be_checked()
    boxes.first.focus()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(boxes.nth(1)).to_be_checked()
    page.locator("#comment").fill("jxk")
    expect(page.locator("#comment")).to_have_value("jxk")
    boxes.nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(TITLES[0])
