"""@@termine: the dates of all offers in a month; @@termine.ics: the same for people's calendars."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import feeds
from kommunalhub.core.agenda import gathering
from kommunalhub.core.agenda.feeds import AHEAD
from kommunalhub.core.agenda.feeds import BACK
from kommunalhub.core.agenda.month import by_day
from kommunalhub.core.agenda.month import month_in
from kommunalhub.core.browser.overview import Piece
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.tools import site_url
from Products.Five import BrowserView
from urllib.parse import urlencode


OWN = "own"
NEXT = 5


class Monthly:
    """What views share that show a month: which one, its weeks, where to leaf to.

    The view has `url`, `request`, `query()` (what stays in the address) and `in_month(month)`.
    """

    @cached_property
    def today(self):
        return formatting.to_local(formatting.now()).date()

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
            "entries": [entry_of(one) for one in found],
        }


def entry_of(one):
    """Return what a calendar shows of an Occurrence."""
    start, end = formatting.clock(one.start), formatting.clock(one.end)
    whole = _("agenda_whole_day", default="all day")
    return {
        "title": one.title,
        "url": one.url,
        "from": whole if one.is_whole_day else start,
        "time": whole if one.is_whole_day else f"{start}–{end}",
        "place": one.place,
        "is_cancelled": one.is_cancelled,
        "has_moved": one.has_moved and not one.is_cancelled,
        "is_own": one.is_own,
        "look": "off" if one.is_cancelled else "own" if one.is_own else None,
    }


class Dates(Monthly, FromCatalog, BrowserView):
    """The page: a table by keyboard and without JavaScript, a list on a phone."""

    @property
    def url(self):
        return f"{site_url()}/@@termine"

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    @cached_property
    def kind(self):
        asked = self.request.form.get("kind")
        known = isinstance(asked, str) and (asked in gathering.sources() or asked == OWN)
        return asked if known and not (asked == OWN and self.is_anonymous) else ""

    def kinds(self):
        found = [(name, source.title) for name, source in gathering.sources().items()]
        if not self.is_anonymous:
            found.insert(0, (OWN, _("agenda_own", default="my own")))
        return [
            {"value": value, "title": title, "selected": value == self.kind}
            for value, title in found
        ]

    def query(self):
        return {"kind": self.kind} if self.kind else {}

    @cached_property
    def found(self):
        span = self.month.span()
        if self.kind == OWN:
            return gathering.own(*span)
        return gathering.occurrences(*span, kind=self.kind or None)

    def in_month(self, month):
        return self.found

    @property
    def feed_url(self):
        query = self.query()
        return f"{site_url()}/@@termine.ics" + (f"?{urlencode(query)}" if query else "")

    @property
    def subscribe_url(self):
        return f"{site_url()}/@@kalender-abo"

    @property
    def subscribe_all_url(self):
        return f"{site_url()}/@@{feeds.PAGE}"


class Feed(Dates):
    """All that who asks may see; for calendars that ask without signing in, what is public."""

    def __call__(self):
        now = formatting.now()
        if self.kind == OWN:
            found = gathering.own(now - BACK, now + AHEAD)
        else:
            found = gathering.occurrences(now - BACK, now + AHEAD, kind=self.kind or None)
        response = self.request.response
        response.setHeader("Content-Type", f"{calendars.MEDIA_TYPE}; charset=utf-8")
        response.setHeader("Content-Disposition", 'inline; filename="termine.ics"')
        if not self.is_anonymous:
            response.setHeader("Cache-Control", "private, no-store")
        return gathering.calendar_text(found, feeds.calendar_name())


class Mine(Piece):
    """On „Mein Hub“: the next dates that one takes part in, of whatever offer."""

    def is_shown(self):
        now = formatting.now()
        found = gathering.own(now, now + AHEAD)
        self.rows = [
            entry_of(one) | {"when": formatting.moment(one.start), "iso": one.start.isoformat()}
            for one in found[:NEXT]
        ]
        self.url = f"{site_url()}/@@termine"
        return bool(self.rows)
