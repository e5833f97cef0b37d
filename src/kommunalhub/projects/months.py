"""Months, and those whose report is missing. Pure; a month is a text like „2026-11“."""

from datetime import date


def month_of(day):
    """Return the month of a day.

    >>> month_of(date(2026, 3, 9))
    '2026-03'
    """
    return f"{day.year:04}-{day.month:02}"


def first_of(month):
    """Return the first day of a month; ValueError for what is none."""
    if len(month) != 7 or month[4] != "-":
        raise ValueError(month)
    return date.fromisoformat(f"{month}-01")


def after(month):
    """Return the first day of the month that follows."""
    day = first_of(month)
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def within(day, month):
    """Return whether a day lies in a month; no day lies in none."""
    return day is not None and first_of(month) <= day < after(month)


def months(start, today):
    """Return the months from that of the first day to that of today, the oldest first.

    >>> months(date(2026, 11, 30), date(2027, 1, 1))
    ('2026-11', '2026-12', '2027-01')
    """
    found, day = [], start.replace(day=1)
    while day <= today and len(found) < 600:
        found.append(month_of(day))
        day = after(month_of(day))
    return tuple(found)


def missing(written, start, today, due_day):
    """Return the months whose report should be there and is not, the oldest first.

    due_day: the day of the month after on which a report is missed.
    """
    return tuple(
        month
        for month in months(start, today)
        if month not in written and today >= after(month).replace(day=due_day)
    )
