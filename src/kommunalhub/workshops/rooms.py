"""The room of a workshop: booked with it, moved with it, freed with it, in one transaction."""

from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import operations as booking
from kommunalhub.booking import said
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.rules import at_minute
from kommunalhub.booking.rules import Span
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.workshops import programme
from kommunalhub.workshops import workflow
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.i18n import translate


PURPOSE = _("room_purpose", default="Workshop")


def spans_of(sessions):
    """Return the Spans for which dates need the room: those that are held nowhere else."""
    return [Span(at_minute(one.start), at_minute(one.end)) for one in sessions]


def problem(uid, spans, own=()):
    """Return the sentence for why a space cannot be had for some Spans, None where it can.

    own: ids of bookings that do not stand in the way.
    """
    space = booking.space_of(uid)
    if space is None:
        return _("error_room_gone", default="This room is no longer there.")
    now = formatting.now()
    for number, span in enumerate(spans):
        if span.end <= now:
            continue
        if any(span.start < other.end and other.start < span.end for other in spans[:number]):
            return _("error_room_twice", default="Two dates of the workshop overlap in this room.")
        taken = [claim for claim in free.claims_of(space, span) if claim.id not in own]
        if taken:
            return taken_sentence(space, span)
    return None


def taken_sentence(space, span):
    """Return what is said of a time that is taken or closed, with what is free nearby."""
    closed = closing.told_of(free.claims_of(space, span))
    if closed is not None:
        return closed
    others = [
        f"{other.Title()}, {_spoken(said.when(near))}"
        for other, near in free.alternatives(space, span, asking.userid() or "")
    ]
    mapping = {"room": space.Title(), "when": _spoken(said.when(span)), "free": "; ".join(others)}
    if not others:
        return _(
            "error_room_taken",
            default="${room} is taken then: ${when}.",
            mapping=mapping,
        )
    return _(
        "error_room_taken_free",
        default="${room} is taken then: ${when}. Free are: ${free}.",
        mapping=mapping,
    )


def _spoken(message):
    return translate(message, context=getRequest())


def bookings_of(workshop):
    """Return [(Space, Booking)] of what is booked for a workshop and firm still."""
    found = []
    for uid, number in kept(workshop, "booked") or ():
        space = booking.space_of(uid)
        if space is None:
            continue
        try:
            one = booking.get(space, number)
        except KeyError:
            continue
        if one.is_firm:
            found.append((space, one))
    return found


def keep(workshop):
    """Book, move or free the room, as the workshop needs it now.

    Raises BadRequest with the field where it is taken; nothing has changed then.
    """
    wanted, uid = [], workshop.space
    now = formatting.now()
    if uid and state_of(workshop) != workflow.CANCELLED:
        wanted = spans_of(programme.sessions_in_room(workshop))
    there = bookings_of(workshop)
    stays = [(s, one) for s, one in there if one.space == uid and one.span in wanted]
    for space, one in there:
        if (space, one) not in stays and one.end > now:
            booking.give_back(space, one, now)
    space = booking.space_of(uid) if uid else None
    booked = [(one.space, one.id) for _space, one in stays]
    for span in wanted:
        if space is None or span.end <= now or any(one.span == span for _s, one in stays):
            continue
        try:
            new = booking.assign(space, span, "", workshop.UID(), in_site_language(PURPOSE))
        except SlotTaken as taken:
            message = translate(taken_sentence(space, span), context=getRequest())
            raise BadRequest([{"field": "space", "message": message}]) from taken
        booked.append((new.space, new.id))
    if tuple(booked) != (kept(workshop, "booked") or ()):
        workshop.booked = tuple(booked)


def free_all(workshop):
    """Free what is booked for a workshop that goes."""
    now = formatting.now()
    for space, one in bookings_of(workshop):
        if one.end > now:
            booking.give_back(space, one, now)
