"""The working-day clock of Schleswig-Holstein."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.lib import workdays
from moments import MOMENTS

import doctest
import pytest


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 4, 3), False),  # Karfreitag
        (date(2026, 4, 6), False),  # Ostermontag
        (date(2026, 5, 14), False),  # Himmelfahrt
        (date(2026, 5, 25), False),  # Pfingstmontag
        (date(2026, 6, 4), True),  # Fronleichnam is a working day in Schleswig-Holstein
        (date(2027, 10, 31), False),
        (date(2028, 10, 31), False),  # Reformationstag, a Tuesday
        (date(2028, 11, 1), True),  # Allerheiligen is one too
        (date(2026, 11, 21), False),  # a Saturday
    ],
)
def test_holidays_of_the_state(day, open_):
    assert workdays.is_workday(day) is open_


@given(DAYS, st.integers(0, 60))
def test_adding_and_counting_agree(day, count):
    end = workdays.add_workdays(day, count)
    assert workdays.is_workday(end)
    if count:
        assert workdays.workdays_between(day, end) == count


@given(DAYS, st.integers(0, 90), st.integers(0, 90))
def test_periods_add_up(day, first, second):
    middle, end = day + timedelta(days=first), day + timedelta(days=first + second)
    parts = workdays.workdays_between(day, middle) + workdays.workdays_between(middle, end)
    assert parts == workdays.workdays_between(day, end)


@given(DAYS, st.integers(0, 40), st.frozensets(DAYS, max_size=5), st.integers(0, 9))
def test_closing_days_only_put_off(day, count, further, next_days):
    closed = further | {day + timedelta(days=n) for n in range(next_days)}
    end = workdays.add_workdays(day, count, closed)
    assert workdays.is_workday(end, closed)
    assert end >= workdays.add_workdays(day, count)
    if count:
        assert workdays.workdays_between(day, end, closed) == count


@given(DAYS, st.integers(1, 40), st.frozensets(DAYS, max_size=5))
def test_going_back_and_forth(day, count, closed):
    start = workdays.subtract_workdays(day, count, closed)
    assert workdays.is_workday(start, closed)
    if workdays.is_workday(day, closed):
        assert workdays.add_workdays(start, count, closed) == day


def test_the_next_working_day_of_all_moments():
    days = {name: workdays.add_workdays(moment.date(), 1) for name, moment in MOMENTS.items()}
    assert days == {
        "wednesday": date(2026, 11, 19),
        "saturday-late": date(2026, 11, 23),
        "last-of-december": date(2027, 1, 4),  # New Year's Day is a Friday
        "clocks-put-forward": date(2027, 3, 30),  # Easter Sunday, and Monday
        "clocks-put-back": date(2027, 11, 1),  # Reformation day, a Sunday
        "leap-day": date(2028, 3, 1),
    }


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
@pytest.mark.parametrize("count", [1, 5, 250])
def test_a_year_and_back_from_all_moments(moment, count):
    end = workdays.add_workdays(moment.date(), count)
    assert workdays.workdays_between(moment.date(), end) == count
    assert workdays.subtract_workdays(end, count) <= moment.date()
    assert workdays.add_workdays(workdays.subtract_workdays(end, count), count) == end


def test_negative_counts_are_refused():
    with pytest.raises(ValueError):
        workdays.add_workdays(date(2026, 1, 5), -1)


def test_examples_in_docstrings():
    assert doctest.testmod(workdays).failed == 0
