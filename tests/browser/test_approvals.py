"""Deciding in Chromium: accessible, by keyboard, without scripts, on a phone and on paper."""

from browser.conftest import add_person
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core.acting import as_builder
from playwright.sync_api import expect
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from staging import staged

import pytest
import transaction


DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
TITLE = "Dach der Feuerwache Sieversdorf"


def submit_two(portal):
    """Submit a consultation of Malente with a document, and one by a reviewer herself."""
    with as_builder(portal):
        add_person("malente-redaktion", ["malente-editors"], fullname="Redaktion Malente")
        add_person("malente-pruefung", ["malente-reviewers"], fullname="Prüfung Malente")
        both = ["malente-editors", "malente-reviewers"]
        add_person("malente-beides", both, fullname="Beides Malente")
        for who in ("malente-redaktion", "malente-beides"):
            submit(portal, who)


submitted = staged(submit_two, on="sections")


@pytest.fixture
def cases(submitted, functional):
    """Return the cases by who has asked."""
    folder = functional["portal"].foerderung.beratungen.malente
    return {case.Creator(): case for case in folder.objectValues()}


@pytest.fixture
def case(cases):
    return cases["malente-redaktion"]


@pytest.fixture
def own(cases):
    """The one by the reviewer herself."""
    return cases["malente-beides"]


def submit(portal, who):
    with api.env.adopt_user(username=who):
        case = createContentInContainer(
            portal.foerderung.beratungen.malente,
            "FundingConsultation",
            checkConstraints=False,
            title=TITLE,
            goal="Das Dach wird gedämmt.",
            partner="malente",
        )
        plan = NamedBlobFile(b"%PDF-1.7", "application/pdf", "gutachten.pdf")
        createContentInContainer(case, "File", checkConstraints=False, title="Gutachten", file=plan)
        api.content.transition(case, "submit")
    return case


def fits(page):
    """Return whether the page is no wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"]
)
def test_nothing_keeps_people_out(case, own, new_page, login, base_url, axe, viewport, scheme):
    page = new_page(viewport, scheme)
    login(page, "malente-beides")
    for address in (
        f"{base_url}/@@inbox",
        f"{base_url}/@@inbox?several=1",
        f"{base_url}/@@inbox?overdue=1",
        f"{base_url}/@@submitted",
        case.absolute_url(),
        own.absolute_url(),
    ):
        page.goto(address)
        for summary in page.locator("main details > summary").all():
            summary.click()
        assert axe(page) == [], address
        assert fits(page), address
    page.goto(case.absolute_url())
    page.get_by_role("button", name="Nicht annehmen").click()
    expect(page.locator("#comment-error")).to_be_visible()
    assert axe(page) == []
    assert fits(page)


def test_by_keyboard_alone(case, page, login, base_url):
    login(page, "malente-pruefung")
    page.goto(f"{base_url}/@@inbox")
    page.get_by_role("link", name=TITLE, exact=True).first.focus()
    page.keyboard.press("Enter")
    page.locator("#comment").focus()
    page.keyboard.type("Bitte ein zweites Angebot einholen.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Freigeben")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("ol.line [aria-current=step]")).to_contain_text("Zur Überarbeitung")
    expect(page.locator("#verlauf")).to_contain_text("Bitte ein zweites Angebot einholen.")


def test_without_any_script(case, browser, base_url, login):
    context = browser.new_context(java_script_enabled=False, locale="de-DE", viewport=PHONE)
    page = context.new_page()
    login(page, "malente-pruefung")
    page.goto(case.absolute_url())
    page.get_by_role("button", name="Zur Überarbeitung zurückgeben").click()
    # The error is at the field, and the field has the focus.
    expect(page.locator("#comment-error")).to_contain_text("Bitte begründen Sie")
    expect(page.locator("#comment")).to_be_focused()
    page.fill("#comment", "Warum?")
    page.get_by_role("button", name="Zur Überarbeitung zurückgeben").click()
    expect(page.locator(".message")).to_contain_text("Erledigt")
    page.goto(f"{base_url}/@@inbox?several=1")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Freigeben").click()
    expect(page.locator("#ergebnis")).to_contain_text("erledigt")
    context.close()
    transaction.begin()
    assert api.content.get_state(case) == "returned"
    assert IJournal(case).verify() is None


def test_who_may_not_reads_why(own, page, login):
    login(page, "malente-beides")
    page.goto(own.absolute_url())
    page.locator("#entscheiden summary").click()
    expect(page.locator("#entscheiden details")).to_contain_text(
        "„Freigeben“ kann jede andere Person aus ‚Prüfung Malente‘."
    )
    expect(page.get_by_role("button", name="Freigeben")).to_have_count(0)


def test_on_paper(case, page, login):
    login(page, "malente-pruefung")
    page.goto(case.absolute_url())
    page.emulate_media(media="print")
    for text in (TITLE, case.case_number, "Das Dach wird gedämmt.", "Gutachten", "Angelegt"):
        expect(page.get_by_text(text).first).to_be_visible()
    for hidden in ("#entscheiden form", "#unterlagen form", "header.top nav"):
        assert not any(part.is_visible() for part in page.locator(hidden).all()), hidden
