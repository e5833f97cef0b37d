"""Closing days as people write them: a day or a period per line, and what is on.

24.12.2026 - 31.12.2026 Betriebsferien
15.05.2026 Brückentag
"""

from datetime import date
from datetime import timedelta

import re


ONE_DAY = timedelta(days=1)
LONGEST = 60
FIRST_YEAR, LAST_YEAR = 2000, 2100
WRITTEN = r"(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)"
LINE = re.compile(rf"{WRITTEN}(?:\s*(?:-|–|bis)\s*{WRITTEN})?(?:\s+(.*))?")
DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class BadLine(ValueError):
    """A line that is no closing day: its number, from 1."""

    def __init__(self, number, text):
        super().__init__(text)
        self.number, self.text = number, text


def read(text):
    """Return {date: note} of a text; raises BadLine.

    >>> read("24.12.2026 - 25.12.2026 Ferien")[date(2026, 12, 25)]
    'Ferien'
    """
    days = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = " ".join(line.split())
        if not line:
            continue
        found = LINE.fullmatch(line)
        first = _day(found[1]) if found else None
        last = _day(found[2]) if found and found[2] else first
        if first is None or last is None or not first <= last < first + LONGEST * ONE_DAY:
            raise BadLine(number, line)
        note = (found[3] or "")[:100]
        for count in range((last - first).days + 1):
            days[first + count * ONE_DAY] = note
    return days


def write(days):
    """Return the text that stands for {date: note}, in order, one line for each period."""
    periods = []
    for day, note in sorted(days.items()):
        if periods and _goes_on(periods[-1], day, note):
            periods[-1][1] = day
        else:
            periods.append([day, day, note])
    return "\n".join(_line(*period) for period in periods)


def _goes_on(period, day, note):
    first, last, same = period
    return day == last + ONE_DAY and note == same and (day - first).days < LONGEST


def _line(first, last, note):
    period = _written(first) if first == last else f"{_written(first)} - {_written(last)}"
    return f"{period} {note or ''}".strip()


def _written(day):
    return f"{day:%d.%m.%Y}"


def _day(text):
    found = DAY.fullmatch(text)
    try:
        day = date(*(int(part) for part in found.groups()[::-1])) if found else None
        day = day or date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
