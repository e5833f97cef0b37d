"""Groups come without an account: nothing is kept before the link, the hall is booked once."""

from booking.conftest import workday
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.booking import free
from kommunalhub.booking.free import day_span
from kommunalhub.core.acting import as_builder
from kommunalhub.notices.box import store_of
from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.groups import rules
from plone import api
from plone.dexterity.utils import createContentInContainer

import pytest
import re
import transaction


GROUP = "Klasse 4b der Grundschule"


@given(st.text())
def test_whatever_is_typed_is_a_value_or_none(text):
    minute, day = rules.minute_in(text), rules.day_in(text)
    assert minute is None or 0 <= minute < 1440
    assert day is None or rules.FIRST_DAY <= day <= rules.LAST_DAY
    number = rules.number_in(text, rules.LEAST, rules.MOST)
    assert number is None or rules.LEAST <= number <= rules.MOST
    name = rules.name_in(text)
    assert name is None or 0 < len(name) <= rules.LONGEST


@pytest.fixture
def hall(web):
    """The hall of the hub, and a server for mails."""
    for name, value in (("smtp_host", "localhost"), ("email_from_address", "hub@example.org")):
        api.portal.set_registry_record(f"plone.{name}", value)
    with as_builder(web):
        folder = api.content.create(web, "Folder", "haus")
        values = {"title": "Halle", "kind": "hall", "seats": 40}
        space = createContentInContainer(folder, "Space", **values)
        api.content.transition(space, to_state="public")
    return space


@pytest.fixture
def exhibit(web, hub, hall):
    exhibit = hub.bring_to(hub.add_exhibit(web, takes_groups=True), "public")
    transaction.commit()
    return exhibit


def letters(portal):
    transaction.begin()
    store = store_of(portal)
    found = [mail.letter for mail in store.outbox.mails.values()] if store is not None else []
    return [letter for letter in found if letter.recipient == "lea@schule.example"]


def link_in(letter, page):
    return re.search(rf"https?://\S*{page}\?key=\S+", letter.text)[0]


def booked(hall):
    transaction.begin()
    claims = free.claims_of(hall, day_span(workday(5)))
    return [one for one in map(free.booking_of, claims) if one is not None]


def fill(browser, **values):
    wanted = {
        "group": GROUP,
        "persons": "24",
        "date": workday(5).isoformat(),
        "start": "10:00",
        "fullname": "Lea Lehrerin",
        "email": "lea@schule.example",
        **values,
    }
    for name, value in wanted.items():
        browser.getControl(name=name).value = value
    browser.raiseHttpErrors = False
    browser.getControl("Link zusenden").click()


def test_from_the_page_to_the_booked_hall_and_back(functional, web, hub, hall, exhibit):
    browser = hub.browser(functional)
    browser.open(exhibit.absolute_url())
    browser.getLink("Gruppe anmelden").click()
    fill(browser, persons="900", date="9999-12-31", group="a\u202eb")
    assert browser.headers["Status"].startswith("400")
    for said in ("von 2 bis 60", "Bitte wählen Sie einen Tag", "wer kommt"):
        assert said in browser.text, said
    fill(browser, start="3:00")
    assert "Öffnungszeiten" in browser.text
    fill(browser)
    assert "sehen Sie in Ihr Postfach" in browser.text
    assert booked(hall) == []
    [confirming] = letters(web)
    link = link_in(confirming, "gruppe-bestaetigen")
    for _time in range(2):  # followed twice, booked once
        browser.open(link)
        assert browser.headers["Referrer-Policy"] == "no-referrer"
        browser.getControl("Besuch bestätigen").click()
        assert "Die Halle ist für Sie reserviert." in browser.text
    [one] = booked(hall)
    assert GROUP in one.purpose and "24" in one.purpose and one.holder == ""
    [_confirming, told] = letters(web)
    browser.open(link_in(told, "gruppenbesuch"))
    browser.getControl("Besuch absagen").click()
    assert "Der Besuch ist abgesagt." in browser.text
    assert booked(hall) == []


def test_a_time_that_is_taken_is_said_with_what_is_free(functional, web, hub, hall, exhibit):
    visit = rules.Visit("Lea", "lea@schule.example", GROUP, 24, workday(5).isoformat(), 600, 90)
    other = rules.Visit("Ole", "ole@schule.example", "Verein", 8, visit.day, 630, 60)
    operations.confirm(exhibit, visit)
    with pytest.raises(operations.Refused, match="group_taken_free"):
        operations.confirm(exhibit, other)
    transaction.commit()
    browser = hub.browser(functional)
    browser.open(f"{exhibit.absolute_url()}/@@gruppe-anmelden")
    fill(browser, start="10:30")
    assert "Die Halle ist dann belegt. An dem Tag ist frei:" in browser.text


def test_nobody_registers_where_no_groups_are_taken(web, hub, hall):
    closed = hub.bring_to(hub.add_exhibit(web), "public")
    draft = hub.add_exhibit(web, title="Entwurf", takes_groups=True)
    transaction.commit()
    for exhibit in (closed, draft):
        answer = hub.visitor().get(f"{exhibit.absolute_url()}/@@gruppe-anmelden")
        assert answer.status_code == 404
    wrong = hub.visitor().get(f"{web.absolute_url()}/@@gruppenbesuch?key=falsch")
    assert wrong.status_code == 404 and "kein Besuch" in wrong.text
    assert "nicht mehr" in hub.visitor().get(f"{closed.absolute_url()}/@@gruppe-bestaetigen").text
