"""The clock of the demo: past days for the builder alone."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.clock.deadlines import due_after
from kommunalhub.core import formatting
from kommunalhub.lib.workdays import is_workday
from kommunalhub.site.demo.clock import at
from kommunalhub.site.demo.clock import Calendar
from threading import Thread

import pytest


PAST = datetime(2025, 5, 5, 9, tzinfo=UTC)
SUNDAY = Calendar(datetime(2026, 11, 22, 18, tzinfo=UTC))

moments = st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))


def test_the_clock_goes_back_and_comes_forward_again():
    with at(PAST):
        assert formatting.now() == PAST
    assert formatting.now() > PAST


def test_the_clock_is_mended_after_a_failure():
    with pytest.raises(ZeroDivisionError), at(PAST):
        _ = 1 / 0
    assert formatting.now() > PAST


def test_other_threads_keep_their_time():
    seen = []
    with at(PAST):
        other = Thread(target=lambda: seen.append(formatting.now()))
        other.start()
        other.join()
    assert seen[0] > PAST


@pytest.mark.parametrize(
    ("ago", "day"), [(0, date(2026, 11, 20)), (1, date(2026, 11, 19)), (5, date(2026, 11, 13))]
)
def test_days_ago_are_working_days(ago, day):
    assert SUNDAY.workday(ago) == day


@given(moments, st.integers(0, 200), st.integers(0, 12))
def test_no_moment_is_to_come_or_on_a_free_day(now, ago, count):
    calendar = Calendar(now)
    day = calendar.workday(ago)
    assert is_workday(day)
    assert calendar.moment(day, count) <= now


@given(moments, st.sampled_from([5, 10, 15, 20]), st.integers(-5, 5))
def test_a_step_is_due_when_wished(now, service_days, due_in):
    calendar = Calendar(now)
    day = calendar.day_due(service_days, due_in)
    assert is_workday(day) and day <= calendar.today
    due = due_after(calendar.moment(day), service_days)
    if due_in < 0:
        assert due < now or formatting.to_local(due).date() <= calendar.today
    elif due_in > 0:
        assert formatting.to_local(due).date() > calendar.today
    else:
        assert timedelta() <= formatting.to_local(due).date() - calendar.today <= timedelta(5)


def test_due_tomorrow_is_tomorrow():
    due = due_after(SUNDAY.moment(SUNDAY.day_due(5, 1)), 5)
    assert formatting.to_local(due).date() == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "following"),
    [("11-22", date(2026, 11, 22)), ("07-31", date(2027, 7, 31)), ("12-31", date(2026, 12, 31))],
)
def test_a_yearly_day_is_the_next_one(day, following):
    assert SUNDAY.next_yearly(day) == following
