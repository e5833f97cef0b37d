"""`support`: the queue for those who help, and what somebody has reported for everybody else."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import asking
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site_url
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support import queue
from kommunalhub.support.browser import clock
from kommunalhub.support.clock import settings
from Products.Five import BrowserView


SIZE = 25
TITLES = {
    queue.ALL: _("queue_all", default="All open"),
    queue.MINE: _("queue_mine", default="Mine"),
    queue.NOBODYS: _("queue_nobodys", default="Without a person"),
    queue.WAITING: _("queue_waiting", default="Waiting"),
    queue.DONE: _("queue_done", default="Solved"),
}


class SupportView(FromCatalog, BrowserView):
    """The list, soonest first; everything from metadata, by one query of the catalog."""

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def report_url(self):
        return f"{site_url()}/@@stoerung-melden"

    @property
    def login_url(self):
        return f"{site_url()}/login?came_from={self.url}"

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    @cached_property
    def helps(self):
        """Whether this person works on tickets of others."""
        return queue.helps()

    def hours(self):
        return [line.strip() for line in settings.hours_text().splitlines() if line.strip()]

    @cached_property
    def chosen(self):
        return queue.chosen_of(self.request.form, self.helps)

    @cached_property
    def brains(self):
        """Everything that this person may see; the parts of it are told apart without a query."""
        if self.is_anonymous:
            return []
        return queue.find(catalog(), self.chosen)

    @cached_property
    def parts(self):
        return queue.parted(self.brains, self.chosen["queue"], asking.userid())

    @property
    def found(self):
        return self.parts[self.chosen["queue"]]

    def tabs(self):
        """Return [{title, url, count, current}] of the parts; count: None where not counted."""
        names = queue.QUEUES if self.helps else queue.OF_REPORTERS
        return [
            {
                "title": TITLES[name],
                "url": f"{self.url}?queue={name}",
                "count": len(self.parts[name]) if name in self.parts else None,
                "current": "page" if name == self.chosen["queue"] else None,
            }
            for name in names
        ]

    def urgencies(self):
        return self._options("urgency", titles_of("kommunalhub.support_urgencies"))

    def categories(self):
        return self._options("category", titles_of("kommunalhub.support_categories"))

    def _options(self, name, titles):
        return [
            {"value": value, "title": title, "selected": value == self.chosen[name]}
            for value, title in titles.items()
        ]

    @cached_property
    def batch(self):
        query = [(name, value) for name, value in self.chosen.items() if value]
        return batch_of(self.request, len(self.found), SIZE, self.url, query)

    def rows(self):
        make = Rows()
        urgencies = titles_of("kommunalhub.support_urgencies")
        return [self.row(make, brain, urgencies) for brain in self.batch.cut(self.found)]

    def row(self, make, brain, urgencies):
        extra, person = brain.case_extra or {}, assigned_to(brain)
        mine = person is not None and person == asking.userid()
        return {
            **make.plain(brain),
            "due": clock.due_of(due_of(brain), make.now),
            "urgency": urgencies.get(extra.get("urgency")),
            "device": extra.get("device"),
            "partner": short_title_of(brain.partner) if brain.partner else None,
            "rests": queue.rests(brain),
            "mine": mine,
            "person": name_of(person) if person else None,
        }
