"""A grant from the request to the accepted statement of use, each step as the person it belongs to.

Malente's employee asks at a desk and keeps the file on a phone in the dark look; the consultant
sits at a desk. axe finds nothing on the pages on the way.
"""

from browser.heard import unnamed
from datetime import timedelta
from decimal import Decimal
from funding.conftest import add_programme
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.core.textblocks import operations as textblocks
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.lessons.blocks.shelf import FUNDING
from people import step
from playwright.sync_api import expect
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID

import pytest
import re
import transaction


PHONE = {"width": 390, "height": 844}
PEOPLE = {
    "malente-mitarbeit": ["malente-staff"],
    "malente-pruefung": ["malente-staff", "malente-reviewers"],
    "berater": ["hub-consultants"],
}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
TITLE = "Dach der Feuerwache Sieversdorf"
SECOND = "Stiftung Dorf und Wehr"
PROGRAMMES = [
    {
        "title": "Feuerwehrhäuser im Land",
        "topics": {"feuerwehr", "energie"},
        "rate": Decimal(75),
        "own_share": Decimal(25),
        "financing": "share",
        "early_start": "on_request",
    },
    {"title": "Kommunale Gebäude", "topics": {"feuerwehr"}, "rate": Decimal(40)},
    {"title": "Klima vor Ort", "topics": {"energie"}, "own_share": Decimal(30)},
]
FIRST = PROGRAMMES[0]["title"]
ITEMS = [("Dach", "160.000,00"), ("Gerüst", "24.500,00")]
BLOCKS = {"Eigenanteil": "Er steht im Haushalt [Jahr].", "Klimaschutz": "Das Dach spart Energie."}
FUNDS = [("grant", "138.375,00"), ("own", "46.125,00")]


@pytest.fixture
def hub(sections, functional, new_page, person, login):
    """Return a function that opens a browser as a person; three programmes are in the catalogue."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    for fields in PROGRAMMES:
        add_programme(portal, **fields)
    transaction.commit()
    for name, groups in PEOPLE.items():
        person(name, groups, fullname=name.replace("-", " ").title())

    def enter(name, **kind):
        page = new_page(**kind)
        login(page, name)
        return page

    return enter


def says(page, *texts):
    for text in texts:
        expect(page.locator("main")).to_contain_text(text)


def stands(page, title):
    """Assert where a case or an application stands, as the bar says it."""
    expect(page.locator("ol.line [aria-current=step]")).to_contain_text(title)


def decide(page, verb):
    page.get_by_role("button", name=verb, exact=True).click()


def follow(page, name):
    page.locator("main").get_by_role("link", name=re.compile(f"^{name}")).first.click()


def fill(page, **values):
    """Fill in fields of a form by their names: True ticks, what is to be chosen is a token."""
    for name, value in values.items():
        if value is True:
            page.locator(f"#form-widgets-{name}-0").check()
        elif page.locator(f"select#form-widgets-{name}").count():
            page.locator(f"#form-widgets-{name}").select_option(value)
        else:
            page.locator(f"#form-widgets-{name}").fill(value)


def save(page, *texts):
    page.locator("#form-buttons-save").click()
    says(page, *texts)


def plan(page):
    """Write down costs and financing that balance."""
    follow(page, "Plan anlegen")
    for at, (title, gross) in enumerate(ITEMS):
        page.locator(f"[name=item-{at}-title]").fill(title)
        page.locator(f"[name=item-{at}-gross]").fill(gross)
        page.locator(f"[name=item-{at}-eligible]").check()
    for at, (kind, amount) in enumerate(FUNDS):
        page.locator(f"[name=fund-{at}-kind]").select_option(kind)
        page.locator(f"[name=fund-{at}-amount]").fill(amount)
    decide(page, "Als neue Fassung speichern")
    says(page, "Geht auf den Cent auf")


def test_from_the_request_to_the_accepted_statement(hub, functional, base_url, axe):
    portal = functional["portal"]
    today = formatting.to_local(formatting.now()).date()

    def day(days):
        return (today + timedelta(days=days)).isoformat()

    def is_good(page):
        assert axe(page) == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url

    # the employee asks, and reads programmes with reasons before anybody has advised
    desk = hub("malente-mitarbeit")
    desk.goto(f"{base_url}/@@beratung-anfragen")
    fill(desk, title=TITLE, goal="Das Dach ist dicht und gedämmt.")
    desk.get_by_label("Feuerwehr und Katastrophenschutz").check()
    desk.get_by_label("Energie und Klimaschutz").check()
    fill(desk, total_cost="184.500,00", own_funds="46.125,00")
    expect(desk.locator("[data-live]")).to_contain_text("3 Programme passen.")
    desk.locator("#form-buttons-submit").click()
    stands(desk, "Zur Freigabe")
    says(desk, "3 Programme passen.", "Bis zu 138.375,00 € sind möglich (75 %).")
    says(desk, "Der Eigenanteil von 25 % reicht nicht: verlangt sind 30 %")
    address = desk.url.partition("?")[0].partition("#")[0]

    transaction.begin()
    (case,) = portal["foerderung"]["beratungen"]["malente"].objectValues()
    step(case, "malente-pruefung", "release")
    transaction.commit()

    # the consultant takes it, adds a plan, recommends
    adviser = hub("berater")
    adviser.goto(address)
    decide(adviser, "In Beratung nehmen")
    plan(adviser)
    follow(adviser, "Empfehlung schreiben")
    fill(adviser, recommendation="Das Land fördert 75 %. Bitte auch die Stiftung fragen.")
    save(adviser)
    decide(adviser, "Empfehlung geben")
    stands(adviser, "Empfehlung liegt vor")

    # two applications are filed
    for number, amount in ((1, "138.375,00"), (2, "20.000")):
        desk.goto(address)
        follow(desk, "Antrag anlegen")
        if number == 1:
            desk.locator("#form-widgets-programme").select_option(label=FIRST)
        else:
            fill(desk, programme_title=SECOND)
        fill(desk, amount=amount)
        save(desk, "Der Antrag ist angelegt.")
        follow(desk, "Schritt eintragen")
        fill(desk, state="filed", day=day(-60))
        save(desk, "Der Schritt ist eingetragen.")
        stands(desk, "Gestellt")
    desk.goto(address)
    says(desk, FIRST, SECOND)
    decide(desk, "Antragstellung melden")
    stands(desk, "Antrag gestellt")

    # an order before the notice is stopped, and the rule is said
    phone = hub("malente-mitarbeit", viewport=PHONE, scheme="dark")
    phone.goto(f"{address}/@@antrag/1")
    says(phone, "Noch darf nichts beauftragt werden.")
    phone.get_by_text("Auf dieser Seite").press("Enter")
    is_good(phone)
    phone.get_by_role("navigation", name="Auf dieser Seite").get_by_text("Aufträge").click()
    expect(phone.locator("#auftraege")).to_be_in_viewport()
    order = {"what": "Dachdeckerarbeiten", "amount": "160.000", "kind": "works"}
    follow(phone, "Auftrag oder Vertrag eintragen")
    fill(phone, day=day(-40), **order)
    save(phone, "Halt, es ist nichts eingetragen.", "Quelle: VV Nr. 1.3 zu § 44 LHO")
    is_good(phone)

    # the notice brings its dates into the list
    adviser.goto(f"{address}/@@antrag/1")
    follow(adviser, "Bescheid eintragen")
    fill(adviser, day=day(-20), eligible_cost="184.500", period_from=day(-20), period_to=day(400))
    fill(adviser, drawdown_by=day(330), interim=f"{today + timedelta(days=120):%d.%m.%Y}")
    fill(adviser, proof_months="6", receipts_years="5", earmark_years="10", instruction_right=True)
    save(adviser, "Der Bescheid ist eingetragen.")
    stands(adviser, "Bewilligt")
    is_good(adviser)
    phone.goto(f"{base_url}/foerderung/@@fristen")
    says(phone, "8 Fristen", "Ende der Widerspruchsfrist", "Letzter Tag für den Mittelabruf")
    says(phone, "Zwischennachweis", "Verwendungsnachweis", FIRST)
    is_good(phone)
    adviser.goto(f"{address}/@@antrag/2")
    follow(adviser, "Bescheid eintragen")
    fill(adviser, kind="denial", day=day(-18))
    save(adviser)
    stands(adviser, "Abgelehnt")
    adviser.goto(address)
    decide(adviser, "Bewilligung eintragen")
    stands(adviser, "Bewilligt")

    # now the order is possible; money is asked for and comes, a payment has its receipt
    phone.goto(f"{address}/@@auftrag/1")
    fill(phone, day=day(-12), **order)
    save(phone, "Der Auftrag ist eingetragen.")
    follow(phone, "Mittelabruf eintragen")
    fill(phone, day=day(-9), due="160.000", amount="120.000,01")
    save(phone, "höchstens 120.000,00 € abrufen")
    is_good(phone)
    fill(phone, amount="90.000")
    save(phone, "Der Mittelabruf ist eingetragen.")
    says(phone, "Sie können jetzt Mittel abrufen: 48.375,00 €")
    follow(phone, "Mittelabruf eintragen")
    fill(phone, day=day(-8), due="160.000", amount="30.000")
    save(phone, "Der Mittelabruf ist eingetragen.")
    for came in (-6, -5):
        follow(phone, "Geld ist eingegangen")
        fill(phone, day=day(came))
        save(phone, "Der Eingang ist eingetragen.")
    follow(phone, "Beleg eintragen")
    fill(phone, invoice="RE 17", payee="Zimmerei Muster", paid_on=day(-4), gross="160.000")
    phone.locator("#form-widgets-item").select_option(label="Dach")
    phone.locator("#files").set_input_files(
        {"name": "re-17.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    is_good(phone)
    save(phone, "Der Beleg ist eingetragen.")
    file = phone.locator("main").get_by_role("link", name=re.compile("^Datei")).first
    assert phone.request.get(file.get_attribute("href")).body() == PDF

    # its use is stated and accepted; the case is over
    follow(phone, "Verwendungsnachweis einreichen")
    says(phone, "Erhalten haben Sie 120.000,00 €, zurückzuzahlen sind 0,00 €.")
    fill(phone, kind="regular", day=day(-2), report="Das Dach ist dicht.", confirmed=True)
    is_good(phone)
    save(phone, "Der Verwendungsnachweis ist eingereicht.")
    is_good(phone)
    adviser.goto(f"{address}/@@antrag/1")
    follow(adviser, "Antwort des Fördergebers eintragen")
    fill(adviser, state="accepted", day=day(-1))
    is_good(adviser)
    save(adviser, "Die Antwort ist eingetragen.", "anerkannt")
    adviser.goto(address)
    decide(adviser, "Abschließen")
    stands(adviser, "Abgeschlossen")
    phone.goto(f"{base_url}/foerderung/@@fristen")
    expect(phone.locator("ul.rows")).to_contain_text("Ende der Zweckbindung")
    expect(phone.locator("ul.rows")).not_to_contain_text("nachweis")

    # the report shows the money
    phone.goto(f"{base_url}/foerderung/@@ergebnisse")
    says(phone, "138.375,00 €", "120.000,00 €", "100 % (1 von 1 entschiedenen)")
    is_good(phone)

    transaction.begin()
    assert {one.state for one in funding_of(case).applications.values()} == {"granted", "denied"}
    assert IJournal(case).verify() is None


def test_a_text_block_is_found_and_put_where_one_writes(hub, base_url):
    for title, text in BLOCKS.items():
        textblocks.save(FUNDING, None, {"title": title, "text": text})
    transaction.commit()
    page = hub("malente-mitarbeit")
    page.goto(f"{base_url}/@@beratung-anfragen")
    goal = page.locator("#form-widgets-goal")
    goal.fill("Oben.\n\nUnten.")
    goal.press("ArrowUp")
    page.get_by_role("searchbox", name="Textbaustein suchen").press_sequentially("haushalte")
    beside = page.locator("[data-textblocks]")
    expect(beside.get_by_role("status")).to_have_text("Ein Textbaustein enthält diese Wörter.")
    found = beside.locator("[data-found] summary")
    expect(found).to_have_text("Eigenanteil")
    found.press("Enter")
    assert unnamed(page) == []
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=re.compile("^Einfügen ?: Eigenanteil"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(goal).to_have_value("Oben.\nEr steht im Haushalt [Jahr].\nUnten.")
    page.keyboard.type("2027")  # what is to be filled in is selected
    expect(goal).to_have_value("Oben.\nEr steht im Haushalt 2027.\nUnten.")
