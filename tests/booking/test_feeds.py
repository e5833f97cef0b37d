"""Calendars to subscribe to: private, revocable, and never more than their person may see."""

from icalendar import Calendar
from kommunalhub.booking import feeds
from kommunalhub.booking import operations
from kommunalhub.core.acting import as_builder
from kommunalhub.core.feeds import addresses
from plone import api
from plone.uuid.interfaces import IUUID

import pytest
import requests
import transaction


@pytest.fixture
def desk(portal, house):
    desk = house.add_space(portal)
    with house.As("mia"):
        operations.book(desk, *house.at(9, 12), "Geheimes Gespräch")
    return desk


def events(secret):
    return [dict(event) for event in Calendar.from_ical(addresses.text_of(secret)).walk("VEVENT")]


def test_ones_own_bookings(desk, house):
    with house.As("mia"):
        [made] = operations.of_person("mia")
    [event] = events(feeds.subscribe("mia"))
    assert str(event["SUMMARY"]) == "Schreibtisch 1: Geheimes Gespräch"
    assert event["UID"].startswith(made.id)
    assert event["DTSTART"].dt == made.start
    with house.As("mia"):
        operations.cancel(desk, made.id)
    assert events(feeds.subscribe("mia")) == []


def test_a_space_as_each_may_see_it(desk, house):
    seen = {}
    for name in ("gesa", "lena", "max"):
        secret = feeds.subscribe(name, IUUID(desk))
        [event] = events(secret)
        seen[name] = str(event["SUMMARY"])
        assert "Mia" not in addresses.text_of(secret)
    assert seen == {
        "gesa": "Schreibtisch 1: belegt",
        "lena": "Schreibtisch 1: Malente",
        "max": "Schreibtisch 1: Geheimes Gespräch",
    }


def test_an_address_ends(desk, house):
    first = feeds.subscribe("mia")
    second = feeds.subscribe("mia")
    assert addresses.text_of(first) is None
    assert addresses.text_of(second) is not None
    feeds.revoke("mia")
    assert addresses.text_of(second) is None
    assert not feeds.is_subscribed("mia")
    of_space = feeds.subscribe("gesa", IUUID(desk))
    with as_builder(api.portal.get()):
        api.content.transition(desk, to_state="draft")
    assert addresses.text_of(of_space) is None
    assert addresses.text_of("x") is None


def test_a_deleted_account_gives_back_and_is_forgotten(desk, house):
    with house.As("mia"):
        [made] = operations.of_person("mia")
    secret = feeds.subscribe("mia")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="mia")
    assert addresses.text_of(secret) is None
    kept = operations.get(desk, made.id)
    assert (kept.is_firm, kept.holder, kept.made_by, kept.purpose) == (False, "", "", "")
    with house.As("lena"):
        operations.book(desk, *house.at(9, 12))


def test_over_http_nobody_signs_in(functional, web, house):
    desk = house.add_space(web)
    with house.As("mia"):
        operations.book(desk, *house.at(9, 12), "Klausur")
    transaction.commit()
    visitor = house.browser(functional, "mia")
    visitor.open(f"{web.absolute_url()}/@@kalender-abo")
    visitor.getControl("Neue Adresse erzeugen").click()
    address = visitor.contents.split("<code>")[1].split("</code>")[0]
    answer = requests.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Klausur" in answer.text
    visitor.open(f"{web.absolute_url()}/@@kalender-abo")
    assert "<code>" not in visitor.contents
    visitor.getControl("Adresse löschen").click()
    assert requests.get(address).status_code == 404
    assert requests.get(f"{web.absolute_url()}/@@buchungen.ics").status_code == 404
