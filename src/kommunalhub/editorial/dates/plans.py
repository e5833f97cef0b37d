"""What a plan says: when an event takes place, by one time or by a rule; pure.

Times are kept in UTC, and worked out by the clock on the wall in Europe/Berlin.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from dateutil.rrule import rrulestr
from itertools import islice
from kommunalhub.core.formatting import BERLIN
from kommunalhub.security.input.recurrence import day_of
from kommunalhub.security.input.recurrence import days_in
from kommunalhub.security.input.recurrence import lines_of
from kommunalhub.security.input.recurrence import MOST_EVENTS
from kommunalhub.security.input.recurrence import parts_of


@dataclass(frozen=True)
class Span:
    """When a plan has a date. slot: its beginning on the wall, by which it is found again."""

    slot: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Plan:
    """What an event says of its dates now."""

    title: str
    place: str
    spans: tuple
    is_whole_day: bool = False
    is_open_end: bool = False


def spans_of(first, last, rule="", is_whole_day=False, is_open_end=False):
    """Return the Spans of an event, by time. first, last: of its first date, on the wall.

    rule: an iCalendar recurrence that has an end (see security/input/recurrence), or nothing.
    """
    if is_whole_day:
        lasts = timedelta(days=max((last.date() - first.date()).days, 0) + 1)
        first = datetime.combine(first.date(), time())
    elif is_open_end:
        lasts = None
    else:
        lasts = max(last - first, timedelta())
    return tuple(_span(begin, lasts) for begin in beginnings_of(first, rule))


def _span(begin, lasts):
    """Return the Span of a beginning on the wall; None lasts until the day is over."""
    end = datetime.combine(begin.date() + timedelta(days=1), time()) if lasts is None else None
    start = moment(begin)
    return Span(begin.isoformat(), start, max(moment(end or begin + lasts), start))


def moment(wall):
    """Return the moment of a time on the wall, in UTC; one that the clocks leave out is later.

    >>> moment(datetime(2027, 3, 28, 2, 30)).isoformat()
    '2027-03-28T01:30:00+00:00'
    """
    return wall.replace(tzinfo=BERLIN).astimezone(UTC)


def beginnings_of(first, rule):
    """Return the beginnings of an event on the wall, by time; a rule keeps the hour."""
    first = first.replace(microsecond=0)
    found, left_out = {first}, set()
    for name, value in lines_of(rule or ""):
        if name == "RRULE":
            found.update(_by_rule(value, first))
        elif name == "RDATE":
            found.update(datetime.combine(day.date(), first.time()) for day in days_in(value))
        elif name == "EXDATE":
            left_out.update(day.date() for day in days_in(value))
    kept = [one for one in sorted(found) if one.date() not in left_out]
    return kept[: MOST_EVENTS + 1]


def _by_rule(rule, first):
    parts = parts_of(rule)
    if "UNTIL" in parts:  # the whole of the last day counts
        parts["UNTIL"] = f"{day_of(parts['UNTIL']):%Y%m%d}T235959"
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    return islice(rrulestr(text, dtstart=first, ignoretz=True), MOST_EVENTS)
