"""The working-day clock of Schleswig-Holstein: Monday to Friday without public holidays.

Holidays come from the `holidays` package (country DE, subdivision SH), which follows
the "Gesetz über Sonn- und Feiertage" of Schleswig-Holstein, Reformationstag (since 2018) included.
`closed` are further days on which one office is closed.
"""

from datetime import date
from datetime import timedelta
from functools import lru_cache

import holidays


ONE_DAY = timedelta(days=1)
NONE_CLOSED: frozenset[date] = frozenset()


@lru_cache(maxsize=32)
def _holidays_of(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DE", subdiv="SH", years=year))


def is_holiday(day: date) -> bool:
    """Return whether the day is a public holiday in Schleswig-Holstein.

    >>> is_holiday(date(2026, 10, 31)), is_holiday(date(2026, 11, 1))
    (True, False)
    """
    return day in _holidays_of(day.year)


def holiday_name(day: date) -> str:
    """Return the German name of a public holiday in Schleswig-Holstein, "" on other days.

    >>> holiday_name(date(2026, 10, 31))
    'Reformationstag'
    """
    found = holidays.country_holidays("DE", subdiv="SH", years=day.year, language="de")
    return found.get(day, "")


def is_workday(day: date, closed: frozenset[date] = NONE_CLOSED) -> bool:
    """Return whether offices in Schleswig-Holstein work on that day.

    >>> is_workday(date(2026, 10, 30)), is_workday(date(2026, 10, 31))
    (True, False)
    >>> is_workday(date(2026, 12, 30), closed=frozenset({date(2026, 12, 30)}))
    False
    """
    return day.weekday() < 5 and day not in closed and not is_holiday(day)


def add_workdays(day: date, count: int, closed: frozenset[date] = NONE_CLOSED) -> date:
    """Return the day `count` working days after `day`; `day` itself does not count.

    count: zero or more; with zero the next working day at or after `day` is returned.
    Raises ValueError for a negative count.

    >>> add_workdays(date(2026, 12, 23), 2)  # Christmas days and the weekend lie between
    datetime.date(2026, 12, 28)
    """
    if count < 0:
        raise ValueError(f"count must not be negative: {count}")
    while not is_workday(day, closed) and count == 0:
        day += ONE_DAY
    while count:
        day += ONE_DAY
        if is_workday(day, closed):
            count -= 1
    return day


def subtract_workdays(day: date, count: int, closed: frozenset[date] = NONE_CLOSED) -> date:
    """Return the `count`th working day before `day`; with zero the day itself.

    >>> subtract_workdays(date(2026, 12, 28), 1)
    datetime.date(2026, 12, 24)
    """
    while count > 0:
        day -= ONE_DAY
        if is_workday(day, closed):
            count -= 1
    return day


def workdays_between(start: date, end: date, closed: frozenset[date] = NONE_CLOSED) -> int:
    """Return how many working days lie in (start, end]; negative when end lies before start.

    >>> workdays_between(date(2026, 11, 20), date(2026, 11, 23))
    1
    >>> workdays_between(date(2026, 11, 23), date(2026, 11, 20))
    -1
    """
    if end < start:
        return -workdays_between(end, start, closed)
    off = (day for year in range(start.year, end.year + 1) for day in _weekday_holidays(year))
    lost = sum(start < day <= end for day in off)
    lost += sum(start < day <= end and is_workday(day) for day in closed)
    return _weekdays_until(end) - _weekdays_until(start) - lost


def _weekdays_until(day: date) -> int:
    """Return how many days from Monday to Friday there are from the year 1 to `day`."""
    weeks, rest = divmod(day.toordinal(), 7)  # the year 1 began on a Monday
    return weeks * 5 + min(rest, 5)


@lru_cache(maxsize=32)
def _weekday_holidays(year: int) -> tuple[date, ...]:
    return tuple(day for day in _holidays_of(year) if day.weekday() < 5)
