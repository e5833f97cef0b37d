"""A month as weeks of days, and what stands on each."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.agenda.calendars import calendar_of
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.agenda.month import by_day
from kommunalhub.core.agenda.month import Month
from kommunalhub.core.agenda.month import month_in

import icalendar
import pytest


DECEMBER = Month(date(2026, 12, 1))


def occurrence(start, hours=1, **more):
    begin = datetime(2026, 12, *start, tzinfo=UTC)
    return Occurrence("x", "X", begin, begin + timedelta(hours=hours), **more)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_weeks_of_a_month_have_each_of_its_days_once(day):
    month = Month(day.replace(day=1))
    days = [one for week in month.weeks() for one in week if one is not None]
    assert days == sorted(set(days))
    assert days[0] == month.first
    assert days[-1] + timedelta(days=1) == month.after.first
    assert all(len(week) == 7 for week in month.weeks())
    assert month.after.before == month


@pytest.mark.parametrize("text", ["", "2026-13", "2026-0", "9999-01", "2026-1", "x", "2026-12-01"])
def test_nonsense_is_this_month(text):
    assert month_in(text, date(2026, 3, 5)) == Month(date(2026, 3, 1))


def test_a_late_evening_stands_on_the_local_day():
    found = by_day([occurrence((9, 23, 30))], DECEMBER)
    assert list(found) == [date(2026, 12, 10)]


def test_what_lasts_stands_on_each_day_of_the_month_and_no_other():
    long = occurrence((30, 12), hours=72)
    assert sorted(by_day([long], DECEMBER)) == [date(2026, 12, 30), date(2026, 12, 31)]
    assert sorted(by_day([long], DECEMBER.after)) == [date(2027, 1, n) for n in (1, 2)]
    until_midnight = occurrence((9, 8), hours=15)
    assert list(by_day([until_midnight], DECEMBER)) == [date(2026, 12, 9)]


def test_a_calendar_says_what_is_off_and_what_has_changed():
    off = occurrence((9, 8), sequence=3, is_cancelled=True, place="Halle; oben, links")
    text = calendar_of([off], datetime(2026, 11, 1, tzinfo=UTC), "Termine")
    [event] = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert (event["status"], event["sequence"]) == ("CANCELLED", 3)
    assert event["location"] == "Halle; oben, links"
    assert event["dtstart"].dt == off.start
