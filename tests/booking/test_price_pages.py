"""Prices on pages and over REST: the list, its form, the total before it is booked."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from lxml import html
from urllib.error import HTTPError

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
