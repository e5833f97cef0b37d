"""What is long over is known without names; counts, prices and what is to come stay."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import leaving
from kommunalhub.booking import operations
from kommunalhub.booking import retention
from kommunalhub.booking import rules
from kommunalhub.booking.jobs import Forgetting
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.booking.reports.asked import Asked
from kommunalhub.booking.reports.occupancy import Occupancy
from kommunalhub.booking.reports.receipts import receipts_of
from kommunalhub.booking.storage import book_of
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from plone import api
from plone.uuid.interfaces import IUUID

import pytest


@pytest.fixture
def desk(portal, house):
    today = rules.to_local(formatting.now()).date()
    prices.enter_list(portal["haus"], today, {("desk", "person"): Rate(Decimal("4.00"))}, 24, 50)
    return house.add_space(portal, bookable_by={"everybody"}, horizon=366)


@pytest.fixture
def made(desk, house):
    """One of gesa, one that hilde made for mia, one given back for nothing."""
    with house.As("gesa"):
        paid = operations.book(desk, *house.at(8, 9), "Geheim")
        gone = operations.book(desk, *house.at(9, 10, 3), "Geheim")
        operations.cancel(desk, gone.id)
    with house.As("hilde"):
        other = operations.book(desk, *house.at(10, 11), "Geheim", "mia")
    return paid, gone, other


def tick(now):
    job = Forgetting()
    keys = list(job.due(now))
    for key in keys:
        job.do(key, now)
    return keys


def later(months):
    return formatting.now() + timedelta(days=31 * months + 8)


def test_after_its_months_nobody_knows_whose_it_was(portal, desk, made, house, monkeypatch):
    api.portal.set_registry_record(retention.MONTHS, 6)
    paid, gone, other = made
    assert tick(later(0)) == [IUUID(desk)]  # nothing is long over yet
    assert operations.get(desk, paid.id) == paid
    asked = Asked(house.workday(), house.workday())
    then = later(6)
    monkeypatch.setattr(formatting, "now", lambda: then)
    assert tick(then) == [IUUID(desk)]
    assert tick(then) == []
    for old in (paid, other):
        kept = operations.get(desk, old.id)
        assert (kept.holder, kept.made_by, kept.purpose) == ("", "", "")
        assert (kept.span, kept.partner, kept.price) == (old.span, old.partner, old.price)
    with pytest.raises(KeyError):
        operations.get(desk, gone.id)
    assert operations.of_person("gesa", leaving.BEGINNING) == []
    assert free.habits("gesa")[0] == {}
    with as_builder(portal):
        assert Occupancy(portal["haus"], asked).total().bookings == 2
        assert [one.price for one in receipts_of(portal["haus"], asked)] == [
            Decimal("4.00"),
            Decimal("0.00"),
        ]


def test_what_is_still_owed_stays_without_a_name(desk, made, house, monkeypatch):
    start, end = house.at(9, 11, 4)
    with house.As("gesa"):
        booking = operations.book(desk, start, end)
        monkeypatch.setattr(formatting, "now", lambda: start - timedelta(hours=1))
        operations.cancel(desk, booking.id)
    tick(start + timedelta(days=400))
    kept = operations.get(desk, booking.id)
    assert (kept.state, kept.price, kept.holder) == (bookings.CANCELLED, Decimal("4.00"), "")


def test_what_is_to_come_or_fresh_is_not_touched(desk, made, house):
    with house.As("mia"):
        ahead = operations.book(desk, *house.at(14, 15, 90))
    tick(ahead.start)
    assert operations.get(desk, ahead.id).holder == "mia"
    assert operations.get(desk, made[0].id).holder == "gesa"


def test_who_only_booked_for_others_is_forgotten_with_the_account(portal, desk, made):
    assert "hilde" not in book_of(portal).accounts
    leaving.forget_person("hilde")
    kept = operations.get(desk, made[2].id)
    assert (kept.holder, kept.made_by, kept.purpose) == ("mia", "", "Geheim")


def test_the_months_are_told(functional, web, house):
    visitor = house.browser(functional, "mia")
    visitor.open(f"{functional['portal'].absolute_url()}/@@meine-buchungen")
    assert "Frist in Monaten: 12" in " ".join(visitor.contents.split())
