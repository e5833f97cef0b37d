"""When a programme may be applied for: worked cases, and what holds whatever the days are."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.funding import calls
from kommunalhub.funding.calls import Call
from kommunalhub.funding.programmes.documents import new_id
from kommunalhub.funding.programmes.documents import slug

import pytest


TODAY = date(2027, 1, 10)
DAYS = st.dates(date(2026, 1, 1), date(2029, 1, 1))
ROWS = st.lists(
    st.tuples(st.none() | DAYS, DAYS).map(
        lambda pair: {"opens": pair[0] and min(pair), "closes": max(pair[1], pair[0] or pair[1])}
    ),
    max_size=6,
)


@pytest.mark.parametrize(
    ("kind", "rows", "deadline", "until", "standing"),
    [
        ("fixed", [], date(2027, 1, 9), None, "passed"),
        ("fixed", [], date(2027, 1, 10), None, "near"),
        ("fixed", [], date(2027, 2, 7), None, "near"),
        ("fixed", [], date(2027, 2, 8), None, "open"),
        ("call", [], None, None, "call"),
        ("rolling", [], None, None, "rolling"),
        ("rolling", [], None, date(2027, 12, 31), "rolling"),
        ("rolling", [], None, date(2027, 1, 20), "near"),
        ("rolling", [], None, date(2027, 1, 9), "passed"),
        ("first_come", [], None, None, "first_come"),
        ("first_come", [], date(2027, 9, 1), None, "first_come"),
        ("call", [], None, date(2027, 1, 9), "passed"),
        ("call", [{"closes": date(2026, 9, 1)}, {"closes": date(2027, 9, 1)}], None, None, "open"),
        (
            "call",
            [{"opens": date(2027, 3, 1), "closes": date(2027, 9, 1)}],
            None,
            None,
            "upcoming",
        ),
        ("call", [{"closes": date(2026, 9, 1)}], date(2027, 1, 11), None, "near"),
    ],
)
def test_how_a_programme_stands(kind, rows, deadline, until, standing):
    found = calls.calls_of(rows, deadline, kind, until)
    assert calls.standing(kind, found, TODAY, until) == standing


def test_a_single_deadline_is_a_call_and_stands_only_once():
    rows = [{"closes": date(2027, 9, 1), "pot": Decimal(100), "remark": "Herbst"}]
    assert calls.calls_of(rows, date(2027, 9, 1)) == (
        Call(date(2027, 9, 1), None, Decimal(100), "Herbst"),
    )
    assert [call.closes for call in calls.calls_of(rows, date(2027, 3, 1))] == [
        date(2027, 3, 1),
        date(2027, 9, 1),
    ]


def test_no_call_outlives_the_programme():
    rows = [
        {"closes": date(2027, 9, 1)},
        {"opens": date(2027, 7, 1), "closes": date(2027, 8, 1)},
    ]
    found = calls.calls_of(rows, None, "call", date(2027, 6, 30))
    assert found == (Call(date(2027, 6, 30)),)


@given(ROWS, st.none() | DAYS, st.none() | DAYS, DAYS)
def test_the_call_that_decides_is_the_next_to_close(rows, deadline, until, today):
    found = calls.calls_of(rows, deadline, "call", until)
    call = calls.decisive(found, today)
    later = [one for one in found if one.closes >= today]
    assert (call is None) == (not found)
    if later:
        assert call.closes == min(one.closes for one in later)
    elif found:
        assert call.closes == max(one.closes for one in found)
    assert all(until is None or one.closes <= until for one in found)


@given(ROWS, st.sampled_from(["fixed", "rolling", "call", "first_come"]), st.none() | DAYS, DAYS)
def test_what_has_passed_stays_so(rows, kind, until, today):
    found = calls.calls_of(rows, None, kind, until)
    if calls.standing(kind, found, today, until) == "passed":
        assert calls.standing(kind, found, today + timedelta(days=1), until) == "passed"


def test_days_stand_where_the_kind_calls_for_them():
    row = {"closes": TODAY}
    assert calls.days_fit("fixed", None, [row]) and not calls.days_fit("fixed", None, [])
    assert not calls.days_fit("rolling", None, [row]) and calls.days_fit("first_come", TODAY, [])


def test_calls_are_in_order():
    assert calls.rows_fit([{"opens": TODAY, "closes": TODAY}])
    assert not calls.rows_fit([{"opens": TODAY + timedelta(days=1), "closes": TODAY}])
    assert not calls.rows_fit([{"closes": TODAY}, {"closes": TODAY}])


@given(st.text(max_size=200), st.sets(st.text(alphabet="ab-1", max_size=5)))
def test_ids_are_new_and_plain(title, taken):
    found = new_id(title, taken)
    assert found not in taken
    assert found.isascii() and found == found.lower()
    assert slug(found) == found
