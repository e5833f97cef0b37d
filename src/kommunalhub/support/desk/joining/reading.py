"""What is known of the tickets around one, for who looks: nothing of what they may not see."""

from kommunalhub.approvals.workflows import state_title
from kommunalhub.core import asking
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.search import engine
from kommunalhub.support import operations
from kommunalhub.support import workflow
from kommunalhub.support.desk.joining.operations import taken_in


#: So many tickets that may be about the same are shown.
ALIKE = 5


def rows_of(uids):
    """Return [{uid, url, number, title, state}] of tickets that who looks may see, in one query."""
    uids = tuple(uids)
    found = catalog()(UID=uids, portal_type=workflow.TYPE) if uids else ()
    return sorted((row_of(brain) for brain in found), key=lambda row: row["number"])


def row_of(brain):
    return {
        "uid": brain.UID,
        "url": brain.getURL(),
        "number": brain.case_number,
        "title": brain.Title,
        "state": state_title(workflow.TYPE, brain.review_state),
    }


def goes_on_in(ticket):
    """Return the ticket that this one is worked on with; None, also where it may not be seen."""
    into = operations.merged_into(ticket) if kept(ticket, "merged") else None
    return into if into is not None and asking.may("View", into) else None


def shown_with(ticket):
    """Return the tickets whose messages stand on this one's page, for who looks."""
    return [other for other in taken_in(ticket) if asking.may("View", other)]


def alike(ticket):
    """Return rows of tickets that may be about the same: of the same device, then by their words.

    One query of the catalog, one of the search; what is known to belong together is left out.
    """
    known = {ticket.UID(), ticket.merged, *ticket.related, *ticket.takes_in}
    found = {}
    device = (kept(ticket, "device") or "").casefold()
    if device:
        open_ = catalog()(portal_type=workflow.TYPE, review_state=workflow.OPEN)
        for brain in open_:
            if ((brain.case_extra or {}).get("device") or "").casefold() == device:
                found[brain.UID] = brain
    answer = engine.search(ticket.Title(), {"art": (workflow.TYPE,)})
    for brain in answer.hits[: ALIKE * 2]:
        found.setdefault(brain.UID, brain)
    return [row_of(brain) for uid, brain in found.items() if uid not in known][:ALIKE]
