"""What a ticket tells who has reported it by a link; for the page and for programs."""

from kommunalhub import _
from kommunalhub.support import workflow
from kommunalhub.support.outside.acts import ACTS
from zope.component import getMultiAdapter


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
    return [*written, *(act["id"] for act in steps_of(view) if act["id"] in ACTS)]
