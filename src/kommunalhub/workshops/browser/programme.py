"""`workshops`: what is still to come, with filters; all from the catalog and the books."""

from datetime import datetime
from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.workshops import storage
from kommunalhub.workshops import typed
from kommunalhub.workshops import workflow
from kommunalhub.workshops.browser import shown
from Products.Five import BrowserView


SIZE = 20
FILTERS = {
    "topic": ("topics", "kommunalhub.material_topics"),
    "audience": ("audience", "kommunalhub.material_audiences"),
}


class Programme(BrowserView):
    """The list; `past` shows what was."""

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
        return found

    @cached_property
    def brains(self):
        """All that this person may see and that is still to come (or past)."""
        query = {"sort_on": "start"}
        if self.shows_past:
            query["sort_order"] = "descending"
        states = list(workflow.RELEASED)
        if not asking.is_anonymous():
            states += [workflow.DRAFT, workflow.PENDING]
        brains = catalog()(portal_type=workflow.TYPE, review_state=states, **query)
        return [brain for brain in brains if self.is_past(brain) == self.shows_past]

    def is_past(self, brain):
        end = (brain.case_extra or {}).get("end")
        return end is not None and datetime.fromisoformat(end) < self.now

    @cached_property
    def found(self):
        rows = [self.row(brain) for brain in self.brains if self.fits(brain)]
        return [row for row in rows if row["free"]] if self.only_free else rows

    def fits(self, brain):
        return all(
            value in brain.case_extra.get(FILTERS[name][0], ())
            for name, value in self.chosen.items()
        )

    @cached_property
    def books(self):
        return storage.books_of(site())

    def row(self, brain):
        extra = brain.case_extra or {}
        start, end = (datetime.fromisoformat(extra[name]) for name in ("start", "first_end"))
        session = typed.Session(start, end, extra.get("place", ""))
        book = self.books.get(brain.UID)
        taken = book.held + book.offered if book is not None else 0
        waiting = book.waiting if book is not None else 0
        is_open = (
            brain.review_state == workflow.PUBLISHED
            and self.now < datetime.fromisoformat(extra["closes"])
            and (extra["opens"] is None or datetime.fromisoformat(extra["opens"]) <= self.now)
        )
        return {
            **shown.session_shown(session),
            "title": brain.Title,
            "url": brain.getURL(),
            "about": brain.Description,
            "is_public": extra.get("is_public"),
            "is_online": extra.get("is_online"),
            "sessions": extra.get("sessions", 1),
            "badge": badge_of_brain(brain),
            "is_cancelled": brain.review_state == workflow.CANCELLED,
            "is_open": is_open,
            "free": max(extra["capacity"] - taken, 0) if is_open and not waiting else 0,
            "waiting": waiting,
        }

    @cached_property
    def batch(self):
        query = list(self.chosen.items())
        query += [(name, "1") for name in ("free", "past") if self.field(name)]
        return batch_of(self.request, len(self.found), SIZE, self.url, query)

    def rows(self):
        return self.batch.cut(self.found)

    @property
    def is_asked(self):
        return bool(self.chosen or self.only_free)

    def may_add(self):
        return asking.may(workflow.ADD_WORKSHOP, self.context)

    @property
    def is_anonymous(self):
        return asking.is_anonymous()
