"""One act on several tickets; each is asked for by itself, and each has its result."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core.tools import catalog
from kommunalhub.core.transactions import WayBack
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.support import workflow
from kommunalhub.support.interfaces import ISupportTicket
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


TAKE, HAND, URGENCY, CLOSE = ACTS = ("take", "hand", "urgency", "close")
#: So many at once.
MOST = 100
UNTAKEN = (workflow.NEW, workflow.REOPENED)
NO_SUCH = _("error_no_such_case", default="There is no such case for you.")
NOT_SORTED = _("error_urgency_not_yours", default="You cannot sort this ticket in now.")


class WrongValue(ApprovalError):
    """What was chosen for all of them is none of the choices; `field` says where."""

    def __init__(self, message, field=None):
        self.field = field
        super().__init__(message)


@dataclass(frozen=True)
class Seen:
    """How somebody saw a ticket: its state, and the user id of who worked on it ("": nobody)."""

    state: str = ""
    person: str = ""


def several(uids, act, seen=None, to="", urgency="", comment=""):
    """Do one act on several tickets; return a result for each, in the order of `uids`.

    act: one of ACTS; to: a user id, for HAND; urgency: for URGENCY; comment: for CLOSE.
    seen: {uid: Seen}. Each result: {uid, case (None where there is none for this person), error
    (None when done)}; one that fails leaves the others done. Raises WrongValue before anything is
    done.
    """
    check(act, to, urgency)
    results = []
    for uid in dict.fromkeys(uids[:MOST]):
        found = catalog()(UID=uid, portal_type=workflow.TYPE) if uid else ()
        ticket, error = (found[0].getObject() if found else None), None
        if ticket is None:
            error = NotPossible(NO_SUCH)
        else:
            before = WayBack()
            try:
                do(ticket, act, (seen or {}).get(uid) or Seen(), to, urgency, comment)
            except ApprovalError as refused:
                before.rollback()
                error = refused
        results.append({"uid": uid, "case": ticket, "error": error})
    return results


def check(act, to, urgency):
    """Raise WrongValue for what holds for none of the tickets."""
    if act not in ACTS:
        message = _("error_queue_act", default="This cannot be done with several tickets.")
        raise WrongValue(message, "act")
    if act == HAND and not to:
        message = _("error_assign_nobody", default="Please choose who is to take the case over.")
        raise WrongValue(message, "to")
    if act == URGENCY and urgency not in titles_of("kommunalhub.support_urgencies"):
        message = _("error_urgency", default="Please choose how urgent it is.")
        raise WrongValue(message, "urgency")


def do(ticket, act, seen, to="", urgency="", comment=""):
    """Do one act on a ticket. Raises ApprovalError."""
    if act == TAKE:
        take(ticket, seen)
    elif act == HAND:
        require_person(ticket, seen)
        start(ticket)
        assignment.hand_over(ticket, to)
    elif act == URGENCY:
        sort_in(ticket, urgency)
    else:
        decide(ticket, workflow.CLOSE, comment, seen.state or None)


def take(ticket, seen):
    """Take a ticket upon who is logged in, and into work; nothing where they have it already."""
    if assigned_to(ticket) != asking.userid():
        require_person(ticket, seen)
    start(ticket)
    assignment.take(ticket, seen.person)


def start(ticket):
    """Let a new ticket be in work."""
    if state_of(ticket) in UNTAKEN:
        decide(ticket, workflow.ASSIGN)


def require_person(ticket, seen):
    """Raise AlreadyDecided where somebody else has a ticket than the person saw."""
    assignment.require_as_seen(ticket, seen.person)


def sort_in(ticket, urgency):
    """Let a ticket be more or less urgent; nothing where it is so already."""
    if ticket.urgency == urgency:
        return
    if not asking.may("Modify portal content", ticket):
        raise NotAllowed(NOT_SORTED)
    ticket.urgency = urgency
    notify(ObjectModifiedEvent(ticket, Attributes(ISupportTicket, "urgency")))
    ticket.reindexObject()
