"""Who still has to confirm what, in pure rules."""

from datetime import date
from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.formatting import BERLIN
from kommunalhub.editorial.mustread import rules
from kommunalhub.editorial.mustread.rules import mark_of
from kommunalhub.editorial.mustread.rules import next_round
from kommunalhub.editorial.mustread.rules import Revision

import pytest


people = st.frozensets(st.sampled_from("abcdefgh"))
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def revision(number=1, round=1, mark="one"):
    return Revision(number, round, mark, "2026-11-18T09:00:00+00:00", "rolf", "", "", "")


@given(people, people)
def test_open_is_the_audience_now_without_who_has_confirmed(audience, confirmed):
    found = rules.still_asked(audience, confirmed)
    assert found == audience - confirmed
    assert found <= audience


@given(people, people, people)
def test_who_leaves_drops_out_and_who_comes_late_is_asked(before, after, confirmed):
    left, came = before - after, after - before
    found = rules.still_asked(after, confirmed)
    assert not found & left
    assert came - confirmed <= found


@given(people, people, people)
def test_counts_say_the_same(audience, confirmed, away):
    count = rules.count(audience, confirmed, away)
    missing = rules.still_asked(audience, confirmed)
    assert count.asked == len(audience)
    assert count.asked - count.confirmed == len(missing)
    assert 0 <= count.away <= len(missing)
    assert count.is_complete == (not missing)


@pytest.mark.parametrize(
    "last, mark, is_essential, expected",
    [
        (None, "one", False, 1),
        (None, "one", True, 1),
        (revision(), "one", False, None),
        (revision(), "one", True, None),  # nothing was changed
        (revision(), "two", False, 1),
        (revision(), "two", True, 2),
        (revision(round=4), "two", True, 5),
    ],
)
def test_only_an_essential_change_begins_a_round(last, mark, is_essential, expected):
    assert next_round(last, mark, is_essential) == expected


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.booleans()), max_size=8))
def test_rounds_never_go_back_and_begin_with_essential_changes_alone(texts):
    last, begun = None, 0
    for mark, is_essential in texts:
        round = next_round(last, mark, is_essential)
        if round is None:
            assert last.mark == mark
            continue
        if last is not None:
            assert round == last.round + is_essential
        begun += last is None or round > last.round
        last = revision(1 if last is None else last.number + 1, round, mark)
    assert (last.round if last else 0) == begun


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_a_mark_tells_texts_apart_and_no_white_space(title, description, html):
    assert mark_of(title, description, html) == mark_of(f" {title}", description, f"{html}\n ")
    assert mark_of(title, description, f"{html} neu") != mark_of(title, description, html)


def test_what_moves_from_title_to_text_is_a_difference():
    assert mark_of("A B", "", "C") != mark_of("A", "", "B C")


def test_reminded_two_working_days_before():
    # Friday; the Wednesday before
    assert rules.remind_at(date(2026, 12, 4), BERLIN) == datetime(2026, 12, 2, 8, tzinfo=BERLIN)
    # Monday; the Thursday before
    assert rules.remind_at(date(2026, 12, 7), BERLIN) == datetime(2026, 12, 3, 8, tzinfo=BERLIN)


@given(days)
def test_a_reminder_comes_before_the_last_day(due):
    assert rules.remind_at(due, BERLIN).date() < due


def test_the_last_day_counts_to_its_end():
    due = date(2026, 12, 4)
    assert not rules.is_overdue(due, datetime(2026, 12, 4, 23, 59, tzinfo=BERLIN), BERLIN)
    assert rules.is_overdue(due, datetime(2026, 12, 5, tzinfo=BERLIN), BERLIN)
    assert not rules.is_overdue(None, datetime(2026, 12, 5, tzinfo=BERLIN), BERLIN)


@given(days, st.integers(1, 120))
def test_proofs_are_kept_for_all_of_the_months(ended, months):
    found = rules.forget_on(ended, months)
    assert (found.year - ended.year) * 12 + found.month - ended.month == months
    assert found.day <= ended.day
