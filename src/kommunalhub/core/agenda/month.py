"""A month as weeks of days, for tables; pure."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local

import re


TEXT = re.compile(r"(\d{4})-(\d{2})")
#: Years around today in which somebody may leaf.
YEARS = 5


@dataclass(frozen=True)
class Month:
    """One month. first: its first day."""

    first: date

    @property
    def text(self):
        return f"{self.first:%Y-%m}"

    @property
    def before(self):
        return Month((self.first - timedelta(days=1)).replace(day=1))

    @property
    def after(self):
        return Month((self.first + timedelta(days=32)).replace(day=1))

    @property
    def last(self):
        return self.after.first - timedelta(days=1)

    def span(self):
        """Return its (start, end) in UTC: midnight to midnight in Europe/Berlin."""
        return tuple(
            datetime.combine(day, time(), tzinfo=BERLIN).astimezone(UTC)
            for day in (self.first, self.after.first)
        )

    def weeks(self):
        """Return its weeks from Monday on: lists of seven days, None outside of the month."""
        found = Calendar().monthdatescalendar(self.first.year, self.first.month)
        return [[day if day.month == self.first.month else None for day in week] for week in found]


def month_in(text, today):
    """Return the Month that a text such as `2026-12` names; today's for anything else.

    >>> month_in("2026-12", date(2026, 3, 5)).text, month_in("x", date(2026, 3, 5)).text
    ('2026-12', '2026-03')
    """
    found = TEXT.fullmatch(text)
    if found is not None:
        year, month = map(int, found.groups())
        if abs(year - today.year) <= YEARS and 1 <= month <= 12:
            return Month(date(year, month, 1))
    return Month(today.replace(day=1))


def by_day(occurrences, month):
    """Return {day: occurrences} of a month; what lasts longer stands on each of its days."""
    found, last = {}, month.after.first - timedelta(days=1)
    for one in occurrences:
        day = max(to_local(one.start).date(), month.first)
        until = min(to_local(one.end - timedelta(seconds=1)).date(), last)
        while day <= max(until, day) and day <= last:
            found.setdefault(day, []).append(one)
            if day >= until:
                break
            day += timedelta(days=1)
    return found
