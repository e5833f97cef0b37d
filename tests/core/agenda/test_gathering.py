"""The calendar is the union of what its sources have now; what became of a date is said once."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import gathering
from kommunalhub.core.agenda import said
from kommunalhub.core.agenda.interfaces import Before
from kommunalhub.core.agenda.interfaces import Occurrence
from types import SimpleNamespace
from unittest import mock

import icalendar
import pytest


NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=2)


def occurrence(uid="x", begin=LATER, hours=1, **more):
    return Occurrence(uid, "Sitzung", begin, begin + timedelta(hours=hours), **more)


DATES = st.lists(
    st.builds(
        lambda uid, hours, own: occurrence(uid, NOW + timedelta(hours=hours), is_own=own),
        st.text("abc", min_size=1, max_size=3),
        st.integers(-500, 500),
        st.booleans(),
    ),
    max_size=8,
)
SOURCES = st.dictionaries(
    st.sampled_from(["events", "workshops", "bookings", "programmes"]),
    st.tuples(DATES, st.booleans(), st.booleans()),
)


@given(SOURCES)
def test_the_calendar_is_the_union_of_its_sources(given_sources):
    known = {
        name: SimpleNamespace(
            occurrences=lambda start, end, dates=dates: iter(dates),
            when_asked=when_asked,
            never_own=never_own,
        )
        for name, (dates, when_asked, never_own) in given_sources.items()
    }
    with mock.patch.object(gathering, "sources", lambda: known):
        found = gathering.occurrences(NOW, LATER)
        asked = {name: gathering.occurrences(NOW, LATER, kind=name) for name in known}
        own = gathering.own(NOW, LATER)
    usual = {name for name, source in known.items() if not source.when_asked}
    assert sorted(map(repr, found)) == sorted(repr(one) for name in usual for one in asked[name])
    assert [one.start for one in found] == sorted(one.start for one in found)
    for name, (dates, *_flags) in given_sources.items():
        assert {(one.uid, one.kind) for one in asked[name]} == {(one.uid, name) for one in dates}
    may_be_own = {name for name in usual if not known[name].never_own}
    assert own == [one for one in found if one.is_own and one.kind in may_be_own]


@pytest.mark.parametrize(
    ("one", "states"),
    [
        (occurrence(), []),
        (occurrence(begin=NOW - timedelta(hours=1)), [said.PAST]),
        (occurrence(is_cancelled=True, has_moved=True), [said.CANCELLED]),
        (occurrence(has_moved=True), [said.MOVED]),
        (
            occurrence(has_moved=True, before=Before(LATER, LATER + timedelta(hours=1), "Rathaus")),
            [said.RELOCATED],
        ),
        (occurrence(is_tentative=True), [said.TENTATIVE]),
    ],
)
def test_what_became_of_a_date_is_said_once(one, states):
    assert said.states_of(one, NOW) == states


def event_in(*found):
    text = calendars.calendar_of(found, NOW)
    return icalendar.Calendar.from_ical(text).walk("VEVENT")[0], text


def test_times_in_calendars_are_those_on_the_wall_with_their_zone():
    event, text = event_in(occurrence(begin=datetime(2026, 7, 1, 16, tzinfo=UTC)))
    assert "DTSTART;TZID=Europe/Berlin:20260701T180000" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert text.index("BEGIN:VTIMEZONE") < text.index("BEGIN:VEVENT")
    assert event["dtstart"].dt == datetime(2026, 7, 1, 16, tzinfo=UTC)


def test_a_whole_day_needs_no_zone_and_an_open_end_is_none():
    day = occurrence(begin=datetime(2026, 12, 23, 23, tzinfo=UTC), hours=24, is_whole_day=True)
    event, text = event_in(day)
    assert "VTIMEZONE" not in text
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
    event, _text = event_in(occurrence(is_open_end=True))
    assert "dtend" not in event


def test_calendars_tell_the_state():
    states = [occurrence(is_cancelled=True), occurrence(is_tentative=True), occurrence()]
    assert [event_in(one)[0]["status"] for one in states] == [
        "CANCELLED",
        "TENTATIVE",
        "CONFIRMED",
    ]
