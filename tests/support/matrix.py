"""Who sees a ticket, state by state; support sorts it in as long as it is open."""

from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row


SUPPORT = frozenset({"support"})
SEES = HUB | SUPPORT | {"owner"}

PROMISE = Promise(
    portal_type="SupportTicket",
    place="support",
    rows={
        **{state: Row(SEES, SUPPORT) for state in ("new", "assigned", "waiting", "reopened")},
        **{state: Row(SEES) for state in ("resolved", "closed")},
    },
)
