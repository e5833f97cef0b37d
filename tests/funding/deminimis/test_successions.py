"""Mergers and splits: whose aid is whose, to the cent, in whatever order it was entered."""

from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.funding.deminimis import rules
from kommunalhub.funding.deminimis import successions
from kommunalhub.funding.deminimis.rules import Book
from kommunalhub.funding.deminimis.rules import Figure
from kommunalhub.funding.deminimis.successions import Aid
from kommunalhub.funding.deminimis.successions import Succession

import doctest
import pytest


FIGURES = [Figure("general", date(2024, 1, 1), None, Decimal(300000))]
DAY = date(2026, 6, 1)
BEFORE, AFTER = date(2026, 5, 31), date(2026, 7, 1)
MERGER = Succession(DAY, 1, ((2, Decimal(1)),))
#: 1 is split: 1 itself goes on with a third of the capital, 2 has the rest.
CARVED = Succession(DAY, 1, ((1, Decimal(1)), (2, Decimal(2))))
SPLIT = Succession(DAY, 1, ((2, Decimal(1)), (3, Decimal(2))))


def aid(number, undertaking, day, amount):
    return Aid(number, undertaking, day, Decimal(amount), "general")


def used(book, undertaking, day):
    asked = Aid(0, undertaking, day, Decimal(0), "general")
    return rules.judge(asked, book, FIGURES).used


def test_examples():
    result = doctest.testmod(successions)
    assert (result.attempted >= 3, result.failed) == (True, 0)


#: What happened, what was granted, and what counts for whom on which day.
CASES = [
    # A merger: all earlier aid of each counts for the merged one, from the day on.
    ([MERGER], [(1, BEFORE, "100"), (2, BEFORE, "20")], {(2, BEFORE): "20", (2, DAY): "120"}),
    ([MERGER], [(1, BEFORE, "100")], {(1, BEFORE): "100", (1, DAY): "0"}),
    # A chain of mergers, also two on the same day.
    (
        [MERGER, Succession(AFTER, 2, ((3, Decimal(1)),))],
        [(1, BEFORE, "1"), (2, BEFORE, "2"), (3, BEFORE, "4")],
        {(2, DAY): "3", (3, DAY): "4", (3, AFTER): "7"},
    ),
    (
        [Succession(DAY, 2, ((3, Decimal(1)),)), MERGER],
        [(1, BEFORE, "1"), (2, BEFORE, "2")],
        {(3, DAY): "3"},
    ),
    # Two form a new one.
    (
        [Succession(DAY, 1, ((9, Decimal(1)),)), Succession(DAY, 2, ((9, Decimal(1)),))],
        [(1, BEFORE, "200000"), (2, BEFORE, "250000")],
        {(9, DAY): "450000", (1, DAY): "0", (2, DAY): "0"},
    ),
    # A split shares by equity, the cents too.
    ([SPLIT], [(1, BEFORE, "100.00")], {(2, DAY): "33.33", (3, DAY): "66.67", (1, DAY): "0"}),
    # An aid goes to who took over its activities.
    (
        [Succession(DAY, 1, SPLIT.shares, ((1, 2),))],
        [(1, BEFORE, "100.00"), (1, BEFORE, "30.00")],
        {(2, DAY): "110.00", (3, DAY): "20.00"},
    ),
    # Who goes on keeps its part, and what it is granted later.
    (
        [CARVED],
        [(1, BEFORE, "90"), (1, DAY, "5")],
        {(1, BEFORE): "90", (1, AFTER): "35", (2, AFTER): "60"},
    ),
    # A part of a split is taken in on the same day.
    (
        [SPLIT, Succession(DAY, 3, ((4, Decimal(1)),))],
        [(1, BEFORE, "90"), (4, BEFORE, "1")],
        {(2, DAY): "30", (4, DAY): "61"},
    ),
    # What was split is merged again.
    (
        [SPLIT, Succession(AFTER, 3, ((2, Decimal(1)),))],
        [(1, BEFORE, "0.01")],
        {(2, AFTER): "0.01"},
    ),
    # Aid that was granted to what is gone already counts for who followed.
    ([MERGER], [(1, AFTER, "10")], {(2, AFTER): "10"}),
]


@pytest.mark.parametrize("happened, granted, counts", CASES)
@pytest.mark.parametrize("turned", [False, True])
def test_whose_aid_is_whose(happened, granted, counts, turned):
    aids = tuple(aid(number, *row) for number, row in enumerate(granted, 1))
    happened = tuple(reversed(happened)) if turned else tuple(happened)
    book = Book(aids, successions=happened)
    assert {key: used(book, *key) for key in counts} == {
        key: Decimal(value) for key, value in counts.items()
    }


def test_what_was_lawful_before_a_merger_stays_but_nothing_is_free():
    aids = (aid(1, 1, BEFORE, "200000"), aid(2, 2, BEFORE, "250000"))
    book = Book(aids, successions=(MERGER,))
    asked = aid(0, 2, AFTER, "0.01")
    verdict = rules.judge(asked, book, FIGURES)
    assert (verdict.allowed, verdict.free, verdict.used) == (False, 0, Decimal(450000))
    assert not any(rules.exceeds(one, book, FIGURES) for one in aids)


def test_aid_entered_late_for_what_was_merged_must_not_break_what_came_after():
    later = aid(1, 2, AFTER, "250000")
    book = Book((later,), successions=(MERGER,))
    verdict = rules.judge(aid(0, 1, BEFORE, "60000"), book, FIGURES)
    assert (verdict.allowed, verdict.breaks, verdict.free) == (False, later, Decimal(300000))
    assert rules.judge(aid(0, 1, BEFORE, "50000"), book, FIGURES).allowed


def test_an_overfull_stranger_is_in_nobodys_way():
    others = (aid(1, 5, AFTER, "300000"), aid(2, 5, AFTER, "300000"))
    assert rules.judge(aid(0, 1, BEFORE, "300000"), Book(others), FIGURES).allowed


def test_who_followed_has_the_links_of_the_one_before():
    book = Book((), ((1, 7),), frozenset(), (MERGER,))
    assert book.group(2, BEFORE) == {2}
    assert book.group(2, DAY) == {2, 7}
    assert book.group(7, DAY) == {2, 7}
    assert book.group(1, DAY) == {1}


def became(day, source, *numbers):
    return Succession(day, source, tuple((number, Decimal(1)) for number in numbers))


@pytest.mark.parametrize(
    "known, new, fits",
    [
        ([], MERGER, True),
        ([MERGER], became(AFTER, 2, 3), True),
        ([MERGER], became(DAY, 2, 3), True),  # on the same day: 1 is a part of 3
        ([became(DAY, 2, 3)], MERGER, True),
        ([MERGER], became(AFTER, 1, 3), False),  # it is gone
        ([MERGER], became(BEFORE, 1, 3), False),
        ([MERGER], became(AFTER, 3, 1), False),  # a part of what is gone
        ([MERGER], became(BEFORE, 2, 3), False),
        ([MERGER], became(DAY, 2, 1), False),  # each a part of the other
        ([MERGER, became(DAY, 2, 3)], became(DAY, 3, 1), False),
        ([CARVED], became(DAY, 1, 1, 3), False),  # twice on one day
        ([CARVED], became(AFTER, 1, 3), True),
        ([CARVED], became(BEFORE, 1, 3), False),
    ],
)
def test_what_goes_together(known, new, fits):
    assert (successions.clash(new, known) is None) is fits


days = st.dates(date(2024, 1, 1), date(2024, 3, 31)) | st.dates(
    date(2024, 1, 1), date(2027, 12, 31)
)
amounts = st.decimals(Decimal("0.01"), 300000, places=2)
granted = st.lists(st.tuples(st.integers(1, 4), days, amounts), max_size=8).map(
    lambda rows: tuple(aid(number, *row) for number, row in enumerate(rows, 1))
)
equity = st.integers(1, 10**9).map(Decimal)


@st.composite
def happenings(draw):
    """Mergers and splits that go together."""
    found = []
    for source in draw(st.lists(st.integers(1, 5), max_size=6)):
        after = draw(st.sets(st.integers(1, 6), min_size=1, max_size=3))
        if after != {source}:
            shares = tuple((number, draw(equity)) for number in sorted(after))
            one = Succession(draw(days), source, shares)
            found += [one] if successions.clash(one, found) is None else []
    return found


@given(granted, days, days)
def test_merged_is_the_sum(aids, day, later):
    merger = Succession(day, 1, ((2, Decimal(1)),))
    both = Book(aids)
    merged = Book(aids, successions=(merger,))
    total = used(both, 1, later) + used(both, 2, later)
    expected = total if later >= day else used(both, 2, later)
    assert used(merged, 2, later) == expected


@given(st.decimals(Decimal("0.01"), 10**8, places=2), st.lists(equity, min_size=2, max_size=5))
def test_shares_are_the_whole_and_fair_to_the_cent(amount, equities):
    shares = tuple(enumerate(equities, 1))
    parts = dict(successions.shared(amount, shares))
    assert sum(parts.values()) == amount
    for number, one in shares:
        assert abs(parts[number] - amount * one / sum(equities)) < Decimal("0.01")


@settings(max_examples=200)
@given(granted, happenings(), days, st.randoms())
def test_nothing_is_lost_and_the_order_of_entering_does_not_matter(aids, happened, day, random):
    def counting(aids, happened):
        return sorted(
            (one.undertaking, one.number, one.day, one.amount)
            for one in successions.settled(aids, happened, day)
        )

    found = counting(aids, happened)
    assert sum(one[-1] for one in found) == sum(one.amount for one in aids)
    assert {one[0] for one in found}.isdisjoint(successions.gone(happened, day))
    mixed_aids, mixed = list(aids), list(happened)
    random.shuffle(mixed_aids)
    random.shuffle(mixed)
    assert counting(mixed_aids, mixed) == found
    verdicts = [
        rules.judge(aid(0, 2, day, "1"), Book(tuple(one), successions=tuple(two)), FIGURES)
        for one, two in ((aids, happened), (mixed_aids, mixed))
    ]
    assert verdicts[0].used == verdicts[1].used
    assert verdicts[0].allowed == verdicts[1].allowed
