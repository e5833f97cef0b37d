"""What it costs to hold a grant too long: by the day, at the base rate of each day."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.funding.money import interest
from kommunalhub.funding.money import said
from kommunalhub.funding.money.interest import interest_of
from kommunalhub.funding.money.interest import interest_on
from kommunalhub.funding.money.interest import Rate
from kommunalhub.funding.money.interest import Span

import doctest
import pytest


RATES = [
    Rate(date(2016, 7, 1), Decimal("-0.88")),
    Rate(date(2023, 1, 1), Decimal("1.62")),
    Rate(date(2024, 1, 1), Decimal("3.62")),
    Rate(date(2024, 7, 1), Decimal("3.37")),
    Rate(date(2025, 1, 1), Decimal("2.27")),
]
FIVE = [Rate(date(2000, 1, 1), Decimal(5))]


def test_examples():
    assert doctest.testmod(interest).attempted >= 5
    assert doctest.testmod(interest).failed == 0


@pytest.mark.parametrize(
    "amount, start, end, expected",
    [
        # 10,000 for a whole year of 366 days: half at 8.62, half at 8.37 percent.
        ("10000", date(2024, 1, 1), date(2025, 1, 1), "849.43"),
        # One day: 10,000 × 7.27 % / 365 = 1.9918
        ("10000", date(2025, 3, 1), date(2025, 3, 2), "1.99"),
        # The day of the use does not count, none is none.
        ("10000", date(2025, 3, 1), date(2025, 3, 1), "0.00"),
        # A negative base rate lowers it: 4.12 percent.
        ("36500", date(2021, 3, 1), date(2021, 3, 11), "41.20"),
        # Over the turn of the year: 1 day of 2024 at 8.37/366, 1 of 2025 at 7.27/365.
        ("100000", date(2024, 12, 31), date(2025, 1, 2), "42.79"),
        ("0", date(2025, 3, 1), date(2025, 4, 1), "0.00"),
    ],
)
def test_worked_cases(amount, start, end, expected):
    assert interest_on(Decimal(amount), start, end, RATES, FIVE).amount == Decimal(expected)


def test_steps_show_each_rate():
    found = interest_on(Decimal(5000), date(2024, 6, 1), date(2025, 2, 1), RATES, FIVE)
    assert [(step.days, step.percent) for step in found.steps] == [
        (30, Decimal("8.62")),
        (184, Decimal("8.37")),
        (31, Decimal("7.27")),
    ]
    assert not found.is_provisional


def test_a_rate_that_is_not_known_yet_is_said_to_be_so():
    known = interest_on(Decimal(5000), date(2025, 6, 1), date(2025, 7, 1), RATES, FIVE)
    later = interest_on(Decimal(5000), date(2025, 6, 1), date(2025, 7, 2), RATES, FIVE)
    assert (known.is_provisional, later.is_provisional) == (False, True)
    assert said.interest_source(later).mapping["day"] == "1. Januar 2025"


def test_before_the_first_rate_nothing_is_guessed():
    with pytest.raises(interest.NoRate):
        interest_on(Decimal(1), date(2016, 6, 1), date(2016, 6, 2), RATES, FIVE)


amounts = st.decimals(0, 10**7, places=2)
days = st.dates(date(2016, 7, 1), date(2026, 12, 31))


@settings(max_examples=100, deadline=None)
@given(amounts, days, st.integers(0, 800), st.integers(0, 800))
def test_parted_spans_are_the_whole_but_for_a_cent(amount, start, first, second):
    middle, end = start + timedelta(first), start + timedelta(first + second)
    whole = interest_on(amount, start, end, RATES, FIVE).amount
    parted = [Span(amount, start, middle), Span(amount, middle, end)]
    assert interest_of(parted, RATES, FIVE).amount == whole
    assert whole >= 0
    assert whole == whole.quantize(Decimal("0.01"))
