"""A project from the idea to a public page and a report, each step as the person it belongs to.

Who leads it sits at a desk and has a keyboard alone: Tab leads to each field, Enter sends. Partners
agree on a phone in the dark, one of them without JavaScript. A visitor reads what was released, and
nothing else. axe finds nothing on the pages on the way.
"""

from browser.conftest import DESKTOP
from browser.conftest import PHONE
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.projects.months import month_of
from playwright.sync_api import expect
from plone import api

import pytest
import re
import transaction


PEOPLE = {
    "malente-redaktion": ["malente-staff", "malente-editors"],
    "malente-pruefung": ["malente-staff", "malente-reviewers"],
    "lensahn-redaktion": ["lensahn-staff", "lensahn-editors"],
    "lensahn-pruefung": ["lensahn-staff", "lensahn-reviewers"],
    "lensahn-mitarbeit": ["lensahn-staff"],
    "oldenburg-pruefung": ["oldenburg-staff", "oldenburg-reviewers"],
}
TITLE = "Bänke zum Mitfahren"
SHORT = "Bänke zeigen an, wohin jemand mitfahren möchte."
GAIN = "Sie kommen auch ohne Bus zum Einkaufen."
#: What must never reach a visitor: goal, money, milestone's details, the words of the report.
GOAL, ABOUT, MONEY = "Zwölf Bänke bis zum Sommer", "Absprache mit dem Bauhof", "18.000"
TOLD = "Die Plätze sind mit der Verkehrsbehörde abgestimmt."
INTERNAL = (GOAL, ABOUT, MONEY, TOLD)
TODAY = formatting.to_local(formatting.now()).date()
#: So often is Tab pressed on the way to one field; a page with more stops would lose people.
MOST_TABS = 120


class Keys:
    """A person at a page who has nothing but a keyboard."""

    def __init__(self, page):
        self.page = page

    def to(self, locator):
        """Tab until the focus is there, and be seen to be there."""
        wanted = locator.element_handle()
        for _ in range(MOST_TABS):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way by Tab to {locator}")

    def write(self, locator, text):
        self.to(locator)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def day(self, locator, day):
        """Enter a day: whether its year or its day is typed first is up to the browser."""
        self.to(locator)
        locator.fill(day.isoformat())

    def choose(self, locator, begins, value):
        """Choose of a list by how the words of the choice begin."""
        self.to(locator)
        self.page.keyboard.type(begins)
        expect(locator).to_have_value(value)

    def press(self, locator, key="Enter", leads_to=None):
        """Press a key there; leads_to: a part of the address of the page that then comes."""
        self.to(locator)
        locator.press(key)
        if leads_to:
            expect(self.page).to_have_url(re.compile(re.escape(leads_to)))
            self.page.wait_for_load_state("domcontentloaded")


@pytest.fixture
def hub(sections, functional, new_page, person, login):
    """Return a function that opens a browser as a person, or as a visitor."""
    api.portal.set_registry_record("plone.portal_timezone", "Europe/Berlin")
    transaction.commit()
    for name, groups in PEOPLE.items():
        person(name, groups, fullname=name.replace("-", " ").title())

    def enter(name=None, **kind):
        page = new_page(**kind)
        if name:
            login(page, name)
        return page

    return enter


def field(page, name):
    return page.locator(f"[name='form.widgets.{name}']")


def fits(page, axe):
    assert axe(page) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def propose(page, keys, base_url, axe):
    """Write the idea down, with a milestone, and propose it; return its address."""
    page.goto(f"{base_url}/projekte")
    keys.press(page.get_by_role("link", name="Projekt vorschlagen").first, leads_to="++add++")
    fits(page, axe)
    keys.write(field(page, "title"), TITLE)
    keys.write(field(page, "description"), SHORT)
    keys.write(field(page, "goal"), GOAL)
    keys.press(page.locator("[name='form.widgets.theme_fields:list'][value='mobility']"), "Space")
    keys.press(page.locator("[name='form.widgets.partners:list'][value='lensahn']"), "Space")
    keys.write(field(page, "gain"), GAIN)
    keys.write(field(page, "budget"), "18.000,00")
    keys.write(field(page, "own_share"), "9.000,00")
    keys.day(field(page, "start"), TODAY)
    keys.day(field(page, "end"), TODAY + timedelta(days=200))
    keys.press(page.get_by_role("button", name="Speichern"))
    expect(page.locator("main")).to_contain_text("Die Idee ist gespeichert")
    address = re.sub(r"[?#].*", "", page.url).removesuffix("/view")

    keys.press(page.get_by_role("link", name="Etappe eintragen"), leads_to="@@etappe")
    fits(page, axe)
    keys.write(field(page, "title"), "Erste Bank steht")
    keys.write(field(page, "about"), ABOUT)
    keys.day(field(page, "planned"), TODAY + timedelta(days=20))
    keys.choose(page.locator("select[name='form.widgets.partner:list']"), "Gemeinde", "malente")
    keys.press(page.get_by_role("button", name="Speichern"))
    expect(page.locator("main")).to_contain_text("Erste Bank steht")
    page.goto(address)
    keys.press(page.get_by_role("button", name="Den Partnern vorschlagen", exact=True))
    expect(page.locator("main")).to_contain_text("Vorgeschlagen")
    return address


def agree(page, address, axe):
    """Find the project in one's inbox and agree, by keys as well."""
    keys = Keys(page)
    page.goto(f"{address.partition('/projekte')[0]}/@@inbox")
    expect(page.locator("main")).to_contain_text(TITLE)
    page.goto(address)
    fits(page, axe)
    keys.press(page.get_by_label("Zustimmen", exact=True), "Space")
    keys.press(page.get_by_role("button", name="Stimme abgeben"))


def report(page, keys, address, axe):
    """Write the report of this month: what is there already is looked over, one line is added."""
    page.goto(f"{address}#berichte")
    keys.press(
        page.get_by_role("link", name=re.compile("^Bericht für")), leads_to="@@monatsbericht"
    )
    fits(page, axe)
    expect(field(page, "ahead")).to_have_value(re.compile("Erste Bank steht"))
    keys.write(field(page, "happened"), TOLD)
    keys.press(page.get_by_role("button", name="Speichern"))
    expect(page.locator("#berichte")).to_contain_text(TOLD)


def test_from_the_idea_to_a_public_page_and_a_report(hub, base_url, axe):
    page = hub("malente-redaktion", viewport=DESKTOP)
    keys = Keys(page)
    address = propose(page, keys, base_url, axe)

    # nobody outside its partners sees it, the partners do and agree
    stranger = hub("oldenburg-pruefung")
    stranger.goto(address)
    expect(stranger.locator("body")).not_to_contain_text(GOAL)
    agree(hub("lensahn-pruefung", viewport=PHONE, scheme="dark"), address, axe)
    agree(
        hub("malente-pruefung", viewport=PHONE, script=False, scheme="dark"), address, lambda _: []
    )

    page.goto(address)
    expect(page.locator("ol.line [aria-current=step]")).to_contain_text("Vereinbart")
    keys.press(page.get_by_role("button", name="Projekt starten", exact=True))
    expect(page.locator("ol.line [aria-current=step]")).to_contain_text("Laufend")
    report(page, keys, address, axe)
    paper = page.request.get(f"{address}/@@monatsbericht-pdf/{month_of(TODAY)}")
    assert paper.body().startswith(b"%PDF")

    # a visitor finds nothing before somebody else than who wrote it has released it
    visitor = hub(viewport=PHONE, script=False)
    visitor.goto(f"{base_url}/projekte")
    expect(visitor.locator("main")).not_to_contain_text(TITLE)
    reviewer = hub("malente-pruefung", viewport=PHONE, scheme="dark")
    reviewer.goto(f"{address}#oeffentlich")
    their = Keys(reviewer)
    their.press(reviewer.get_by_role("link", name=re.compile("Genau")), leads_to="vorschau")
    expect(reviewer.locator("main")).to_contain_text(GAIN)
    reviewer.goto(f"{address}#oeffentlich")
    their.press(reviewer.get_by_role("button", name="Öffentliche Seite freigeben"))
    expect(reviewer.locator("main")).to_contain_text("Die öffentliche Seite ist freigegeben")
    fits(reviewer, axe)

    # the visitor reads it on a phone, dark and light, and nothing internal
    for kind in ({"scheme": "dark"}, {"script": False}):
        visitor = hub(viewport=PHONE, **kind)
        visitor.goto(f"{base_url}/projekte")
        visitor.get_by_role("link", name=TITLE).press("Enter")
        expect(visitor.get_by_role("heading", level=1)).to_contain_text(TITLE)
        for text in (SHORT, GAIN, "Das Projekt läuft.", "Erste Bank steht"):
            expect(visitor.locator("main")).to_contain_text(text)
        assert not [text for text in INTERNAL if text in visitor.content()]
        if kind.get("script", True):
            fits(visitor, axe)
    for inner in ("", "/@@monatsberichte-xlsx", f"/@@monatsbericht-pdf/{month_of(TODAY)}"):
        answer = visitor.request.get(address + inner, max_redirects=0)
        assert answer.status in (302, 401, 404), inner
        assert not [text for text in INTERNAL if text in answer.text()]

    # a colleague of the other partner reads the report, and writes none
    colleague = hub("lensahn-mitarbeit", viewport=PHONE, scheme="dark")
    colleague.goto(f"{address}#berichte")
    expect(colleague.locator("#berichte")).to_contain_text(TOLD)
    expect(colleague.get_by_role("link", name=re.compile("^Bericht für"))).to_have_count(0)
    fits(colleague, axe)


def test_another_partner_leads_from_now_on(hub, base_url, axe):
    page = hub("malente-redaktion")
    keys = Keys(page)
    address = propose(page, keys, base_url, axe)
    for who in ("lensahn-pruefung", "malente-pruefung"):
        agree(hub(who, viewport=PHONE, scheme="dark"), address, axe)
    page.goto(address)
    keys.press(page.get_by_role("button", name="Projekt starten", exact=True))
    keys.press(page.get_by_role("link", name="Beteiligte ändern"), leads_to="beteiligte-a")
    fits(page, axe)
    keys.choose(page.locator("select[name='form.widgets.lead:list']"), "Amt", "lensahn")
    keys.write(field(page, "reason"), "Lensahn baut jetzt weiter.")
    keys.press(page.get_by_role("button", name="Speichern"))
    expect(page.locator("main")).to_contain_text("Lensahn baut jetzt weiter.")
    for who in ("malente-pruefung", "lensahn-pruefung"):
        agree(hub(who, viewport=PHONE, scheme="dark"), address, axe)
    new = hub("lensahn-redaktion", viewport=PHONE, scheme="dark")
    new.goto(f"{address}#beteiligte")
    expect(new.locator("#beteiligte tbody tr").first).to_contain_text("Lensahn")
    expect(new.get_by_role("link", name="Beteiligte ändern")).to_have_count(1)
    fits(new, axe)
    page.goto(address)
    expect(page.get_by_role("link", name="Beteiligte ändern")).to_have_count(0)
