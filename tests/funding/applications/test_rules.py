"""The path of applications and the sums of plans, without Zope."""

from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.funding.applications import plan
from kommunalhub.funding.applications import rules

import pytest


cents = st.integers(min_value=0, max_value=10**12).map(lambda n: Decimal(n) / 100)


def notice(number, amount, replaces=None, day=date(2026, 11, 2), kind="total"):
    return {
        "number": number,
        "kind": kind,
        "amount": Decimal(amount),
        "replaces": replaces,
        "day": day,
    }


def test_every_state_says_what_may_follow():
    assert set(rules.STEPS) == set(rules.STATES)
    assert all(set(following) <= set(rules.STATES) for following in rules.STEPS.values())


@pytest.mark.parametrize("state", rules.STATES)
def test_by_hand_nothing_is_granted_or_denied(state):
    assert not set(rules.by_hand(state)) & set(rules.BY_NOTICE)


@pytest.mark.parametrize("state", rules.STATES)
def test_the_end_can_be_reached_unless_withdrawn(state):
    reached, todo = set(), [state]
    while todo:
        for to in rules.STEPS[todo.pop()]:
            if to not in reached:
                reached.add(to)
                todo.append(to)
    assert state in (rules.FINAL, rules.WITHDRAWN) or rules.FINAL in reached


def test_what_is_withdrawn_stays_so():
    assert not rules.STEPS[rules.WITHDRAWN]
    assert not rules.takes_notice(rules.WITHDRAWN)


@pytest.mark.parametrize(
    "notices, asked, state",
    [
        ([notice(1, 100)], Decimal(100), rules.GRANTED),
        ([notice(1, 60)], Decimal(100), rules.PARTLY_GRANTED),
        ([notice(1, 60), notice(2, 40)], Decimal(100), rules.GRANTED),
        ([notice(1, 0)], Decimal(100), rules.DENIED),
        ([notice(1, 100), notice(2, 0, replaces=1)], Decimal(100), rules.DENIED),
        ([notice(1, 0), notice(2, 80, replaces=1)], Decimal(100), rules.PARTLY_GRANTED),
        ([notice(1, 100)], None, rules.GRANTED),
    ],
)
def test_the_state_follows_from_the_notices(notices, asked, state):
    assert rules.state_after(notices, asked) == state


def test_a_replaced_notice_grants_nothing_more():
    notices = [notice(1, 100), notice(2, 70, replaces=1), notice(3, 50, replaces=2)]
    assert rules.granted(notices) == 50
    assert [one["number"] for one in rules.in_force(notices)] == [3]


def test_the_day_is_that_of_the_first_grant():
    notices = [
        notice(1, 0, day=date(2026, 1, 5)),
        notice(2, 40, day=date(2026, 6, 1)),
        notice(3, 60, day=date(2026, 9, 1)),
    ]
    assert rules.decided_on(notices) == date(2026, 6, 1)
    assert rules.decided_on(notices[:1]) == date(2026, 1, 5)
    assert rules.decided_on([]) is None


@given(st.lists(cents, min_size=1, max_size=30), st.lists(cents, max_size=30))
def test_a_plan_balances_to_the_cent(gross, funds):
    items = [{"gross": one, "eligible": n % 2 == 0} for n, one in enumerate(gross)]
    paid = [{"kind": "own", "amount": one} for one in funds]
    off = plan.difference(items, paid)
    paid.append({"kind": "grant", "amount": off})
    assert plan.difference(items, paid) == 0
    assert plan.eligible(items) <= plan.costs(items)
