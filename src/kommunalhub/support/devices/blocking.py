"""What does not work cannot be booked: block the space of a ticket, lift it, block it again.

Support fires an event and booking listens, in the same transaction: who has booked is told, and
where booking refuses, nothing of it has happened on either side.
"""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import closing
from kommunalhub.booking import operations as booking
from kommunalhub.booking import rules
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.resources import ResourceFree
from kommunalhub.core.resources import ResourceState
from kommunalhub.core.tools import brain_of
from kommunalhub.support.devices import operations
from kommunalhub.support.devices import workflow
from plone.uuid.interfaces import IUUID
from zope.event import notify


#: So far ahead at most; nobody knows of a repair for longer.
LONGEST = timedelta(days=90)
LONGEST_REASON = 200
NO_SPACE = _("block_no_space", default="No bookable space depends on this ticket.")
PAST = _("block_past", default="Please choose a time that is still to come.")
FAR = _("block_far", default="Please choose a time within the next 90 days.")
REASON_MISSING = _("closing_reason_missing", default="Please say why.")
REASON_LONG = _("block_reason_long", default="Please shorten the reason to 200 characters.")


class BlockRefused(ValueError):
    """A space is not blocked like this; `errors` is {field: translatable sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


@dataclass(frozen=True)
class Block:
    """What a ticket keeps from being booked. until: ISO; holds: False once it was lifted."""

    space: str
    until: str
    reason: str
    holds: bool = True

    @property
    def end(self):
        return datetime.fromisoformat(self.until)


def space_of(ticket):
    """Return the Space that a ticket is about, itself or by its device, or None."""
    uid = kept(ticket, "device_uid")
    brain = brain_of(uid)
    if brain is None:
        return None
    if brain.portal_type == workflow.TYPE:
        uid = (brain.device_facts or {}).get("space")
    return booking.space_of(uid)


def block(ticket, until, reason):
    """Keep the space of a ticket from being booked from now until a moment; raises BlockRefused.

    Blocked already, it holds until the new moment.
    """
    space, now, reason = space_of(ticket), formatting.now(), " ".join(reason.split())
    errors = {}
    if space is None:
        errors[""] = NO_SPACE
    if until <= now + rules.MINUTE:
        errors["until"] = PAST
    elif until - now > LONGEST:
        errors["until"] = FAR
    if not reason:
        errors["reason"] = REASON_MISSING
    elif len(reason) > LONGEST_REASON:
        errors["reason"] = REASON_LONG
    if errors:
        raise BlockRefused(errors)
    lift(ticket)
    ticket.blocked = Block(IUUID(space), until.isoformat(), reason)
    _close(ticket)


def hits(ticket, until):
    """Return the Bookings that blocking until a moment would end."""
    space, now = space_of(ticket), rules.at_minute(formatting.now())
    return closing.hits(space, rules.Span(now, until)) if space is not None and until > now else []


def lift(ticket):
    """Let the space of a ticket be booked again; the ticket keeps what it blocked."""
    known = kept(ticket, "blocked")
    if known is None or not known.holds:
        return
    ticket.blocked = replace(known, holds=False)
    now = rules.at_minute(formatting.now())
    if known.end > now:
        notify(ResourceFree(known.space, now, known.end, IUUID(ticket)))


def forget(ticket):
    """Lift what a ticket blocks, for good."""
    lift(ticket)
    ticket.blocked = None


def renew(ticket):
    """Block again what was lifted with the solution, as far as that time is still to come."""
    known = kept(ticket, "blocked")
    if known is None or known.holds or known.end <= formatting.now() + rules.MINUTE:
        return
    ticket.blocked = replace(known, holds=True)
    _close(ticket)


def _close(ticket):
    known = ticket.blocked
    notify(ResourceState(known.space, formatting.now(), known.end, known.reason, IUUID(ticket)))


def label_of(ticket):
    """Return what is said of a ticket to who has booked: its device, and nothing of the ticket."""
    return operations.label_by(kept(ticket, "device_uid") or "")
