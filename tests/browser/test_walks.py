"""Three cases from draft to decision, in the browser, each step as the person it belongs to."""

from browser.conftest import add_person
from kommunalhub.core.acting import as_builder
from playwright.sync_api import expect
from staging import staged

import pytest


DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PEOPLE = {
    "malente-redaktion": ["malente-staff", "malente-editors"],
    "malente-pruefung": ["malente-staff", "malente-reviewers"],
    "malente-mitarbeit": ["malente-staff"],
    "lensahn-pruefung": ["lensahn-staff", "lensahn-reviewers"],
    "oldenburg-pruefung": ["oldenburg-staff", "oldenburg-reviewers"],
    "dataport-pruefung": ["dataport-staff", "dataport-reviewers"],
    "berater": ["hub-consultants"],
    "startup": [],
}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def add_people(portal):
    with as_builder(portal):
        for name, groups in PEOPLE.items():
            add_person(name, groups, fullname=name.replace("-", " ").title())


people = staged(add_people, on="sections")


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def enter(request, people, new_page, login, base_url):
    """Return a function that opens the home page as a person: enter("berater")."""

    def enter(name):
        page = new_page(request.param)
        login(page, name)
        page.goto(base_url)
        return page

    return enter


def state(page, title):
    """Assert where the case stands, as the state bar says it."""
    expect(page.locator("ol.line [aria-current=step]")).to_contain_text(title)


def decide(page, verb):
    page.get_by_role("button", name=verb, exact=True).click()


def open_from_inbox(page, title):
    page.goto(page.url.split("/plone")[0] + "/plone/@@inbox")
    page.get_by_role("link", name=title).first.click()


def test_consultation(enter, base_url):
    title = "Dach der Feuerwache Sieversdorf"
    page = enter("malente-redaktion")
    page.get_by_role("link", name="Beratung anfragen").first.click()
    page.get_by_label("Vorhaben", exact=True).fill(title)
    page.get_by_label("Gesamtkosten").first.fill("184.500,00")
    page.get_by_label("Eigenmittel").first.fill("200.000,00")
    page.get_by_label("Ziel", exact=True).fill("Dämmen und Sonnenstrom gewinnen.")
    page.locator("#form-buttons-save").click()
    # The error stands at its field, and nothing typed is lost.
    expect(page.get_by_text("zusammen höher als die Gesamtkosten").first).to_be_visible()
    expect(page.get_by_label("Vorhaben", exact=True)).to_have_value(title)
    page.get_by_label("Eigenmittel").first.fill("46.125,00")
    page.locator("#form-buttons-save").click()
    state(page, "Entwurf")
    expect(page.locator("main")).to_contain_text("184.500,00")
    decide(page, "Zur Freigabe einreichen")
    state(page, "Zur Freigabe")
    address = page.url.partition("?")[0]

    reviewer = enter("malente-pruefung")
    open_from_inbox(reviewer, title)
    decide(reviewer, "Zur Überarbeitung zurückgeben")  # without a reason
    expect(reviewer.locator("main")).to_contain_text("Bitte begründen Sie diesen Schritt")
    decide(reviewer, "Freigeben")
    state(reviewer, "Freigegeben")

    adviser = enter("berater")
    open_from_inbox(adviser, title)
    decide(adviser, "In Beratung nehmen")
    state(adviser, "In Beratung")

    stranger = enter("lensahn-pruefung")
    stranger.goto(address)
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Hier gibt es nichts für Sie")
    assert title not in stranger.content()
    stranger.goto(f"{base_url}/@@search?SearchableText=Feuerwache")
    assert title not in stranger.locator("main").inner_text()


def test_material(enter, base_url):
    title = "Vergabevermerk in zehn Folien"
    page = enter("malente-redaktion")
    page.get_by_role("link", name="Unterlage einreichen").first.click()
    page.get_by_label("Titel").first.fill(title)
    page.locator("input[type=file]").first.set_input_files(
        {"name": "vergabevermerk.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    page.locator("#form-buttons-save").click()
    state(page, "Entwurf")
    decide(page, "Zur Prüfung einreichen")
    state(page, "In Prüfung")
    address = page.url.partition("?")[0]

    waiting = enter("lensahn-pruefung")
    waiting.goto(address)
    assert title not in waiting.content()

    reviewer = enter("malente-pruefung")
    open_from_inbox(reviewer, title)
    decide(reviewer, "Intern freigeben")
    expect(reviewer.locator("main")).to_contain_text("Intern freigegeben")

    waiting.goto(f"{base_url}/@@search?SearchableText=Vergabevermerk")
    waiting.locator("main").get_by_role("link", name=title).first.click()
    expect(waiting.get_by_role("heading", level=1)).to_contain_text(title)


def test_coworking_application(enter, base_url):
    page = enter("startup")
    page.get_by_role("link", name="Arbeitsplatz beantragen").first.click()
    fill_application(page)
    page.locator("#form-buttons-save").click()
    state(page, "Entwurf")
    decide(page, "Antrag abschicken")
    state(page, "Eingegangen")
    title = page.get_by_role("heading", level=1).inner_text()
    address = page.url.partition("?")[0]

    host = enter("oldenburg-pruefung")
    open_from_inbox(host, title)
    decide(host, "Mitzeichnung einleiten")
    state(host, "In Mitzeichnung")
    vote(host, "Zustimmen")
    expect(host.locator("#mitzeichnung")).to_contain_text("1 von 2 haben abgestimmt")

    operator = enter("dataport-pruefung")
    open_from_inbox(operator, title)
    vote(operator, "Nicht zustimmen, mit Begründung")  # without a reason
    expect(operator.locator("#mitzeichnung")).to_contain_text("Bitte begründen Sie")
    vote(operator, "Zustimmen")
    state(operator, "Genehmigt")

    page.reload()
    state(page, "Genehmigt")

    stranger = enter("lensahn-pruefung")
    stranger.goto(address)
    assert title not in stranger.content()


def vote(page, choice):
    section = page.locator("#mitzeichnung")
    section.get_by_label(choice, exact=True).check()
    section.locator("button[type=submit]").click()


def fill_application(page):
    page.get_by_label("Start-up").first.check()
    page.get_by_label("Organisation").first.fill("Wattwerk GmbH i. G.")
    page.locator("input[name$='contact_name']").first.fill("Kim Beispiel")
    page.get_by_label("Schreibtisch").first.check()
    page.locator("input[name$='start']").first.fill("2035-03-01")
    page.locator("input[name$='end']").first.fill("2035-05-31")
    page.get_by_label("Montag").first.check()
    page.locator("textarea[name$='purpose']").first.fill(
        "Wir entwickeln eine App für Ehrenamtliche."
    )
    page.get_by_label("Hausordnung").first.check()
    page.get_by_label("Datenschutz").first.check()
