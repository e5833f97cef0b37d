"""How often exhibits are visited: numbers by week, never who it was (see core.tally)."""

from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.showroom import workflow
from kommunalhub.showroom.browser.exhibit import ExhibitView
from plone.caching.hooks import Intercepted
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView


VISITS = TallyKind("showroom.visits", weekly=True)
ANSWERED = frozenset({200, 304})
WEEKS = 12


def count(event):
    """Count a visit of a public exhibit by who does not work on it; writes nothing now.

    By the answer and not by the page: most answers are sent from memory, and no page is made.
    """
    request = event.request
    failure = getattr(event, "exc_info", None)
    if failure is not None and not issubclass(failure[0], Intercepted):
        return
    view = request.get("PUBLISHED")
    if not isinstance(view, ExhibitView) or request.get("REQUEST_METHOD") != "GET":
        return
    if request.response.getStatus() not in ANSWERED or not asking.is_anonymous():
        return
    if state_of(view.context) == workflow.PUBLIC:
        tally.count(VISITS, IUUID(view.context))


class Visits(BrowserView):
    """@@besuche of `showroom`: how often each exhibit was visited, for the hub management."""

    def way(self):
        """Return the way back to the list."""
        return [{"title": self.context.Title(), "url": self.context.absolute_url()}]

    def rows(self):
        """Return [{title, url, number}] of the last twelve months, the most visited first."""
        numbers = dict(tally.totals(site(), VISITS))
        brains = catalog()(portal_type=workflow.TYPE, review_state=workflow.PUBLIC)
        rows = [
            {"title": one.Title, "url": one.getURL(), "number": numbers.get(one.UID, 0)}
            for one in brains
        ]
        return sorted(rows, key=lambda row: (-row["number"], row["title"]))
