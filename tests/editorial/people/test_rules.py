"""Questions, presence and units, without a site."""

from datetime import datetime
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.people import rules
from kommunalhub.lib.servicehours import BERLIN
from types import SimpleNamespace

import pytest


WEEK = rules.week_of("Mo–Do 8–12, 14–16\nFr 8–12")


def at(day, hour, minute=0):
    """Return a moment of December 2026; the 1st is a Tuesday."""
    return datetime(2026, 12, day, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("question", "task"),
    [
        ("Wer ist zuständig für Wohngeld?", "Wohngeld"),
        ("Ansprechpartnerin Bauanträge", "Bauanträge"),
        ("wer macht bei uns die Reisekosten", "die Reisekosten"),
        ("Wohngeld", "Wohngeld"),
        ("Wer ist zuständig?", "Wer ist zuständig?"),
    ],
)
def test_a_question_asks_for_a_task(question, task):
    assert rules.telling(question) == task


@pytest.mark.parametrize(
    ("now", "kind", "until"),
    [
        (at(1, 8), rules.THERE, at(1, 12)),
        (at(1, 11, 59), rules.THERE, at(1, 12)),
        (at(1, 12), rules.LATER, at(1, 14)),
        (at(1, 6), rules.LATER, at(1, 8)),
        (at(1, 16), rules.OFF, at(2, 8)),
        (at(4, 13), rules.OFF, at(7, 8)),
        (at(24, 13), rules.LATER, at(24, 14)),
        (at(24, 17), rules.OFF, at(28, 8)),  # two holidays and a Sunday between
    ],
)
def test_who_is_there(now, kind, until):
    assert rules.presence(WEEK, now) == rules.Presence(kind, until)


def test_who_is_away_is_back_with_the_next_hours():
    assert rules.presence(WEEK, at(1, 9), at(3, 0)) == rules.Presence(rules.AWAY, at(3, 8))
    assert rules.presence(None, at(1, 9), at(3, 0)) == rules.Presence(rules.AWAY, at(3, 0))
    assert rules.presence(None, at(1, 9)) == rules.Presence(rules.UNKNOWN)


@given(minutes=st.integers(0, 60 * 24 * 28))
def test_presence_is_about_what_is_still_to_come(minutes):
    now = at(1, 0) + timedelta(minutes=minutes)
    found = rules.presence(WEEK, now)
    assert found.at > now
    later = rules.presence(WEEK, found.at)
    assert (later.kind == rules.THERE) == (found.kind != rules.THERE)


def test_a_name_is_kept_from_strangers_in_one_state_only():
    told = {
        state for state in ("own", "shared", "nameless", "named") if rules.tells_name(state, False)
    }
    assert told == {"own", "shared", "named"}
    assert rules.tells_name("nameless", True)


units = st.lists(st.text("ab /", max_size=9), max_size=9)


@given(units=units, heads=st.lists(st.booleans(), min_size=9, max_size=9))
def test_each_position_stands_in_the_chart_once(units, heads):
    positions = [
        SimpleNamespace(unit=unit, is_head=head, title=str(n))
        for n, (unit, head) in enumerate(zip(units, heads, strict=False))
    ]
    found = []

    def walk(unit, way):
        found.extend((one, way) for one in unit.positions)
        for below in unit.units:
            walk(below, (*way, below.name))

    walk(rules.tree(positions, str), ())
    assert sorted(one.title for one, _way in found) == sorted(one.title for one in positions)
    assert all(rules.steps_of(one.unit) == way for one, way in found)


def test_heads_come_first():
    make = [("B", False), ("C", True), ("A", False)]
    positions = [SimpleNamespace(unit="Amt", is_head=head, title=title) for title, head in make]
    (unit,) = rules.tree(positions, str).units
    assert [one.title for one in unit.positions] == ["C", "A", "B"]
    assert unit.head.title == "C"
