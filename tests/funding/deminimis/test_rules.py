"""How De-minimis aid is counted: by the day, for linked undertakings together, as a whole."""

from datetime import date
from decimal import Decimal
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.funding.deminimis import rules
from kommunalhub.funding.deminimis.rules import Aid
from kommunalhub.funding.deminimis.rules import Book
from kommunalhub.funding.deminimis.rules import Figure

import doctest
import pytest


GENERAL = Figure("general", date(2024, 1, 1), date(2030, 12, 31), Decimal(300000))
FARMS = Figure("agriculture", date(2024, 1, 1), None, Decimal(50000))
BOTH = Figure("general", date(2024, 1, 1), None, Decimal(300000), frozenset({"agriculture"}))


def aid(day, amount, regulation="general", number=1):
    return Aid(number, 1, day, Decimal(amount), regulation)


def asked(day, amount, had, figures=(GENERAL,), regulation="general"):
    return rules.judge(aid(day, amount, regulation, 99), Book(tuple(had)), figures)


def test_examples():
    assert doctest.testmod(rules).attempted >= 5
    assert doctest.testmod(rules).failed == 0


@pytest.mark.parametrize(
    "day, amount, allowed",
    [
        (date(2027, 5, 2), "50000", True),  # all of the three years counts: exactly what is free
        (date(2027, 5, 2), "50000.01", False),  # a cent more is out as a whole
        (date(2027, 5, 2), "300000", False),
        (date(2027, 5, 3), "300000", True),  # the first one has left the window by a day
    ],
)
def test_the_window_moves_by_the_day(day, amount, allowed):
    had = [aid(date(2024, 5, 2), "250000")]
    verdict = asked(day, amount, had)
    assert verdict.allowed is allowed
    assert verdict.free <= verdict.ceiling


def test_what_exceeds_is_not_cut():
    verdict = asked(date(2026, 3, 1), "60000", [aid(date(2025, 3, 1), "250000")])
    assert not verdict.allowed
    assert (verdict.used, verdict.free) == (Decimal(250000), Decimal(50000))


def test_an_aid_entered_late_must_not_break_a_later_one():
    later = aid(date(2026, 6, 1), "200000")
    verdict = asked(date(2025, 6, 1), "150000", [later])
    assert not verdict.allowed
    assert verdict.breaks == later
    assert verdict.free == Decimal(300000)
    assert asked(date(2025, 6, 1), "100000", [later]).allowed


def test_a_leap_day_looks_back_to_the_28th():
    had = [aid(date(2025, 2, 28), "300000")]
    assert not asked(date(2028, 2, 29), "0.01", had).allowed
    assert asked(date(2028, 3, 1), "300000", had).allowed


def test_other_regulations_count_where_the_figure_says_so():
    had = [aid(date(2025, 1, 1), "50000", "agriculture")]
    assert asked(date(2026, 1, 1), "300000", had, [GENERAL, FARMS]).allowed
    assert not asked(date(2026, 1, 1), "300000", had, [BOTH, FARMS]).allowed
    assert asked(date(2026, 1, 1), "250000", had, [BOTH, FARMS]).allowed


OLD = Figure(
    "general", date(2014, 1, 1), date(2023, 12, 31), Decimal(200000), window=rules.TAX_YEARS
)


@pytest.mark.parametrize(
    "had, day, used",
    [
        (date(2021, 1, 1), date(2023, 12, 31), "1000"),  # the running year and the two before
        (date(2020, 12, 31), date(2023, 1, 1), "0"),
        (date(2021, 1, 1), date(2024, 1, 1), "1000"),  # the new rule: three years by the day
        (date(2021, 1, 1), date(2024, 1, 2), "0"),
    ],
)
def test_the_old_regulation_counted_tax_years(had, day, used):
    assert asked(day, "1", [aid(had, "1000")], [OLD, GENERAL]).used == Decimal(used)


def test_each_member_state_has_a_ceiling_of_its_own():
    abroad = Aid(1, 1, date(2026, 1, 1), Decimal(300000), "general", "DK")
    verdict = asked(date(2026, 2, 1), "300000", [abroad])
    assert (verdict.allowed, verdict.used) == (True, 0)
    more = Aid(2, 1, date(2026, 2, 1), Decimal(1), "general", "DK")
    assert not rules.judge(more, Book((abroad,)), [GENERAL]).allowed


def test_without_a_figure_nothing_is_judged():
    with pytest.raises(rules.NoCeiling):
        asked(date(2023, 12, 31), "1", [])
    with pytest.raises(rules.NoCeiling):
        asked(date(2031, 1, 1), "1", [])
    with pytest.raises(rules.NoCeiling):
        asked(date(2026, 1, 1), "1", [], regulation="fishery")


def test_the_newest_figure_in_force_counts():
    old = Figure("general", date(2014, 1, 1), date(2024, 6, 30), Decimal(200000))
    assert rules.figure_of([GENERAL, old], "general", date(2020, 1, 1)) == old
    assert rules.figure_of([old, GENERAL], "general", date(2024, 6, 30)) == GENERAL


@pytest.mark.parametrize(
    "links, public, found",
    [
        ([], [], {1}),
        ([(2, 1)], [], {1, 2}),
        ([(1, 2), (3, 2), (3, 4)], [], {1, 2, 3, 4}),  # a chain
        ([(1, 9), (2, 9)], [9], {1}),  # held by the same town
        ([(1, 9), (1, 2)], [9], {1, 2}),
        ([(1, 1)], [], {1}),
    ],
)
def test_who_is_one_undertaking(links, public, found):
    assert rules.group_of(1, links, frozenset(public)) == found


def test_a_public_body_stands_alone():
    assert rules.group_of(9, [(1, 9)], frozenset({9})) == {9}


@given(st.sets(st.tuples(st.integers(1, 6), st.integers(1, 6))), st.frozensets(st.integers(1, 6)))
def test_groups_part_the_undertakings(links, public):
    groups = [rules.group_of(number, links, public) for number in range(1, 7)]
    for number, group in enumerate(groups, 1):
        assert number in group
        for other in group:
            assert groups[other - 1] == group


@pytest.mark.parametrize(
    "day, due",
    [(date(2026, 11, 2), date(2026, 11, 30)), (date(2026, 12, 1), date(2026, 12, 30))],
)
def test_twenty_working_days_for_the_register(day, due):
    figure = Figure("general", date(2026, 1, 1), None, Decimal(300000), report_days=20)
    assert rules.report_by(aid(day, "1"), [figure]) == due


def test_no_register_before_its_time():
    assert rules.report_by(aid(date(2025, 12, 31), "1"), [GENERAL]) is None
    assert rules.report_by(aid(date(2020, 12, 31), "1"), [GENERAL]) is None


days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
amounts = st.decimals(Decimal("0.01"), 300000, places=2)


ONE_DAY = date(2028, 1, 1)


@settings(max_examples=200)
@example([(ONE_DAY, Decimal("299999.99"), "general"), (ONE_DAY, Decimal("0.02"), "agriculture")])
@given(st.lists(st.tuples(days, amounts, st.sampled_from(["general", "agriculture"])), max_size=20))
def test_in_whatever_order_it_is_granted_no_window_is_overfull(wishes):
    figures, granted = [BOTH, FARMS], []
    for number, (day, amount, regulation) in enumerate(wishes, 1):
        wish = Aid(number, 1, day, amount, regulation)
        verdict = rules.judge(wish, Book(tuple(granted)), figures)
        if verdict.allowed:
            granted.append(wish)
        else:
            assert verdict.breaks is not None or amount > verdict.free
    for one in granted:
        figure = rules.figure_of(figures, one.regulation, one.day)
        total = sum(each.amount for each in rules.counted(granted, figure, one.day))
        assert total <= figure.ceiling
