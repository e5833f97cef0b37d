"""Which text was in force at a moment: without Plone."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.asof import rules

import pytest


START = datetime(2026, 3, 1, 8, 0, tzinfo=rules.BERLIN)
STATES = ["draft", "pending", "internal", "public", "planned", "expired"]


def hour(number):
    return START + timedelta(hours=number)


hours = st.lists(st.integers(0, 500), unique=True, max_size=8).map(sorted)
versions = hours.map(lambda found: [hour(one) for one in found])
states = hours.flatmap(
    lambda found: st.tuples(*[st.sampled_from(STATES)] * len(found)).map(
        lambda names: [(hour(one), name) for one, name in zip(found, names, strict=True)]
    )
)


@given(states, versions, st.integers(0, 600), st.booleans())
def test_never_a_draft_and_never_a_text_of_later(states, versions, number, colleague):
    moment = hour(number)
    found = rules.standing(states, versions, moment, colleague)
    before = [state for when, state in states if when < moment]
    if found is None:
        assert not before or not versions or not rules.is_read(before[-1], colleague)
        return
    assert found.state == before[-1]
    assert found.state == "public" or (colleague and found.state == "internal")
    assert found.version == 0 or versions[found.version] < moment
    later = versions[found.version + 1 : found.version + 2]
    assert all(when >= moment for when in later) or found.version == 0
    assert found.since < moment
    assert found.until is None or found.until >= moment or found.version == 0


@given(states, versions, st.integers(0, 600))
def test_visitors_read_nothing_that_colleagues_do_not(states, versions, number):
    if rules.standing(states, versions, hour(number), False) is not None:
        assert rules.standing(states, versions, hour(number), True) is not None


def test_a_change_on_a_released_page_counts_from_when_it_was_saved():
    states = [(hour(1), "pending"), (hour(2), "public"), (hour(9), "draft"), (hour(20), "public")]
    saved = [hour(0), hour(5), hour(12)]
    assert rules.standing(states, saved, hour(2), False) is None
    first = rules.standing(states, saved, hour(4), False)
    assert (first.version, first.since, first.until) == (0, hour(2), hour(5))
    second = rules.standing(states, saved, hour(8), False)
    assert (second.version, second.since, second.until) == (1, hour(5), hour(9))
    assert rules.standing(states, saved, hour(13), True) is None  # taken back, and changed
    third = rules.standing(states, saved, hour(30), False)
    assert (third.version, third.since, third.until) == (2, hour(20), None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "form"),
        ("3. März", "form"),
        ("2026-02-30", "form"),
        ("20260303", "form"),
        (None, "form"),
        (["2026-03-03"], "form"),
        ("2026-W10-2", "form"),
        ("1999-12-31", "early"),
        ("2026-12-01", "future"),
    ],
)
def test_what_is_no_day_to_ask_for(text, reason):
    with pytest.raises(rules.NoDay) as wrong:
        rules.read_day(text, date(2026, 11, 30))
    assert wrong.value.reason == reason


def test_a_day_ends_at_midnight_in_berlin_also_when_the_clocks_change():
    assert rules.end_of(date(2026, 3, 29)).isoformat() == "2026-03-30T00:00:00+02:00"
    assert rules.read_day("2026-11-30", date(2026, 11, 30)) == date(2026, 11, 30)
