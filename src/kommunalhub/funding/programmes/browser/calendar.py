"""`@@fristenkalender` of the catalogue: the closing days of a month, as a table and as a list."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.agenda.browser import Monthly
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.funding.programmes import finding
from kommunalhub.funding.programmes.browser.listing import Filtered
from kommunalhub.funding.programmes.deadlines import calls_in
from Products.Five import BrowserView


class ClosingDays(Filtered, Monthly, FromCatalog, BrowserView):
    """A month; with a filter only what fits it."""

    def __call__(self):
        self.read()
        return self.index()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@fristenkalender"

    @property
    def list_url(self):
        return self.context.absolute_url()

    @cached_property
    def found(self):
        """Return the rows of the month, by day and title."""
        first, last = self.month.first, self.month.last
        brains = finding.closing_between(self.context, self.chosen, first, last)
        rows = [
            row_of(brain, call)
            for brain in brains
            for call in calls_in(brain.funding_facts or {})
            if first <= call.closes <= last
        ]
        return sorted(rows, key=lambda row: (row["closes"], formatting.sort_key(row["title"])))

    def weeks(self):
        """Return the weeks for the macro of a month, see core/agenda."""
        days = {}
        for row in self.found:
            days.setdefault(row["closes"], []).append(row)
        return [
            [None if day is None else self.day_with(day, days.get(day, ())) for day in week]
            for week in self.month.weeks()
        ]

    def day_with(self, day, rows):
        return {**self.day_shown(day, ()), "look": self.look(day, rows), "entries": rows}

    def look(self, day, rows):
        return ("today" if day == self.today else "") + ("" if rows else " none")

    def total(self):
        return len(self.found)


def row_of(brain, call):
    """Return what the calendar shows of a call that closes, as an entry of the macro too."""
    title = brain.Title
    return {
        "title": title,
        "url": brain.getURL(),
        "closes": call.closes,
        "iso": call.closes.isoformat(),
        "day": formatting.weekday(call.closes),
        "opens": formatting.day(call.opens) if call.opens else None,
        "pot": formatting.money(call.pot) if call.pot is not None else None,
        "remark": call.remark,
        "state": badge_of_brain(brain),
        "time": _("calendar_closes", default="ends"),
        "tags": (),
        "is_own": False,
        "look": None,
    }
