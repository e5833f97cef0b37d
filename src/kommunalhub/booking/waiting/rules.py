"""The rules of waiting for a time: until when, and how long an offer stands; pure."""

from datetime import timedelta
from kommunalhub.booking.rules import at_minute
from kommunalhub.booking.rules import MINUTE
from kommunalhub.booking.rules import Span


#: So long an offer stands at least, also where the time begins sooner.
LEAST = timedelta(minutes=30)


def last_call(span, check_in, shortest):
    """Return the moment from which on nobody waits for a Span any more.

    Its beginning. Where people check in (minutes), others wait on: what nobody comes for is free
    again, and the rest of it is worth something as long as the shortest booking fits.
    """
    if not check_in:
        return span.start
    later = span.start + check_in * MINUTE + LEAST
    return max(span.start, min(later, span.end - shortest * MINUTE))


def left_of(span, now):
    """Return what of a Span is still ahead."""
    return Span(max(span.start, at_minute(now)), span.end)


def offer_ends(span, now, offer):
    """Return when an offer of a Span made now ends; offer: how long one stands otherwise.

    With the beginning of the Span, but nobody has less than half an hour to answer, unless it is
    over before.
    """
    return at_minute(min(max(min(now + offer, span.start), now + LEAST), span.end))
