"""What a time costs, without a site."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.booking.prices import rules
from kommunalhub.booking.prices.rules import PriceList
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.booking.rules import Span
from kommunalhub.booking.rules import span_of
from kommunalhub.booking.rules import Terms
from kommunalhub.lib import money
from kommunalhub.lib import typedhours

import doctest
import pytest


MONDAY = date(2027, 1, 4)
ENTERED = datetime(2026, 12, 1, tzinfo=UTC)
TERMS = Terms(hours=typedhours.parse_hours("Mo–Fr 8–18"))
RATE = Rate(Decimal("4.00"), Decimal("15.00"), Decimal("25.00"), Decimal("50.00"))
LIST = PriceList(MONDAY, ENTERED, {("desk", "startup"): RATE}, 24, 50)

euros = st.none() | st.decimals(0, 100, places=2)
rates = st.builds(Rate, euros, euros, euros)
minutes = st.integers(0, 1440)


def test_doctests():
    assert doctest.testmod(rules).failed == 0
    assert doctest.testmod(money).failed == 0


@given(minutes, minutes, rates)
def test_longer_is_never_cheaper_and_one_never_dearer_than_two(first, second, rate):
    one, two = (rules.price_of_day(length, rate)[0] for length in (first, second))
    both = rules.price_of_day(min(first + second, 1440), rate)[0]
    assert max(one, two) <= both <= one + two


@given(minutes, rates)
def test_a_price_is_an_amount_of_money_and_what_its_units_cost(length, rate):
    amount, units = rules.price_of_day(length, rate)
    assert money.is_amount(amount)
    assert amount == sum(getattr(rate, unit) * count for unit, count in units.items())
    assert rate.day is None or amount <= rate.day
    if rate.offered:
        assert sum(rules.MINUTES[unit] * count for unit, count in units.items()) >= length


@given(st.decimals(0, 10_000, places=2), st.integers(-72, 72), st.integers(0, 200))
def test_what_is_owed_is_never_more_than_the_price(amount, hours, share):
    prices = replace(LIST, cancel_share=min(share, 100))
    owed = rules.fee(amount, ENTERED, ENTERED + timedelta(hours=hours), prices)
    assert money.is_amount(owed) and owed <= amount
    assert hours < 0 or owed == amount
    assert hours > -24 or owed == 0


def pieces(*spans):
    return rules.pieces_of(spans, TERMS)


def test_each_day_is_reckoned_for_itself():
    both = Span(span_of(MONDAY, 17 * 60, 18 * 60).start, span_of(date(2027, 1, 5), 0, 600).end)
    assert pieces(both) == [(MONDAY, 60), (date(2027, 1, 5), 120)]
    price = rules.price_of(pieces(both), "desk", "startup", [LIST])
    assert (price.amount, price.units) == (Decimal("12.00"), {"hour": 3})


def test_a_fixed_place_costs_its_open_days_only():
    whole = Span(span_of(MONDAY, 0, 1440).start, span_of(date(2027, 1, 17), 0, 1440).end)
    price = rules.price_of(pieces(whole), "desk", "startup", [LIST])
    assert (price.amount, price.units) == (Decimal("250.00"), {"day": 10})
    assert price.deposit == Decimal("50.00")


def test_the_clocks_do_not_change_what_a_day_costs():
    always = Terms(hours=typedhours.parse_hours("täglich 0–24"))
    for day in (date(2028, 3, 26), date(2028, 10, 29), date(2027, 6, 5)):
        found = rules.pieces_of([span_of(day, 0, 1440)], always)
        assert rules.price_of_day(found[0][1], RATE) == (Decimal("25.00"), {"day": 1})


def test_a_list_holds_from_its_day_and_a_later_one_for_the_same_day_corrects_it():
    higher = replace(LIST, valid_from=MONDAY + timedelta(days=1))
    corrected = replace(LIST, entered=ENTERED + timedelta(days=1), cancel_hours=1)
    lists = [LIST, higher, corrected]
    assert rules.list_for(lists, MONDAY - timedelta(days=1)) is None
    assert rules.list_for(lists, MONDAY) is corrected
    assert rules.list_for(lists, MONDAY, ENTERED) is LIST
    assert rules.list_for(lists, MONDAY + timedelta(days=9)) is higher


def test_no_list_is_no_price_and_no_rate_is_free():
    span = span_of(MONDAY, 540, 600)
    assert rules.price_of(pieces(span), "desk", "startup", []) is None
    assert rules.price_of(pieces(span), "hall", "startup", [LIST]).amount == 0
    assert rules.price_of(pieces(span), "desk", "administration", [LIST]).amount == 0


@pytest.mark.parametrize(
    ("hours", "amount"), [(1, "4.00"), (4, "15.00"), (5, "15.00"), (6, "19.00"), (9, "25.00")]
)
def test_the_cheapest_units_are_taken(hours, amount):
    assert rules.price_of_day(60 * hours, RATE)[0] == Decimal(amount)
