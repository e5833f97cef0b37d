"""Sums over cases, and that what is published tells of no single one."""

from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.funding.results import rules
from kommunalhub.funding.results.rules import Case
from kommunalhub.funding.results.rules import Money

import pytest


LEAST = 3
AMOUNTS = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)
PARTS = st.lists(
    st.tuples(st.sampled_from(["land", "bund", "eu"]), st.builds(Money, AMOUNTS, AMOUNTS)),
    max_size=3,
).map(tuple)
CASES = st.lists(
    st.builds(
        Case,
        uid=st.uuids().map(str),
        partner=st.sampled_from(["malente", "lensahn", "oldenburg"]),
        year=st.integers(2023, 2026),
        outcome=st.sampled_from([rules.APPLIED, rules.GRANTED, rules.DENIED]),
        topics=st.sets(st.sampled_from("abc")).map(sorted).map(tuple),
        cost=st.none() | AMOUNTS,
        parts=PARTS,
    ),
    max_size=14,
)


@given(cases=CASES)
def test_groups_add_up_to_the_whole(cases):
    whole = rules.sums(cases)
    for group in (rules.by_partner, rules.by_year, rules.by_funder):
        found = [rules.sums(of) for of in group(cases).values()]
        assert sum((one.money for one in found), Money()) == whole.money
    for group in (rules.by_partner, rules.by_year):
        assert sum(rules.sums(of).cases for of in group(cases).values()) == whole.cases


@given(cases=CASES)
def test_no_published_row_and_nothing_between_rows_tells_of_less_than_enough(cases):
    for group in (rules.by_partner, rules.by_year):
        rows = rules.joined(group(cases), LEAST)
        sizes = [len(of) for of in rows.values()]
        assert all(size >= LEAST for size in sizes)
        assert sorted(one.uid for of in rows.values() for one in of) in (
            [],
            sorted(case.uid for case in cases),
        )


@given(cases=CASES)
def test_a_snapshot_has_no_row_below_the_threshold_and_no_exact_amount(cases):
    found = rules.snapshot(cases, LEAST)
    if len(cases) < LEAST:
        assert found is None
        return
    for row in (found, *found["partners"], *found["years"]):
        assert row["cases"] >= LEAST
        assert all(Decimal(row[name]) % 1000 == 0 for name in rules.NAMES)
    assert all(row["cases"] >= LEAST and set(row) == {"key", "cases"} for row in found["topics"])
    assert not {case.uid for case in cases} & set(repr(found).split("'"))


@given(cases=CASES)
def test_success_is_a_share(cases):
    found = rules.sums(cases)
    assert found.success is None or 0 <= found.success <= 100
    assert found.own >= 0


def test_of_a_case_with_two_funders_each_gets_its_part():
    parts = (("land", Money(granted=Decimal(10))), ("bund", Money(granted=Decimal(5))))
    case = Case("u", "p", 2026, rules.GRANTED, cost=Decimal(20), parts=parts)
    by = {funder: rules.sums(of) for funder, of in rules.by_funder([case]).items()}
    assert {funder: one.money.granted for funder, one in by.items()} == {"land": 10, "bund": 5}
    assert by["land"].per_own_euro is None
    assert rules.sums([case]).per_own_euro == 3


@pytest.mark.parametrize(("more", "told"), [(0, []), (1, ["", "a"]), (3, [])])
def test_what_comparing_two_publications_would_tell_is_named(more, told):
    def snap(count):
        return {
            "key": "",
            "cases": 3 + count,
            "partners": [{"key": "a", "cases": 3 + count}],
            "years": [],
        }

    assert rules.told_by_comparing(snap(0), snap(more), LEAST) == told
    assert rules.told_by_comparing(None, snap(more), LEAST) == []
