"""Prices on pages and over REST: the list, its form, the total before it is booked."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.acting import as_builder
from kommunalhub.notices.operations import ensure_store
from lxml import html
from plone import api
from urllib.error import HTTPError
from zExceptions import Unauthorized

import pytest
import transaction


RATE = Rate(Decimal("4.00"), Decimal("15.00"), Decimal("25.00"), Decimal("50.00"))


@pytest.fixture
def desk(web, house):
    desk = house.add_space(web, bookable_by={rules.EVERYBODY})
    transaction.commit()
    return desk


@pytest.fixture
def priced(web, desk):
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    with as_builder(web):
        prices.enter_list(web["haus"], today(), {("desk", "person"): RATE}, 24, 50)
    transaction.commit()
    return desk


def today():
    return rules.to_local(formatting.now()).date()


def said(visitor):
    return " ".join(html.fromstring(visitor.contents).text_content().split())


def form(functional, house, who, desk, **query):
    visitor = house.browser(functional, who)
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    visitor.open(f"{desk.absolute_url()}/@@buchen?{asked}")
    return visitor


def test_the_total_is_seen_before_one_pays(functional, priced, house):
    day = house.workday().isoformat()
    visitor = form(functional, house, "gesa", priced, date=day, start="9:00", end="11:00")
    assert "Preis: 8,00 € ( 2 Stunden)" in said(visitor)
    assert "Bis 24 Stunden vor Beginn" in said(visitor)
    visitor.getControl(name="end").value = "13:00"
    visitor.getControl("Zahlungspflichtig buchen").click()
    assert "Noch ist nichts gebucht." in said(visitor)
    assert "Preis: 15,00 €" in said(visitor)
    transaction.begin()
    with house.As("gesa"):
        assert operations.of_person("gesa") == []
    visitor.getControl("Zahlungspflichtig buchen").click()
    assert "Gebucht:" in said(visitor)
    assert "15,00 €" in said(visitor)
    transaction.begin()
    [booking] = operations.of_person("gesa")
    assert booking.price == Decimal("15.00")


def test_who_pays_nothing_books_at_once(functional, priced, house):
    day = house.workday().isoformat()
    visitor = form(functional, house, "mia", priced, date=day, start="9:00", end="11:00")
    assert "Preis: kostenfrei" in said(visitor)
    visitor.getControl("Verbindlich buchen").click()
    assert "Gebucht:" in said(visitor)


def test_wrong_times_are_told_beside_a_price(functional, priced, house):
    day = house.workday().isoformat()
    visitor = form(functional, house, "gesa", priced, date=day, start="9:00", end="11:00")
    visitor.getControl(name="end").value = "heute"
    with pytest.raises(HTTPError, match="400"):
        visitor.getControl("Zahlungspflichtig buchen").click()


def test_everybody_reads_the_list_and_the_hub_enters_it(functional, desk, house):
    folder = f"{functional['portal'].absolute_url()}/haus"
    visitor = house.browser(functional)
    visitor.open(f"{folder}/@@preise")
    assert "Alles ist kostenfrei." in said(visitor)
    visitor = house.browser(functional, "hilde")
    visitor.open(f"{folder}/@@preise")
    visitor.getLink("Neue Preisliste eintragen").click()
    visitor.getControl(name="desk.startup.hour").value = "1,500"
    visitor.getControl(name="desk.company.day").value = "25,-"
    visitor.getControl(name="cancel_share").value = "120"
    with pytest.raises(HTTPError, match="400"):
        visitor.getControl("Preisliste eintragen").click()
    assert "Schreibtisch, Start-up: Stunde" in said(visitor)
    assert "ganze Zahl von 0 bis 100" in said(visitor)
    visitor.getControl(name="desk.startup.hour").value = "1,50"
    visitor.getControl(name="cancel_share").value = "20"
    visitor.getControl("Preisliste eintragen").click()
    assert "Die Preisliste ist eingetragen." in said(visitor)
    visitor = house.browser(functional)
    visitor.open(f"{folder}/@@preise")
    assert "1,50 €" in said(visitor) and "25,00 €" in said(visitor)
    assert "zahlen Sie 20 %" in said(visitor)


@pytest.mark.parametrize("who", [None, "gesa", "mia"])
def test_nobody_else_enters_one(functional, desk, house, who):
    url = f"{functional['portal'].absolute_url()}/haus"
    visitor = house.browser(functional, who)
    visitor.open(f"{url}/@@preise")
    assert "Neue Preisliste" not in said(visitor)
    answer = house.rest(who).post(f"{url}/@prices", json={"valid_from": today().isoformat()})
    assert answer.status_code == 401


@pytest.fixture
def url(functional, desk):
    return f"http://localhost:{functional['port']}/{functional['portal'].getId()}/haus"


def test_a_list_over_rest_and_the_price_before_booking(url, desk, house):
    hilde, gesa = house.rest("hilde"), house.rest("gesa")
    rates = {"desk": {"person": {"hour": "4.00", "day": "25"}}}
    body = {"valid_from": today().isoformat(), "rates": rates, "cancel_hours": 24}
    answer = hilde.post(f"{url}/@prices", json=body)
    assert answer.status_code == 201, answer.text
    listed = gesa.get(f"{url}/@prices").json()["items"]
    assert listed == [answer.json()]
    assert listed[0]["rates"]["desk"]["person"] == {"hour": "4.00", "day": "25.00"}
    start, end = (moment.isoformat() for moment in house.at(9, 12))
    space = f"{url}/{desk.getId()}"
    told = gesa.get(f"{space}/@price", params={"from": start, "to": end}).json()
    assert (told["price"], told["units"]) == ("12.00", {"hour": 3})
    body = {"start": start, "end": end, "price": "8.00"}
    answer = gesa.post(f"{space}/@bookings", json=body)
    assert (answer.status_code, answer.json()["price"]) == (409, "12.00")
    answer = gesa.post(f"{space}/@bookings", json={**body, "price": "12.00"})
    assert (answer.status_code, answer.json()["price"]) == (201, "12.00")
    asked = {"from": start, "to": end, "holder": "mia"}
    assert gesa.get(f"{space}/@price", params=asked).status_code == 403


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"valid_from"}),
        ({"valid_from": "morgen", "rates": []}, {"valid_from", "rates"}),
        ({"rates": {"desk": 5}, "valid_from": None}, {"rates", "valid_from"}),
        ({"rates": {"desk": {"person": {"hour": "1.555"}}}}, {"rates.desk.person.hour"}),
        ({"rates": {"desk": {"person": {"hour": -1}}}}, {"rates.desk.person.hour"}),
        ({"rates": {"desk": {"person": {"hour": "1e9"}}}}, {"rates.desk.person.hour"}),
        ({"rates": {"desk": {"person": {"hour": float("1e30")}}}}, {"rates.desk.person.hour"}),
        ({"rates": {"desk": {"person": {"hour": True}}}}, {"rates.desk.person.hour"}),
        ({"rates": {"moon": {"person": {"hour": 1}}}}, {"rates.moon.person.hour"}),
        ({"cancel_hours": -1, "cancel_share": "viel"}, {"cancel_hours", "cancel_share"}),
        ({"cancel_hours": True, "cancel_share": 10**12}, {"cancel_hours", "cancel_share"}),
        ({"note": "x"}, {"note"}),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(url, desk, house, body, fields):
    body = {"valid_from": (today() + timedelta(1)).isoformat(), **body} if body else body
    answer = house.rest("hilde").post(f"{url}/@prices", json=body)
    assert answer.status_code == 400, answer.text
    assert {error["field"] for error in answer.json()["errors"]} == fields
    assert house.rest("hilde").get(f"{url}/@prices").json()["items"] == []


def test_a_series_tells_the_price_of_what_is_chosen(functional, priced, house):
    first = house.workday()
    visitor = house.browser(functional, "gesa")
    visitor.open(f"{priced.absolute_url()}/@@serie")
    typed = {"date": first, "until": first + timedelta(days=14)}
    for name, day in typed.items():
        visitor.getControl(name=name).value = day.isoformat()
    visitor.getControl(name="start").value = "9:00"
    visitor.getControl(name="end").value = "11:00"
    visitor.getControl(name="step").value = ["weeks"]
    visitor.getControl("Termine ansehen").click()
    picks = html.fromstring(visitor.contents).xpath("//li/select/@name")
    dates = [name for name in picks if name.startswith("date-")]
    left = [name for name in dates if visitor.getControl(name=name).value == ["book"]]
    total = f"{8 * len(left)},00 €"
    assert f"Preis für alle Termine: {total}" in said(visitor)
    assert "Bis 24 Stunden vor Beginn" in said(visitor)
    visitor.getControl(name=left[0]).value = ["skip"]
    visitor.getControl("Zahlungspflichtig buchen").click()
    assert "Es ist noch nichts gebucht." in said(visitor)
    assert f"Preis für alle Termine: {8 * len(left) - 8},00 €" in said(visitor)
    visitor.getControl("Zahlungspflichtig buchen").click()
    transaction.begin()
    made = operations.of_person("gesa")
    assert [one.price for one in made] == [Decimal("8.00")] * (len(left) - 1)


def test_who_changes_the_times_sees_the_new_price_first(functional, priced, house):
    with house.As("gesa"):
        made = operations.book(priced, *house.at(9, 11, 3))
    transaction.commit()
    visitor = house.browser(functional, "gesa")
    visitor.open(f"{priced.absolute_url()}/@@buchung?id={made.id}")
    visitor.getControl(name="end").value = "12:00"
    visitor.getControl("Buchung ändern").click()
    assert "Noch ist nichts gebucht." in said(visitor)
    assert "Preis: 12,00 €" in said(visitor)
    transaction.begin()
    assert operations.get(priced, made.id) == made
    visitor.getControl("Zahlungspflichtig ändern").click()
    assert "Geändert:" in said(visitor)
    transaction.begin()
    assert operations.get(priced, made.id).price == Decimal("12.00")
    letters = [one.letter for one in ensure_store(api.portal.get()).outbox.mails.values()]
    assert any("Preis: 12,00\N{NO-BREAK SPACE}€" in one.text for one in letters)


def test_a_space_that_is_free_of_charge_costs_nobody_anything(functional, priced, house):
    priced.free_of_charge = True
    transaction.commit()
    day = house.workday().isoformat()
    visitor = form(functional, house, "gesa", priced, date=day, start="9:00", end="11:00")
    assert "Preis: kostenfrei" in said(visitor)
    assert "Kostenlos für alle." in said(visitor)
    visitor.getControl("Verbindlich buchen").click()
    transaction.begin()
    assert [one.price for one in operations.of_person("gesa")] == [0]
    visitor.open(f"{functional['portal'].absolute_url()}/haus/@@preise")
    assert "Kostenlos für alle Schreibtisch 1" in said(visitor)


def test_the_hub_sets_how_long_offers_stand_and_when_people_are_reminded(functional, web, house):
    url = f"{web.absolute_url()}/@@booking-controlpanel"
    visitor = house.browser(functional, "hilde")
    visitor.open(url)
    field = "form.widgets.booking_offer_hours"
    visitor.getControl(name=field).value = "200"
    visitor.getControl(name="form.buttons.save").click()
    assert "ganze Zahl von 1 bis 168" in said(visitor)
    visitor.getControl(name=field).value = "12"
    visitor.getControl(name="form.widgets.booking_reminder_hours").value = "0"
    visitor.getControl(name="form.buttons.save").click()
    transaction.begin()
    hours = [registry.read(f"kommunalhub.booking_{name}_hours") for name in ("offer", "reminder")]
    assert hours == [12, 0]
    other = house.browser(functional, "mia")
    with pytest.raises(Unauthorized):
        other.open(url)
