"""Drawdowns: never above the grant, never too early, in proportion to the other funds."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.funding.money.drawdowns import rules
from kommunalhub.funding.money.drawdowns.rules import Drawdown
from kommunalhub.funding.money.drawdowns.rules import entitled
from kommunalhub.funding.money.drawdowns.rules import parts_of
from kommunalhub.funding.money.drawdowns.rules import Payment
from kommunalhub.funding.money.drawdowns.rules import refusal
from kommunalhub.funding.money.drawdowns.rules import Terms

import doctest
import pytest


GRANTED = date(2026, 11, 20)
ROOF = {
    "grant": Decimal("135375"),
    "eligible": Decimal("180500"),
    "rate": Decimal(75),
    "own": Decimal("45125"),
    "granted_on": GRANTED,
    "period_from": GRANTED,
    "period_to": date(2027, 12, 31),
}
DAY = date(2027, 3, 1)


def terms(**changes):
    return Terms(**ROOF | changes)


def came(number, day, amount, asked=None):
    return Drawdown(number, day, Decimal(asked or amount), day, Decimal(amount))


def asked(number, day, amount):
    return Drawdown(number, day, Decimal(amount))


def paid(day, amount):
    return Payment(day, Decimal(amount))


def test_examples():
    assert doctest.testmod(rules).attempted >= 4
    assert doctest.testmod(rules).failed == 0


#: (what differs in the terms, drawdowns before, amount, day, spent, due, code or None, amount)
CASES = {
    "all of it at once": ({}, [], "135375", DAY, "0", None, None, None),
    "a cent too much": ({}, [], "135375.01", DAY, "0", None, "above_grant", "135375"),
    "what is asked for counts": (
        {},
        [asked(1, DAY, "100000")],
        "35375.01",
        DAY,
        "0",
        None,
        "above_grant",
        "35375",
    ),
    "less came than was asked for": (
        {},
        [came(1, DAY, "90000", "100000")],
        "45375",
        DAY,
        "0",
        None,
        None,
        None,
    ),
    "given up ones do not count": (
        {},
        [Drawdown(1, DAY, Decimal(100000), dropped=True)],
        "135375",
        DAY,
        "0",
        None,
        None,
        None,
    ),
    "nothing granted": ({"grant": Decimal(0)}, [], "1", DAY, "0", None, "no_grant", None),
    "not yet final": ({"needs_final": True}, [], "1", DAY, "0", None, "not_final", None),
    "a day before it is final": (
        {"needs_final": True, "final_on": date(2027, 3, 2)},
        [],
        "1",
        DAY,
        "0",
        None,
        "not_final",
        None,
    ),
    "on the day it is final": (
        {"needs_final": True, "final_on": DAY},
        [],
        "1",
        DAY,
        "0",
        None,
        None,
        None,
    ),
    "final does not matter": ({"needs_final": False}, [], "1", DAY, "0", None, None, None),
    "before the notice": (
        {},
        [],
        "1",
        GRANTED - timedelta(1),
        "0",
        None,
        "too_early",
        None,
    ),
    "before the period": (
        {"period_from": date(2027, 4, 1)},
        [],
        "1",
        DAY,
        "0",
        None,
        "too_early",
        None,
    ),
    "last day of the period": ({}, [], "1", date(2027, 12, 31), "0", None, None, None),
    "after the period": ({}, [], "1", date(2028, 1, 1), "0", None, "too_late", None),
    "a day of its own after the period": (
        {"drawdown_by": date(2028, 2, 15)},
        [],
        "1",
        date(2028, 1, 1),
        "0",
        None,
        None,
        None,
    ),
    "a day of its own before the end": (
        {"drawdown_by": date(2027, 2, 28)},
        [],
        "1",
        DAY,
        "0",
        None,
        "too_late",
        None,
    ),
    "a share of what is due": ({}, [], "30000", DAY, "0", "40000", None, None),
    "more than the share": ({}, [], "30000.01", DAY, "0", "40000", "above_need", "30000.00"),
    "what was paid before counts": ({}, [], "60000", DAY, "40000", "40000", None, None),
    "what was drawn before counts": (
        {},
        [came(1, DAY, "30000")],
        "30000.01",
        DAY,
        "40000",
        "40000",
        "above_need",
        "30000.00",
    ),
    "a fixed sum goes in proportion": (
        {"financing": "fixed", "rate": None},
        [],
        "30000.01",
        DAY,
        "0",
        "40000",
        "above_need",
        "30000.00",
    ),
    "a gap comes last": (
        {"financing": "gap"},
        [],
        "0.01",
        DAY,
        "45125",
        "0",
        "above_need",
        "0.00",
    ),
    "a gap once own funds are spent": (
        {"financing": "gap"},
        [],
        "10000",
        DAY,
        "45125",
        "10000",
        None,
        None,
    ),
    "a gap after others' money too": (
        {"financing": "gap", "third": Decimal(3000)},
        [],
        "7000.01",
        DAY,
        "45125",
        "10000",
        "above_need",
        "7000.00",
    ),
    "full financing": (
        {"financing": "full"},
        [],
        "40000",
        DAY,
        "0",
        "40000",
        None,
        None,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_worked_cases(case):
    changes, before, amount, day, spent, due, code, limit = CASES[case]
    found = refusal(
        terms(**changes),
        before,
        Decimal(amount),
        day,
        Decimal(spent),
        None if due is None else Decimal(due),
    )
    assert (found and found.code) == code
    if limit is not None:
        assert found.amount == Decimal(limit)


def test_more_than_was_asked_for_is_not_received():
    drawdowns = [asked(1, DAY, "1000")]
    assert rules.refusal_of_receipt(terms(), drawdowns, 1, Decimal("1000")) is None
    found = rules.refusal_of_receipt(terms(), drawdowns, 1, Decimal("1000.01"))
    assert (found.code, found.amount) == ("above_grant", Decimal("1000"))


def test_after_a_smaller_notice_no_more_comes_than_it_says():
    drawdowns = [came(1, DAY, "50000"), asked(2, DAY, "40000")]
    smaller = terms(grant=Decimal(60000))
    assert rules.refusal_of_receipt(smaller, drawdowns, 2, Decimal("10000.01")).amount == 10000
    assert rules.above(terms(grant=Decimal(45000)), drawdowns) == Decimal(5000)


def test_what_nobody_draws_lapses_after_the_last_day():
    drawdowns = [came(1, DAY, "100000"), asked(2, DAY, "20000")]
    assert rules.lapsed(terms(), drawdowns, date(2027, 12, 31)) == 0
    assert rules.lapsed(terms(), drawdowns, date(2028, 1, 1)) == Decimal("15375")
    assert rules.lapsed(terms(period_to=None), drawdowns, date(2038, 1, 1)) == 0


# Two months to use it.

FULL = Terms(Decimal(100000), financing="full")


def late(parts, today):
    return [(part.amount, part.used, part.why) for part in parts if part.is_late(today)]


@pytest.mark.parametrize(
    "payments, today, expected",
    [
        # Used on the last day of the two months: nothing.
        ([paid(date(2027, 3, 10), "10000")], date(2027, 6, 1), []),
        # A day later: all of it, from the payout on.
        (
            [paid(date(2027, 3, 11), "10000")],
            date(2027, 6, 1),
            [(10000, date(2027, 3, 11), "unused")],
        ),
        # Half of it in time.
        (
            [paid(date(2027, 2, 1), "5000"), paid(date(2027, 5, 1), "5000")],
            date(2027, 6, 1),
            [(5000, date(2027, 5, 1), "unused")],
        ),
        # Not at all, and the two months are not over.
        ([], date(2027, 3, 10), []),
        ([], date(2027, 3, 11), [(10000, None, "unused")]),
        # Paid before the money came.
        ([paid(date(2026, 12, 1), "10000")], date(2027, 6, 1), []),
    ],
)
def test_money_has_to_be_used_in_two_months(payments, today, expected):
    drawdowns = [came(1, date(2027, 1, 10), "10000")]
    parts = parts_of(FULL, drawdowns, payments, [], 2)
    assert late(parts, today) == expected


def test_what_came_first_is_used_first():
    drawdowns = [came(2, date(2027, 3, 1), "10000"), came(1, date(2027, 1, 1), "10000")]
    parts = parts_of(FULL, drawdowns, [paid(date(2027, 2, 1), "12000")], [], 2)
    assert [(part.number, part.amount, part.used) for part in parts] == [
        (1, 10000, date(2027, 2, 1)),
        (2, 2000, date(2027, 3, 1)),
        (2, 8000, None),
    ]


def test_money_that_was_paid_back_lies_no_longer():
    drawdowns = [came(1, date(2027, 1, 10), "10000")]
    back = [paid(date(2027, 4, 1), "10000")]
    (span,) = rules.late_spans(parts_of(FULL, drawdowns, [], back, 2), date(2027, 12, 1))
    assert (span.amount, span.start, span.end) == (10000, date(2027, 1, 10), date(2027, 4, 1))


def test_a_grant_that_pays_what_own_funds_should_have_paid_costs_interest():
    share = Terms(Decimal(75000), eligible=Decimal(100000), own=Decimal(25000))
    drawdowns = [came(1, date(2027, 1, 10), "30000")]
    parts = parts_of(share, drawdowns, [paid(date(2027, 2, 1), "30000")], [], 2)
    # 30,000 were spent in time, but 25 % of them were due from own funds.
    assert late(parts, date(2027, 3, 11)) == [(Decimal(7500), None, "own_funds")]
    parts = parts_of(
        share, drawdowns, [paid(date(2027, 2, 1), "30000"), paid(date(2027, 3, 1), "10000")], [], 2
    )
    assert late(parts, date(2027, 3, 11)) == []


def test_a_gap_is_used_after_own_funds():
    gap = Terms(Decimal(75000), financing="gap", own=Decimal(25000))
    drawdowns = [came(1, date(2027, 1, 10), "20000")]
    parts = parts_of(gap, drawdowns, [paid(date(2027, 2, 1), "25000")], [], 2)
    assert late(parts, date(2027, 3, 11)) == [(Decimal(20000), None, "own_funds")]


def test_what_is_not_used_soon_is_warned_of():
    parts = parts_of(FULL, [came(1, date(2027, 1, 10), "10000")], [], [], 2)
    assert rules.unused_soon(parts, date(2027, 2, 16)) == []
    assert rules.unused_soon(parts, date(2027, 2, 17)) == parts


# In any order

cents = st.decimals("0.01", 200000, places=2)
steps = st.lists(
    st.tuples(st.sampled_from(["ask", "receive", "drop", "change"]), cents, st.integers(0, 9)),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(steps)
def test_drawdowns_never_exceed_the_grant_in_any_order(todo):
    grant, drawdowns = Decimal("135375"), []
    for action, amount, which in todo:
        now = terms(grant=grant)
        open_ones = [one for one in drawdowns if one.is_open]
        one = open_ones[which % len(open_ones)] if open_ones else None
        if action == "ask" and refusal(now, drawdowns, amount, DAY) is None:
            drawdowns.append(Drawdown(len(drawdowns) + 1, DAY, amount))
        elif action == "receive" and one is not None:
            if rules.refusal_of_receipt(now, drawdowns, one.number, amount) is None:
                drawdowns[one.number - 1] = Drawdown(one.number, DAY, one.asked, DAY, amount)
        elif action == "drop" and one is not None:
            drawdowns[one.number - 1] = Drawdown(one.number, DAY, one.asked, dropped=True)
        elif action == "change":
            grant = max(grant, rules.committed(drawdowns), amount)
        assert rules.committed(drawdowns) <= grant
        assert rules.received(drawdowns) <= rules.committed(drawdowns)
        assert rules.left(terms(grant=grant), drawdowns) == grant - rules.committed(drawdowns)


moves = st.lists(st.tuples(st.integers(0, 400), cents), max_size=12)


@settings(max_examples=100, deadline=None)
@given(moves, moves, st.sampled_from(["share", "gap", "fixed", "full"]), cents, cents)
def test_parts_are_the_whole_to_the_cent(receipts, payments, financing, own, third):
    first = date(2027, 1, 1)
    drawdowns = [
        came(number, first + timedelta(day), amount)
        for number, (day, amount) in enumerate(receipts, start=1)
    ]
    spent = [paid(first + timedelta(day), amount) for day, amount in payments]
    given_terms = terms(financing=financing, own=own, third=third)
    parts = parts_of(given_terms, drawdowns, spent, [], 2)
    assert rules.total(part.amount for part in parts) == rules.received(drawdowns)
    used = rules.total(part.amount for part in parts if part.used is not None)
    assert used <= entitled(given_terms, rules.total(one.amount for one in spent))
    assert all(part.amount > 0 for part in parts)
