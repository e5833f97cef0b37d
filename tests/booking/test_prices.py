"""Prices on bookings: frozen when booked, reckoned anew when changed, owed when given back late."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.booking import closing
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import IApplicantKind
from kommunalhub.booking.interfaces import ISpace
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.core import formatting
from zope.component import getGlobalSiteManager
from zope.interface import Interface

import pytest


RATE = Rate(Decimal("4.00"), Decimal("15.00"), Decimal("25.00"), Decimal("50.00"))


class Startup:
    """An offer that knows gesa as a start-up."""

    def __init__(self, context):
        pass

    def kind_of(self, userid):
        return "startup" if userid == "gesa" else None


@pytest.fixture
def desk(portal, house):
    registry = getGlobalSiteManager()
    registry.registerSubscriptionAdapter(Startup, (ISpace,), IApplicantKind)
    yield house.add_space(portal, bookable_by={rules.EVERYBODY})
    registry.unregisterSubscriptionAdapter(Startup, (ISpace,), IApplicantKind)


def enter(portal, rate=RATE, hours=24, share=50, ahead=0):
    today = rules.to_local(formatting.now()).date()
    rates = {("desk", "startup"): rate}
    return prices.enter_list(portal["haus"], today + timedelta(ahead), rates, hours, share)


def later(monkeypatch, moment):
    monkeypatch.setattr(formatting, "now", lambda: moment)


def test_who_works_here_pays_nothing_and_an_offer_says_what_others_are(portal, desk, house):
    enter(portal)
    with house.As("mia"):
        own = operations.book(desk, *house.at(8, 9))
    with house.As("gesa"):
        paid = operations.book(desk, *house.at(9, 12))
    assert (own.applicant, own.price) == ("administration", Decimal("0.00"))
    assert (paid.applicant, paid.price) == ("startup", Decimal("12.00"))
    assert operations.get(desk, paid.id).price == Decimal("12.00")


def test_without_a_list_nobody_is_asked_for_anything(desk, house):
    with house.As("gesa"):
        booking = operations.book(desk, *house.at(9, 12))
        assert booking.price is None
        assert prices.owed_now(desk, booking) is None
        assert operations.cancel(desk, booking.id).price is None


def test_a_price_is_frozen_and_a_change_is_reckoned_by_the_list_of_then(
    portal, desk, house, monkeypatch
):
    enter(portal)
    with house.As("gesa"):
        booking = operations.book(desk, *house.at(9, 12, 3))
    later(monkeypatch, formatting.now() + timedelta(minutes=5))
    enter(portal, Rate(hour=Decimal("40.00")))
    assert operations.get(desk, booking.id).price == Decimal("12.00")
    with house.As("gesa"):
        assert operations.change(desk, booking.id, purpose="Neu").price == Decimal("12.00")
        assert operations.change(desk, booking.id, *house.at(9, 13, 3)).price == Decimal("15.00")
        assert operations.change(desk, booking.id, *house.at(9, 11, 3)).price == Decimal("8.00")
        dear = operations.book(desk, *house.at(14, 15, 3))
    assert dear.price == Decimal("40.00")


def test_a_list_for_later_holds_for_times_from_its_day_on(portal, desk, house):
    enter(portal)
    ahead = (house.workday(5) - rules.to_local(formatting.now()).date()).days
    enter(portal, Rate(hour=Decimal("6.00")), ahead=ahead)
    with house.As("gesa"):
        before = operations.book(desk, *house.at(9, 10, 4))
        then = operations.book(desk, *house.at(9, 10, 5))
    assert (before.price, then.price) == (Decimal("4.00"), Decimal("6.00"))


@pytest.mark.parametrize(("hours", "owed"), [(25, "0.00"), (23, "6.00"), (-1, "12.00")])
def test_who_gives_back_late_owes_a_share(portal, desk, house, monkeypatch, hours, owed):
    enter(portal)
    start, end = house.at(9, 12, 3)
    with house.As("gesa"):
        booking = operations.book(desk, start, end)
        later(monkeypatch, start - timedelta(hours=hours))
        assert prices.owed_now(desk, booking) == Decimal(owed)
        assert operations.cancel(desk, booking.id).price == Decimal(owed)


def test_who_shortens_late_owes_a_share_too(portal, desk, house, monkeypatch):
    enter(portal)
    start, _end = house.at(9, 12, 3)
    with house.As("gesa"):
        booking = operations.book(desk, *house.at(9, 12, 3))
        later(monkeypatch, start - timedelta(hours=2))
        assert operations.change(desk, booking.id, *house.at(9, 9.5, 3)).price == Decimal("6.00")


def test_what_the_hub_takes_back_costs_nothing(portal, desk, house, monkeypatch):
    enter(portal)
    start, end = house.at(9, 12, 3)
    with house.As("gesa"):
        booking = operations.book(desk, start, end)
    later(monkeypatch, start - timedelta(hours=1))
    with house.As("hilde"):
        closing.close(desk, start, end, "Wasserschaden")
    assert operations.get(desk, booking.id).price == Decimal("0.00")


def test_a_fixed_place_has_the_price_of_its_days_and_a_deposit(portal, desk, house):
    enter(portal)
    day = house.workday(2)
    span = rules.Span(rules.local_moment(day, 0), rules.local_moment(day + timedelta(6), 1440))
    price = prices.price_of(desk, "startup", [span])
    with house.As("hilde"):
        first = operations.assign(desk, span, "gesa", "case-1", "", "startup", price.deposit)
    assert first.price == price.amount == Decimal("25.00") * price.units["day"]
    assert first.deposit == Decimal("50.00")


def test_nobody_else_is_asked_who_a_person_is(desk):
    assert prices.kind_of_applicant(desk, "hilde") == "administration"
    assert prices.kind_of_applicant(desk, "nobody") == "person"
    assert IApplicantKind.isOrExtends(Interface)
