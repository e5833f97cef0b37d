"""The verbs for times in which a space is closed: who is hit, close it, and tell them."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import said
from kommunalhub.booking import writing
from kommunalhub.booking.bookings import Booking
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.refusals import SENTENCES
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from plone.uuid.interfaces import IUUID
from uuid import uuid4


REASON_MISSING = _("closing_reason_missing", default="Please say why.")
CLOSED_THEN = _("booking_closed_then", default="${space} is closed: ${when}. Reason: ${reason}")
NOT_YOU = _("closing_not_you", default="The hub management closes spaces.")


def hits(space, span):
    """Return the Bookings that closing a Span of a Space would end, of parts and the whole too.

    Times that are closed already are no bookings of anybody.
    """
    found = [free.booking_of(claim) for claim in free.claims_of(space, span)]
    return [one for one in found if one.kind != bookings.CLOSED]


def told_of(claims):
    """Return the sentence that a space is closed, and why, where one of the Claims is it, or None.

    Why a space is closed stands in every calendar of it.
    """
    for claim in claims:
        one = free.booking_of(claim)
        if one is not None and one.kind == bookings.CLOSED:
            space = operations.space_of(one.space)
            mapping = {
                "space": space.Title() if space is not None else "",
                "when": said.when(one.span),
                "reason": one.purpose,
            }
            return filled(CLOSED_THEN, mapping)
    return None


def close(space, start, end, reason):
    """Close a Space for a while, and give back what is booked then; return the closing Booking.

    Who is hit is told why. Raises NotYours, BookingRefused.
    """
    if not rights.may_manage():
        raise NotYours(NOT_YOU)
    now = rules.at_minute(formatting.now())
    span = rules.Span(max(rules.at_minute(start), now), rules.at_minute(end))
    errors = {}
    if span.end <= span.start:
        errors["end"] = SENTENCES["order"]
    if not reason.strip():
        errors["reason"] = REASON_MISSING
    elif len(reason.strip()) > operations.LONGEST_PURPOSE:
        errors["reason"] = rights.PURPOSE_LONG
    if errors:
        raise BookingRefused(errors)
    return make_closed(space, span, reason.strip())


def make_closed(space, span, reason, source=""):
    """Close a Span of a Space, whoever asks; see close. source: UID of what it follows from."""
    for hit in hits(space, span):
        make_room(hit, span, reason)
    if source:
        return close_around(space, span, reason, source)
    for claim in free.claims_of(space, span):  # closed in part already: that part stays as it is
        kept = free.booking_of(claim)
        if kept.space == IUUID(space) and kept.start <= span.start < kept.end:
            span = rules.Span(min(kept.end, span.end), span.end)
        elif kept.space == IUUID(space) and span.start < kept.start < span.end:
            operations.give_back(space, kept, kept.start)
    if span.end <= span.start:
        return None
    return _write_closed(space, span, reason)


def close_around(space, span, reason, source):
    """Close what of a Span is not closed yet: other closings stay when this one is lifted."""
    start, made = span.start, []
    closed = [free.booking_of(claim).span for claim in free.claims_of(space, span)]
    closed.sort(key=lambda one: one.start)
    for taken in (*closed, rules.Span(span.end, span.end)):
        if start < taken.start:
            made.append(_write_closed(space, rules.Span(start, taken.start), reason, source))
        start = max(start, taken.end)
    return made[0] if made else None


def _write_closed(space, span, reason, source=""):
    new = Booking(
        id=uuid4().hex,
        space=IUUID(space),
        start=span.start,
        end=span.end,
        made_by=asking.userid() or "",
        purpose=reason,
        kind=bookings.CLOSED,
        source=source,
        made=rules.at_minute(formatting.now()),
    )
    return writing.write(space, None, new)


def lift(space, span, source):
    """Open a Span of a Space again, as far as it was closed by a source and by nothing else."""
    if span.end <= span.start:
        return
    for claim in free.claims_of(space, span):
        kept = free.booking_of(claim)
        own = kept.space == IUUID(space) and kept.kind == bookings.CLOSED
        if own and source and kept.source == source:
            operations.give_back(space, kept, span.start)


def make_room(hit, span, reason):
    """End a booking where a closed Span begins; a fixed place goes on after it."""
    space = operations.space_of(hit.space)
    operations.give_back(space, hit, max(span.start, hit.start), reason)
    if hit.kind == bookings.FIXED and hit.end > span.end:
        rest = rules.Span(span.end, hit.end)
        again = replace(hit, id=uuid4().hex, start=rest.start, end=rest.end, sequence=0, before=0)
        writing.write(space, None, again)
