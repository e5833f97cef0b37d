"""Visits of groups as the ledger of the hall knows them: nothing else is kept of them."""

from datetime import timedelta
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking.rules import Span
from kommunalhub.showroom.groups.operations import halls
from plone.uuid.interfaces import IUUID


#: How far back visits are counted, and how far ahead they can be.
PAST, AHEAD = timedelta(days=365), timedelta(days=400)


def visits(now):
    """Return the Bookings of halls that came from an exhibit, of a year and ahead, by time."""
    span = Span(now - PAST, now + AHEAD)
    found = [
        one
        for space in halls()
        for one in map(free.booking_of, free.claims_of(space, span))
        if one is not None and is_visit(one, space)
    ]
    return sorted(found, key=lambda one: one.start)


def is_visit(one, space):
    """Return whether a booking of a space may bring a group; of what, its source tells."""
    of_case = one.kind == bookings.FIXED and bool(one.source)
    return of_case and not one.holder and one.space == IUUID(space)
