"""`workshops`: a list or a month, with filters; all from the catalog and the books."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.agenda.browser import Monthly
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.workshops import storage
from kommunalhub.workshops import typed
from kommunalhub.workshops import workflow
from kommunalhub.workshops.agenda import has_seat
from kommunalhub.workshops.agenda import of_brain
from kommunalhub.workshops.agenda import own_keys
from kommunalhub.workshops.browser import shown
from Products.Five import BrowserView
from urllib.parse import urlencode


SIZE = 20
MONTH = "month"
FILTERS = {
    "topic": ("topics", "kommunalhub.material_topics"),
    "audience": ("audience", "kommunalhub.material_audiences"),
}


class Programme(Monthly, FromCatalog, BrowserView):
    """The list, where `past` shows what was; or a month, with what was and what comes."""

    @property
    def url(self):
        return self.context.absolute_url()

    def field(self, name):
        value = self.request.form.get(name)
        return value if isinstance(value, str) else ""

    @cached_property
    def now(self):
        return formatting.now()

    @cached_property
    def shows_past(self):
        return bool(self.field("past"))

    @cached_property
    def only_free(self):
        return bool(self.field("free"))

    @cached_property
    def chosen(self):
        """{filter: value} of this request; values that nothing is called by are left out."""
        found = {name: self.field(name) for name in FILTERS}
        return {
            name: value for name, value in found.items() if value in titles_of(FILTERS[name][1])
        }

    @cached_property
    def place(self):
        """The place that is asked for, "" for any; one that nothing is at is left out."""
        asked = self.field("place")
        return asked if asked in self.places else ""

    @cached_property
    def places(self):
        """The places of the workshops shown here, in alphabetical order."""
        found = {place for brain in self.brains for place in places_of(brain)}
        return sorted(found, key=formatting.sort_key)

    @cached_property
    def is_month(self):
        return self.field("view") == MONTH

    def shapes(self):
        """Return [{title, url, current}]: how the workshops can be looked at."""
        query = urlencode(self.query() | {"view": MONTH})
        plain = urlencode({name: v for name, v in self.query().items() if name != "view"})
        rows = (
            (_("shape_list", default="List"), f"{self.url}?{plain}", not self.is_month),
            (_("calendar_month", default="Month"), f"{self.url}?{query}", self.is_month),
        )
        return [{"title": title, "url": url, "current": now} for title, url, now in rows]

    def query(self):
        """Return {name: value} of what stays in the address."""
        found = dict(self.chosen)
        if self.place:
            found["place"] = self.place
        if self.only_free:
            found["free"] = "1"
        if self.is_month:
            found["view"] = MONTH
        elif self.shows_past:
            found["past"] = "1"
        return found

    def in_month(self, month):
        """Return the Occurrences of the month, of the workshops that fit."""
        start, end = month.span()
        keys = own_keys()
        return sorted(
            (
                one
                for brain in self.found
                for one in of_brain(brain, has_seat(self.books.get(brain.UID), keys))
                if one.end > start and one.start < end
            ),
            key=lambda one: (one.start, one.title),
        )

    def also_shows(self):
        """Return what decides the page and is not in the catalog: seats, and the minute."""
        return sum(book.changes for book in self.books.values()), f"{self.now:%Y%m%d%H%M}"

    def public_fingerprint(self):
        return repr(self.also_shows())

    def filters(self):
        """Return [{name, choices}] of what the workshops shown here are about."""
        found = []
        for name, (key, vocabulary) in FILTERS.items():
            titles = titles_of(vocabulary)
            used = {value for brain in self.brains for value in brain.case_extra.get(key, ())}
            picked = self.chosen.get(name)
            choices = [
                {"value": value, "title": title, "chosen": value == picked}
                for value, title in titles.items()
                if value in used or value == picked
            ]
            if choices:
                found.append({"name": name, "choices": choices})
        if self.places:
            choices = [
                {"value": place, "title": place, "chosen": place == self.place}
                for place in self.places
            ]
            found.append({"name": "place", "choices": choices})
        return found

    @cached_property
    def brains(self):
        """All that this person may see and that is still to come (or past); in a month both."""
        query = {"sort_on": "start"}
        if self.shows_past and not self.is_month:
            query["sort_order"] = "descending"
        states = list(workflow.RELEASED)
        if not asking.is_anonymous():
            states += [workflow.DRAFT, workflow.PENDING]
        brains = catalog()(portal_type=workflow.TYPE, review_state=states, **query)
        if self.is_month:
            return list(brains)
        return [brain for brain in brains if self.is_past(brain) == self.shows_past]

    def is_past(self, brain):
        end = (brain.case_extra or {}).get("end")
        return end is not None and datetime.fromisoformat(end) < self.now

    @cached_property
    def found(self):
        """The brains that fit what was chosen."""
        return [
            brain
            for brain in self.brains
            if self.fits(brain) and (not self.only_free or self.seats(brain)["free"])
        ]

    def fits(self, brain):
        if self.place and self.place not in places_of(brain):
            return False
        return all(
            value in brain.case_extra.get(FILTERS[name][0], ())
            for name, value in self.chosen.items()
        )

    @cached_property
    def books(self):
        return storage.books_of(site())

    def seats(self, brain):
        """Return {is_open, free, waiting} of a workshop."""
        extra, book = brain.case_extra or {}, self.books.get(brain.UID)
        taken = book.held + book.offered if book is not None else 0
        waiting = book.waiting if book is not None else 0
        is_open = (
            brain.review_state == workflow.PUBLISHED
            and self.now < datetime.fromisoformat(extra["closes"])
            and (extra["opens"] is None or datetime.fromisoformat(extra["opens"]) <= self.now)
        )
        free = max(extra["capacity"] - taken, 0) if is_open and not waiting else 0
        return {"is_open": is_open, "free": free, "waiting": waiting}

    def row(self, brain):
        extra = brain.case_extra or {}
        start, end = (datetime.fromisoformat(extra[name]) for name in ("start", "first_end"))
        session = typed.Session(start, end, extra.get("place", ""))
        return {
            **shown.session_shown(session),
            **self.seats(brain),
            "title": brain.Title,
            "url": brain.getURL(),
            "about": brain.Description,
            "is_public": extra.get("is_public"),
            "is_online": extra.get("is_online"),
            "sessions": extra.get("sessions", 1),
            "dates": [
                {"start": start, "end": end, "place": place}
                for start, end, place in extra.get("dates", ())
            ],
            "badge": badge_of_brain(brain),
            "is_cancelled": brain.review_state == workflow.CANCELLED,
        }

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), SIZE, self.url, self.query().items())

    def rows(self):
        return [self.row(brain) for brain in self.batch.cut(self.found)]

    @property
    def is_asked(self):
        return bool(self.chosen or self.only_free or self.place)

    def may_add(self):
        return asking.may(workflow.ADD_WORKSHOP, self.context)

    def may_see_retention(self):
        return asking.may("kommunalhub: View figures", self.context)

    @property
    def is_anonymous(self):
        return asking.is_anonymous()


def places_of(brain):
    """Return the places of a workshop's dates, without doubles."""
    return {place for _start, _end, place in (brain.case_extra or {}).get("dates", ()) if place}
