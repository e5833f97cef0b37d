"""The verbs: work on a ticket together with another, let it go by itself again, split, link."""

from kommunalhub import _
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.security.guests import operations as guests
from kommunalhub.support import arrival
from kommunalhub.support import operations
from kommunalhub.support import workflow
from kommunalhub.support.clock import operations as clock
from kommunalhub.support.outside import operations as outside
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


#: So many tickets may be worked on with one, and be linked to one.
MOST = 50
#: Fields that a ticket made of a message has from the one it was a part of.
INHERITED = ("urgency", "category", "device", "for_whom")
LONGEST_TITLE = 200
SPEAKS_FOR_ALL = frozenset({workflow.RESOLVE, workflow.CLOSE})

NOT_YOURS = _("error_join_not_yours", default="Only support puts tickets together.")
ITSELF = _("error_join_itself", default="This is the ticket itself.")
CLOSED = _("error_join_closed", default="Only open tickets are worked on together.")
TOO_MANY = _("error_join_too_many", default="No more tickets can be put together here.")
NOT_FOUND = _("error_join_unknown", default="There is no such ticket. Please look at its number.")
NOT_MERGED = _("error_not_merged", default="This ticket goes by itself already.")
NO_MESSAGE = _("error_split_message", default="Please choose the message that is about it.")
NO_TITLE = _("error_split_title", default="Please write in one sentence what does not work.")
LONG_TITLE = _(
    "error_split_title_long",
    default="Please shorten the sentence to ${n} characters.",
    mapping={"n": LONGEST_TITLE},
)


class WrongChoice(ApprovalError):
    """What was chosen or typed does not do; `field` says where."""

    def __init__(self, message, field="ticket"):
        self.field = field
        super().__init__(message)


def find(text):
    """Return the ticket that a number or a UID names, for who may see it. Raises WrongChoice."""
    text = (text or "").strip()
    for name in ("case_number", "UID"):
        value = text.upper() if name == "case_number" else text
        found = catalog()(**{name: value}, portal_type=workflow.TYPE) if value else ()
        if len(found) == 1:
            return found[0].getObject()
    raise WrongChoice(NOT_FOUND)


def merge(ticket, into):
    """Work on a ticket together with another: its page leads there, its messages are shown there.

    Raises NotAllowed, WrongChoice, AlreadyDecided where it is merged by now.
    """
    require_desk(ticket, into)
    if kept(ticket, "merged"):
        raise AlreadyDecided(
            _(
                "error_merged_already",
                default="${number} is worked on together with another ticket already.",
                mapping={"number": ticket.case_number},
            ),
            merging_of(ticket),
        )
    into = operations.merged_into(into) or into
    if into is ticket or into.UID() == ticket.UID():
        raise WrongChoice(ITSELF)
    if not {state_of(ticket), state_of(into)}.issubset(workflow.OPEN):
        raise WrongChoice(CLOSED)
    if len(into.takes_in) >= MOST:
        raise WrongChoice(TOO_MANY)
    ticket.merged = into.UID()
    into.takes_in = (*into.takes_in, ticket.UID())
    note(ticket, entries.MERGED, into)
    note(into, entries.TOOK_IN, ticket)
    follow(ticket, into)


def part(ticket):
    """Let a merged ticket go by itself again, as it stood. Raises NotAllowed, NotPossible."""
    require_desk(ticket)
    if not kept(ticket, "merged"):
        raise NotPossible(NOT_MERGED)
    let_go(ticket)


def let_go(ticket):
    """Let a ticket go by itself again, whoever has made that necessary."""
    into = operations.ticket_of(ticket.merged)
    ticket.merged = None
    note(ticket, entries.PARTED, into)
    if into is not None:
        into.takes_in = tuple(uid for uid in into.takes_in if uid != ticket.UID())
        into.reindexObject(idxs=["modified"])
    follow(ticket)


def split(ticket, seq, title):
    """Return a new ticket of who reported this one, made of one of its messages.

    The message stays where it is; both tickets know of each other. Raises NotAllowed, WrongChoice.
    """
    require_desk(ticket)
    said = [entry for entry in messages_of(ticket) if entry["seq"] == seq]
    title = " ".join((title or "").split())
    if not said:
        raise WrongChoice(NO_MESSAGE, "message")
    if not title:
        raise WrongChoice(NO_TITLE, "title")
    if len(title) > LONGEST_TITLE:
        raise WrongChoice(LONG_TITLE, "title")
    reporter = ticket.Creator()
    by_link = guests.get(reporter) is not None
    if by_link:
        reporter = guests.again(reporter)  # a link shows one ticket
    values = {name: getattr(ticket, name) for name in INHERITED}
    made = createContent(workflow.TYPE, title=title, description=said[0]["comment"], **values)
    made.partner = kept(ticket, "partner")
    made.came_by = arrival.SPLIT_OFF
    made.setCreators((reporter,))
    with api.env.adopt_user(user=api.user.get(userid=reporter) or api.user.get_current()):
        made = addContentToContainer(site()[operations.SECTION], made, checkConstraints=False)
    if by_link:
        guests.own(reporter, made.UID())
        outside.tell(made)
    connect(ticket, made)
    note(ticket, entries.SPLIT, made)
    return made


def link(ticket, other):
    """Let two tickets know of each other; nothing where they do. Raises NotAllowed, WrongChoice."""
    require_desk(ticket, other)
    if ticket.UID() == other.UID():
        raise WrongChoice(ITSELF)
    if max(len(ticket.related), len(other.related)) >= MOST:
        raise WrongChoice(TOO_MANY)
    connect(ticket, other)


def unlink(ticket, uid):
    """Let two tickets know nothing of each other; nothing where they do not. Raises NotAllowed."""
    require_desk(ticket)
    other = operations.ticket_of(uid)
    for one, gone in ((ticket, uid), (other, ticket.UID())):
        if one is not None and gone in one.related:
            one.related = tuple(known for known in one.related if known != gone)


def connect(one, other):
    for here, there in ((one, other), (other, one)):
        if there.UID() not in here.related:
            here.related = (*here.related, there.UID())


def moved(ticket, action):
    """Follow a step: a solution is one for all that is worked on together.

    What its own side closes says nothing of the others: they go by themselves again. So does a
    ticket that is opened again.
    """
    if action == workflow.REOPEN and kept(ticket, "merged"):
        let_go(ticket)
    if action not in SPEAKS_FOR_ALL:
        return
    speaks, comment = reads_notes(ticket), IJournal(ticket).last(entries.TRANSITION)["comment"]
    for other in taken_in(ticket):
        allowed = {act["id"] for act in acts_for(other) if act["allowed"]}
        if speaks and action in allowed:
            tool("portal_workflow").doActionFor(other, action, comment=comment)
        elif not speaks and state_of(other) in workflow.OPEN:
            let_go(other)


def removed(ticket):
    """Let nothing point to a ticket that is deleted."""
    for other in taken_in(ticket):
        let_go(other)
    into = operations.ticket_of(ticket.merged) if kept(ticket, "merged") else None
    if into is not None:
        into.takes_in = tuple(uid for uid in into.takes_in if uid != ticket.UID())
    for uid in ticket.related:
        other = operations.ticket_of(uid)
        if other is not None:
            other.related = tuple(known for known in other.related if known != ticket.UID())


def taken_in(ticket):
    """Return the tickets that are worked on with this one, those merged into them included."""
    found, todo, seen = [], list(ticket.takes_in), {ticket.UID()}
    while todo:
        uid = todo.pop(0)
        other = operations.ticket_of(uid) if uid not in seen else None
        seen.add(uid)
        if other is not None:
            found.append(other)
            todo.extend(other.takes_in)
    return found


def messages_of(ticket):
    """Return the messages of a ticket as entries of its journal, oldest first; no notes."""
    return [entry for entry in IJournal(ticket) if entry["kind"] == entries.MESSAGE]


def require_desk(*tickets):
    """Raise NotAllowed unless who asks works on these tickets: reads notes, and sees them."""
    for ticket in tickets:
        if not (asking.may("View", ticket) and reads_notes(ticket)):
            raise NotAllowed(NOT_YOURS)


def merging_of(ticket):
    """Return the entry that says since when a ticket is worked on with another, or None."""
    found = [entry for entry in IJournal(ticket) if entry["action"] == entries.MERGED]
    return found[-1] if found else None


def note(ticket, action, other):
    """Write down that something was put together; other: the other ticket, None if it is gone."""
    number = [other.case_number] if other is not None else []
    IJournal(ticket).append(
        entries.RECORD, asking.userid() or "system", action=action, fields=number
    )


def follow(*tickets):
    """Let clock and catalog follow."""
    for ticket in tickets:
        clock.refresh(ticket)
        ticket.reindexObject(idxs=["awaiting", "due", "modified"])
