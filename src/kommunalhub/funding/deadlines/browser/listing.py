"""@@fristen of the section: the deadlines of all cases that a person may see, by day."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.funding.deadlines import asked as reading
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines.browser.shown import shown
from kommunalhub.funding.deadlines.listing import EVERY
from kommunalhub.funding.deadlines.listing import Listing
from kommunalhub.funding.deadlines.listing import OPEN
from kommunalhub.funding.deadlines.listing import OVER
from kommunalhub.funding.deadlines.listing import OVERDUE
from kommunalhub.funding.deadlines.terms import KINDS
from kommunalhub.partners.operations import get_partner
from kommunalhub.partners.operations import partner_ids
from Products.Five import BrowserView
from urllib.parse import urlencode


PAGE_SIZE = 25
#: Who may see what administrations have missed.
VIEW_FIGURES = "kommunalhub: View figures"
STATES = {
    OPEN: _("deadlines_open", default="ahead and overdue"),
    OVERDUE: _("deadlines_overdue", default="overdue only"),
    OVER: _("deadlines_over", default="done and no longer asked for"),
    EVERY: _("deadlines_every", default="all"),
}


class Filtered(BrowserView):
    """What the list, the year and the feed share: what is asked for."""

    name = "fristen"

    @cached_property
    def today(self):
        return reading.today()

    @cached_property
    def asked(self):
        found, _wrong = reading.asked_in(self.request.form)
        return found

    @property
    def section_url(self):
        return self.context.absolute_url()

    @property
    def url(self):
        return f"{self.section_url}/@@{self.name}"

    def link(self, name, **more):
        """Return the address of another view of the same deadlines."""
        query = {**dict(reading.query_of(self.asked)), **more}
        kept = {key: value for key, value in query.items() if value}
        return f"{self.section_url}/@@{name}" + (f"?{urlencode(kept)}" if kept else "")

    @cached_property
    def partners(self):
        """Return the options of the choice by administration; empty for who sees but one."""
        seen = {brain.partner for brain in self.listing.brains.values()}
        found = [name for name in partner_ids() if name in seen]
        if len(found) < 2:
            return []
        options = [(name, get_partner(name).title) for name in found]
        return self.options([("", _("filter_all", default="all")), *options], self.asked.partner)

    def options(self, pairs, chosen):
        return [
            {"value": value, "title": title, "selected": "selected" if value == chosen else None}
            for value, title in pairs
        ]

    @cached_property
    def listing(self):
        return Listing(self.asked, self.today)


class Deadlines(Filtered):
    """The list: overdue ones first, because they are the earliest."""

    def states(self):
        return self.options([(name, STATES[name]) for name in STATES], self.asked.state)

    def kinds(self):
        every = ("", _("filter_all", default="all"))
        return self.options([every, *((kind, said.title(kind)) for kind in KINDS)], self.asked.kind)

    @property
    def first(self):
        return self.asked.first.isoformat() if self.asked.first else ""

    @property
    def last(self):
        return self.asked.last.isoformat() if self.asked.last else ""

    @property
    def is_filtered(self):
        return bool(reading.query_of(self.asked))

    @property
    def total(self):
        return self.listing.total

    @cached_property
    def batch(self):
        query = reading.query_of(self.asked)
        return batch_of(self.request, self.total, PAGE_SIZE, self.url, query)

    def rows(self):
        found = self.listing.cut(self.batch.start, self.batch.size)
        return [shown(row, self.today) for row in found]

    def may_see_missed(self):
        return asking.may(VIEW_FIGURES, self.context)
