"""What a ticket tells who has reported it by a link; for the page and for programs."""

from kommunalhub import _
from kommunalhub.core.tools import site_url
from kommunalhub.support import workflow
from kommunalhub.support.interfaces import IByLink
from kommunalhub.support.interfaces import ITicketPart
from kommunalhub.support.outside.acts import ACTS
from kommunalhub.support.outside.acts import OF_ROOMS
from kommunalhub.support.outside.operations import PAGE
from zope.component import getMultiAdapter
from zope.component import getUtility


STANDS = {
    workflow.NEW: _("stands_new", default="Your report has arrived. Nobody works on it yet."),
    workflow.ASSIGNED: _("stands_assigned", default="Somebody of support works on it."),
    workflow.WAITING: _("stands_waiting", default="Support waits for your answer."),
    workflow.RESOLVED: _(
        "stands_resolved",
        default="Support has reported it as solved. If it still does not work, open it again.",
    ),
    workflow.REOPENED: _("stands_reopened", default="It is open again; support looks at it."),
    workflow.CLOSED: _(
        "stands_closed", default="It is closed. If it happens again, you can open it again."
    ),
}
#: The one part of the page of a ticket that who comes by a link sees too.
SECOND_LEVEL = "second-level"
#: Steps of the workflow that are an act of their own; „answer“ is what is written.
STEPS = (workflow.REOPEN, workflow.CLOSE)


def view_of(ticket, request):
    """Return the page that everybody else has of a ticket; ask it as the guest."""
    return getMultiAdapter((ticket, request), name="view")


def steps_of(view):
    """Return the steps that who asks can take now."""
    return [act for act in view.offered if act["id"] in STEPS]


def may_write(view):
    return view.case.state != workflow.CLOSED


def acts_of(view):
    """Return the names of what can be done now, but for blocking links."""
    written = ["write"] if may_write(view) else []
    steps = [act["id"] for act in steps_of(view) if act["id"] in ACTS]
    return [*written, *steps, *asked(view.context)]


def asked(ticket):
    """Return the names of what rooms ask now."""
    return [name for name in OF_ROOMS if getUtility(IByLink, name).offered(ticket)]


def parts_of(ticket, request):
    """Return {id, title, html} of what a room shows, where it asks something, or has been told."""
    part = getMultiAdapter((ticket, request), ITicketPart, name=SECOND_LEVEL)
    part.link_page = f"{site_url()}/{PAGE}"
    html = part.html()
    return [{"id": part.id, "title": part.title, "html": html}] if html else []
