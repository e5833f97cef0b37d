"""How often exhibits are visited, by week and never by whom (core.tally), and by which groups."""

from collections import Counter
from functools import cached_property
from kommunalhub.approvals.workflows import state_of
from kommunalhub.booking import said
from kommunalhub.booking.rules import Span
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.showroom import workflow
from kommunalhub.showroom.browser.exhibit import ExhibitView
from kommunalhub.showroom.groups import reading
from kommunalhub.showroom.groups.rules import without_contact
from plone.caching.hooks import Intercepted
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView


VISITS = TallyKind("showroom.visits", weekly=True)
ANSWERED = frozenset({200, 304})


def count(event):
    """Count a visit of a public exhibit by who does not work on it; writes nothing now.

    By the answer and not by the page: most answers are sent from memory, and no page is made.
    """
    request = event.request
    failure = getattr(event, "exc_info", None)
    if failure is not None and not issubclass(failure[0], Intercepted):
        return
    view = request.get("PUBLISHED")
    if not isinstance(view, ExhibitView) or request.method != "GET":
        return
    if request.response.getStatus() not in ANSWERED or not asking.is_anonymous():
        return
    if state_of(view.context) == workflow.PUBLIC:
        tally.count(VISITS, IUUID(view.context))


def numbers():
    """Return (rows, coming): how often exhibits were visited, and which groups will come.

    rows: [{uid, title, url, number, groups}] of the last twelve months, the most visited first;
    coming: [{uid, title, url, start, end, about}], the next first.
    """
    now = formatting.now()
    counted, groups = dict(tally.totals(site(), VISITS)), reading.visits(now)
    brains = {one.UID: one for one in catalog()(portal_type=workflow.TYPE)}
    came = Counter(one.source for one in groups if one.start <= now)
    rows = [
        {
            **named(brain),
            "number": counted.get(uid, 0),
            "groups": came[uid],
        }
        for uid, brain in brains.items()
        if brain.review_state == workflow.PUBLIC or came[uid]
    ]
    coming = [
        {
            **named(brains[one.source]),
            "start": one.start,
            "end": one.end,
            "about": without_contact(one.purpose),
        }
        for one in groups
        if one.start > now and one.source in brains
    ]
    return sorted(rows, key=lambda row: (-row["number"], row["title"])), coming


def named(brain):
    return {"uid": brain.UID, "title": brain.Title, "url": brain.getURL()}


class Visits(BrowserView):
    """@@besuche of `showroom`: how often each exhibit was visited, for the hub management."""

    def way(self):
        """Return the way back to the list."""
        return [{"title": self.context.Title(), "url": self.context.absolute_url()}]

    @cached_property
    def found(self):
        return numbers()

    def rows(self):
        return self.found[0]

    def coming(self):
        """Return [{when, about, title, url}] of the groups that will come."""
        return [{**one, "when": said.when(Span(one["start"], one["end"]))} for one in self.found[1]]
