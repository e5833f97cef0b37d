"""Classes of cost and of time."""

from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.network.reports import rules


amounts = st.decimals(0, 10**8, places=2)
days = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@given(amounts, amounts)
def test_who_paid_more_is_in_no_lower_class(one, other):
    order = list(rules.COSTS)
    low, high = sorted((one, other))
    assert order.index(rules.cost_class(low)) <= order.index(rules.cost_class(high))


@given(amounts)
def test_an_amount_is_within_its_class(amount):
    most = rules.COSTS[rules.cost_class(amount)]
    assert most is None or amount <= most


@given(days, days)
def test_months_are_between_one_and_the_most(start, end):
    found = rules.months_between(start, end)
    assert (found is None) == (end < start)
    assert found is None or 1 <= found <= rules.MOST_MONTHS


def test_what_is_not_known_is_in_no_class():
    assert rules.cost_class(None) is None
    assert rules.cost_class(Decimal("0")) == "up_to_5000"
    assert rules.months_between(date(2026, 1, 1), None) is None
