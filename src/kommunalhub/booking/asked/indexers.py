"""What conditions and lists know of a request, so that no list wakes an object."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.booking.asked import operations
from kommunalhub.booking.asked.interfaces import IBookingRequest
from kommunalhub.core.kept import kept
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


@implementer(ICaseExtra)
@adapter(IBookingRequest)
class RequestExtra:
    """Whose bookings they are, how many still wait, and until when the first does (ISO)."""

    def __init__(self, context):
        self.context = context

    def __call__(self):
        waiting = operations.waiting_of(self.context)
        until = min((one.until for one in waiting if one.until), default=None)
        return {
            "holder": self.context.holder,
            "open": len(waiting),
            "until": until.isoformat() if until else None,
        }


@indexer(IBookingRequest)
def request_text(obj):
    """Return what those who may see a request find it by."""
    return " ".join(part for part in (obj.title, kept(obj, "case_number")) if part)
