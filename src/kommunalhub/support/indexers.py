"""What the catalog knows of tickets, so that no list wakes an object."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core.kept import kept
from kommunalhub.support.desk.secondlevel.reading import known_of
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.reports.facts import times_of
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


@indexer(ISupportTicket)
def ticket_text(obj):
    """Return what those who may see a ticket find it by."""
    parts = (obj.title, obj.description, obj.device, kept(obj, "case_number"))
    return " ".join(part for part in parts if part)


@implementer(ICaseExtra)
@adapter(ISupportTicket)
class TicketExtra:
    """What the queue shows and filters by."""

    def __init__(self, context):
        self.context = context

    def __call__(self):
        case = self.context
        return {
            "urgency": case.urgency,
            "category": case.category,
            "device": case.device,
            "device_uid": kept(case, "device_uid") or "",
            "last": last_said(case),
            **beside_of(case),
            **merged_of(case),
            **known_of(case),
            "times": times_of(case),
        }


def beside_of(case):
    """Return what is known of whom a ticket was reported for."""
    person = kept(case, "for_user")
    return {"beside": (person,)} if person else {}


def merged_of(case):
    """Return what is known of a ticket that is worked on with another: it awaits nobody itself."""
    merged = kept(case, "merged")
    return {"merged": merged, "awaits": ()} if merged else {}


def last_said(case):
    """Return when something happened to a ticket the last time (ISO), None for a new one."""
    journal = IJournal(case)
    found = (journal.last(kind) for kind in (entries.MESSAGE, entries.TRANSITION))
    return max((entry["when"] for entry in found if entry), default=None)
