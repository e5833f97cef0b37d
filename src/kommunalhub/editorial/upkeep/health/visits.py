"""How often a page is opened by who does not write it: numbers by week, never who did."""

from kommunalhub.approvals.reviewing.interfaces import IReviewable
from kommunalhub.approvals.revisions import may_change
from kommunalhub.core import asking
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import TallyKind
from plone.rest.interfaces import IAPIRequest
from plone.uuid.interfaces import IUUID


VISITS = TallyKind("editorial.visits", days=365, weekly=True, most=20_000)


def note(event):
    """Count a page that is asked for (IPubAfterTraversal); writes nothing in this request."""
    request = event.request
    view = request.get("PUBLISHED")
    page = getattr(view, "context", None)
    if request.method != "GET" or not IReviewable.providedBy(page):
        return
    if IAPIRequest.providedBy(request) or getattr(view, "__name__", "") != page.getLayout():
        return
    if asking.is_anonymous() or not may_change(page):
        tally.count(VISITS, IUUID(page))
