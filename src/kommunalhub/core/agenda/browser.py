"""What pages of dates share: a month as a table; and one's next dates on „Mein Hub“."""

from functools import cached_property
from kommunalhub.core import formatting
from kommunalhub.core.agenda import gathering
from kommunalhub.core.agenda.feeds import AHEAD
from kommunalhub.core.agenda.month import by_day
from kommunalhub.core.agenda.month import month_in
from kommunalhub.core.agenda.said import entry_of
from kommunalhub.core.agenda.said import moment_of
from kommunalhub.core.browser.overview import Piece
from kommunalhub.core.tools import site_url
from urllib.parse import urlencode


NEXT = 5


class Monthly:
    """What views share that show a month: which one, its weeks, where to leaf to.

    The view has `url`, `request`, `query()` (what stays in the address) and `in_month(month)`.
    """

    @cached_property
    def now(self):
        return formatting.now()

    @cached_property
    def today(self):
        return formatting.to_local(self.now).date()

    @cached_property
    def month(self):
        asked = self.request.form.get("month")
        return month_in(asked if isinstance(asked, str) else "", self.today)

    def month_title(self):
        return formatting.month(self.month.first)

    def leaf(self):
        """Return {before, after, today}: where to leaf to."""
        pages = {"before": self.month.before, "after": self.month.after}
        pages["today"] = month_in("", self.today)
        return {name: self.month_url(month) for name, month in pages.items()}

    def month_url(self, month):
        return f"{self.url}?{urlencode({**self.query(), 'month': month.text})}"

    def weekdays(self):
        """Return [{short, long}] of the columns, from Monday on."""
        [week] = [week for week in self.month.weeks() if None not in week][:1]
        return [
            {
                "short": formatting.short_weekday(day),
                "long": formatting.weekday(day).partition(",")[0],
            }
            for day in week
        ]

    def weeks(self):
        """Return the weeks: lists of seven days {number, long, iso, is_today, entries}, or None."""
        days = by_day(self.in_month(self.month), self.month)
        return [
            [None if day is None else self.day_shown(day, days.get(day, ())) for day in week]
            for week in self.month.weeks()
        ]

    def day_shown(self, day, found):
        return {
            "number": day.day,
            "long": formatting.weekday(day),
            "iso": day.isoformat(),
            "is_today": day == self.today,
            "look": ("today" if day == self.today else "") + ("" if found else " none"),
            "entries": [entry_of(one, self.now) for one in found],
        }


class Mine(Piece):
    """On „Mein Hub“: the next dates that one takes part in, of whatever offer."""

    def is_shown(self):
        now = formatting.now()
        found = gathering.own(now, now + AHEAD)
        self.rows = [
            entry_of(one, now) | {"when": moment_of(one), "iso": one.start.isoformat()}
            for one in found[:NEXT]
        ]
        self.url = f"{site_url()}/@@termine"
        return bool(self.rows)
