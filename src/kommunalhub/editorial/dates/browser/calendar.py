"""@@termine: the dates of all offers that who asks may see, as a list by day or as a month."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.agenda import said
from kommunalhub.core.agenda.browser import Monthly
from kommunalhub.core.agenda.feeds import AHEAD
from kommunalhub.core.browser.overview import address_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.formatting import to_local
from kommunalhub.core.offers import may_add
from kommunalhub.core.tools import site_url
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.editorial.dates import feed
from kommunalhub.editorial.dates import gathering
from kommunalhub.editorial.dates import sections
from kommunalhub.editorial.dates.filters import period_in
from kommunalhub.editorial.dates.sections import EVENT
from kommunalhub.editorial.dates.vocabularies import ACCESS
from kommunalhub.editorial.dates.vocabularies import TOPICS
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.titles import short_title_of
from Products.Five import BrowserView
from urllib.parse import urlencode


MONTH = "month"


class Calendar(Monthly, FromCatalog, BrowserView):
    """First the list, by day; the month is a table by keyboard, and a list on a phone."""

    @cached_property
    def url(self):
        return address_of(sections.SECTION) or f"{site_url()}/@@termine"

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    @cached_property
    def asked(self):
        return gathering.asked_in(self.request.form)[0]

    @cached_property
    def is_month(self):
        return self.request.form.get("view") == MONTH

    @cached_property
    def period(self):
        return period_in(self.request.form.get("date"), self.today)

    def also_shows(self):
        """Return what decides the page and is not in the catalog: bookings, seats, the minute."""
        dates = [(one.uid, one.sequence, one.is_cancelled, one.is_own) for one in self.found]
        return f"{self.now:%Y%m%d%H%M}", *dates

    def public_fingerprint(self):
        return f"{self.now:%Y%m%d%H%M}"

    @cached_property
    def found(self):
        """The Occurrences of the period or month that fit."""
        span = self.month.span() if self.is_month else self.period.span()
        return gathering.dates_in(self.asked, *span)

    def in_month(self, month):
        return self.found

    @cached_property
    def next_date(self):
        """Return {title, url, text} of the first date after the period, None where none comes."""
        end = self.period.span()[1]
        found = gathering.dates_in(self.asked, end, end + AHEAD)
        first = next((one for one in found if one.start >= end), None)
        if first is None:
            return None
        day = to_local(first.start).date()
        return {"url": self.list_url(day), "text": formatting.weekday(day), "title": first.title}

    # where the links lead

    def query(self):
        """Return the pairs that stay in addresses of this shape."""
        return [*self.asked.query(), *([("view", MONTH)] if self.is_month else [])]

    def month_url(self, month):
        pairs = [*self.asked.query(), ("view", MONTH), ("month", month.text)]
        return f"{self.url}?{urlencode(pairs)}"

    def list_url(self, day=None):
        pairs = self.asked.query()
        if day is not None:
            pairs.append(("date", day.isoformat()))
        return f"{self.url}?{urlencode(pairs)}" if pairs else self.url

    def shapes(self):
        """Return [{title, url, current}]: how the dates can be looked at."""
        month = self.month if self.is_month else self.month_of_period()
        day = max(self.month.first, self.today) if self.is_month else self.period.first
        rows = (
            (_("shape_list", default="List"), self.list_url(day), not self.is_month),
            (_("calendar_month", default="Month"), self.month_url(month), self.is_month),
        )
        return [{"title": title, "url": url, "current": now} for title, url, now in rows]

    def month_of_period(self):
        return type(self.month)(self.period.first.replace(day=1))

    def leaf_list(self):
        """Return {before, after, today}: addresses of the periods beside this one."""
        return {
            "before": self.list_url(self.period.before.first),
            "after": self.list_url(self.period.after.first),
            "today": self.list_url(),
        }

    def file_url(self, name, *more):
        pairs = [*self.asked.query(), *more]
        return f"{site_url()}/@@{name}" + (f"?{urlencode(pairs)}" if pairs else "")

    @property
    def feed_url(self):
        return self.file_url("termine.ics")

    @property
    def table_url(self):
        return self.file_url("termine.csv")

    @property
    def subscribe_url(self):
        return f"{site_url()}/@@kalender-abo"

    @property
    def subscribe_all_url(self):
        return self.file_url(feed.PAGE)

    # what is shown

    def title_of_list(self):
        return _(
            "heading_dates_between",
            default="${first} to ${last}",
            mapping={
                "first": formatting.day(self.period.first),
                "last": formatting.day(self.period.last),
            },
        )

    def days(self):
        """Return [{iso, name, title, is_today, entries}] of the days on which something begins."""
        found = {}
        for one in self.found:
            day = max(to_local(one.start).date(), self.period.first)
            found.setdefault(day, []).append(self.entry(one, day))
        return [self.day_of_list(day, entries) for day, entries in sorted(found.items())]

    def day_of_list(self, day, entries):
        return {
            "iso": day.isoformat(),
            "name": self.name_of(day),
            "title": formatting.weekday(day),
            "is_today": day == self.today,
            "entries": entries,
        }

    def name_of(self, day):
        """Return „heute“ or „morgen“, None for other days."""
        names = (_("day_today", default="today"), _("day_tomorrow", default="tomorrow"))
        return dict(enumerate(names)).get((day - self.today).days)

    @cached_property
    def kinds(self):
        return gathering.kinds()

    @cached_property
    def facts(self):
        return titles_of(ACCESS)

    def entry(self, one, day):
        """Return what the list shows of an Occurrence under a day."""
        last = said.last_day_of(one)
        return {
            **said.entry_of(one, self.now),
            "iso": one.start.isoformat(),
            "until": formatting.weekday(last) if last > day else None,
            "before": said.before_of(one) if one.has_moved else None,
            "reason": one.reason,
            "kind": None if self.asked.kind == one.kind else self.kinds.get(one.kind),
            "partner": short_title_of(one.partner),
            "access": [title for token, title in self.facts.items() if token in one.access],
            "file": f"{site_url()}/@@termine.ics?{urlencode({'kind': one.kind, 'uid': one.uid})}",
        }

    def choices(self, name):
        """Return [{value, title, selected}] of a filter."""
        titles = {
            "kind": lambda: self.kinds,
            "partner": lambda: {one: short_title_of(one) for one in partner_ids()},
            "topic": lambda: titles_of(TOPICS),
            "access": lambda: self.facts,
        }[name]()
        picked = getattr(self.asked, name)
        return [
            {
                "value": value,
                "title": title,
                "selected": value in picked if name == "access" else value == picked,
            }
            for value, title in titles.items()
        ]

    def adding(self):
        """Return [{title, url}]: where who looks may enter an event."""
        places = [] if self.is_anonymous else list(areas_of_editor())
        found = [
            {"title": short_title_of(one), "url": f"{site_url()}/partner/{one}/++add++{EVENT}"}
            for one in places
        ]
        if may_add(sections.SECTION, sections.ADD_EVENT):
            title = _("event_of_hub", default="Hub")
            found.append({"title": title, "url": f"{self.url}/++add++{EVENT}"})
        return found

    @property
    def is_asked(self):
        return bool(self.asked.query())


def areas_of_editor():
    """Yield the ids of the administrations whose editor asks."""
    groups = set(groups_of_user())
    return (one for one in partner_ids() if group_id(one, "editors") in groups)
