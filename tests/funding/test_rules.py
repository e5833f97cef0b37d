"""The rules of funding, without a site."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.funding import rules

import doctest
import pytest


euros = st.decimals(min_value=0, max_value=10**9, places=2)
maybe_euros = st.none() | euros
percents = st.none() | st.decimals(min_value=0, max_value=100, places=2)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


def test_examples_in_docstrings():
    assert doctest.testmod(rules).failed == 0


@given(euros, maybe_euros, maybe_euros)
def test_funds_fit_means_there_is_no_negative_gap(total, own, other):
    known = (own or 0) + (other or 0)
    gap = rules.funding_gap(total, own, other)
    assert gap >= 0
    if rules.funds_fit(total, own, other):
        assert known + gap == total
    else:
        assert known > total and gap == 0


@given(maybe_euros, maybe_euros)
def test_an_unknown_total_is_never_exceeded(own, other):
    assert rules.funds_fit(None, own, other)
    assert rules.funding_gap(None, own, other) is None


def test_to_the_cent_fits_and_one_cent_more_does_not():
    assert rules.funds_fit(Decimal("100.00"), Decimal("60.00"), Decimal("40.00"))
    assert not rules.funds_fit(Decimal("100.00"), Decimal("60.01"), Decimal("40.00"))


@given(percents, percents)
def test_shares_fit_in_either_order(rate, own_share):
    assert rules.shares_fit(rate, own_share) == rules.shares_fit(own_share, rate)
    assert rules.shares_fit(rate, None)


@given(maybe_euros, maybe_euros)
def test_what_is_unknown_limits_nothing(amount, limit):
    expected = amount is None or limit is None or amount <= limit
    assert rules.is_within(amount, limit) == expected


@given(st.lists(st.none() | days, max_size=4))
def test_ordered_days_are_sorted_days(given_days):
    known = [day for day in given_days if day is not None]
    assert rules.is_ordered(*given_days) == (known == sorted(known))


@pytest.mark.parametrize(
    ("kind", "deadline", "fits"),
    [
        ("fixed", None, False),
        ("fixed", date(2027, 3, 31), True),
        ("rolling", None, True),
        ("rolling", date(2027, 3, 31), False),
        ("call", None, True),
        ("call", date(2027, 3, 31), True),
    ],
)
def test_a_deadline_belongs_to_its_kind(kind, deadline, fits):
    assert rules.deadline_fits(kind, deadline) is fits


@pytest.mark.parametrize(
    ("left", "status"),
    [(-1, "passed"), (0, "near"), (28, "near"), (29, "open")],
    ids=["the day after", "the last day still counts", "four weeks", "more than four weeks"],
)
def test_deadline_status_at_its_edges(left, status):
    today = date(2026, 11, 22)
    assert rules.deadline_status("fixed", today + timedelta(days=left), today) == status


@pytest.mark.parametrize(("kind", "status"), [("rolling", "rolling"), ("call", "call")])
def test_without_a_date_the_kind_says_how_it_stands(kind, status):
    assert rules.deadline_status(kind, None, date(2026, 11, 22)) == status


def test_share_of_an_unknown_or_empty_whole_is_unknown():
    assert rules.share_of(Decimal(5), None) is None
    assert rules.share_of(Decimal(5), Decimal(0)) is None


def test_terms_grow_stale_after_half_a_year():
    today = date(2026, 11, 22)
    assert not rules.is_stale(today - timedelta(days=180), today)
    assert rules.is_stale(today - timedelta(days=181), today)
    assert rules.is_stale(None, today)
