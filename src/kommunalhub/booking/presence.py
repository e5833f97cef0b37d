"""The verbs of being there: check in, and give back what nobody came for."""

from dataclasses import replace
from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import writing
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.rules import Span
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import catalog


#: Bookings that began longer ago are not looked at: nothing is left to give back.
BACK = timedelta(days=2)
TOO_EARLY = _("check_in_early", default="You can check in from ${time} on.")
TOO_LATE = _("check_in_late", default="The time to check in is over.")
NOT_NEEDED = _("check_in_not_needed", default="Nobody has to check in here.")
MISSED = _("check_in_missed", default="Nobody has checked in, so the place is free again.")


def window_of(space, booking):
    """Return the Span in which a booking waits for its holder, or None where none is needed."""
    minutes = space.check_in or 0
    waits = booking.kind == bookings.BOOKING and booking.is_confirmed and booking.arrived is None
    return rules.check_in_window(booking.span, minutes) if minutes and waits else None


def is_awaited(space, booking, now):
    """Return whether the holder of a booking can check in now."""
    window = window_of(space, booking)
    return window is not None and window.start <= now < window.end


def check_in(space, number):
    """Note that the holder of a booking is there; return the booking.

    Raises KeyError, NotYours, BookingRefused.
    """
    booking, now = operations.get(space, number), formatting.now()
    if not rights.may_change(booking):
        raise NotYours(rights.NOT_YOUR_BOOKING)
    if booking.arrived is not None:
        return booking
    window = window_of(space, booking)
    if window is None:
        raise BookingRefused({"arrived": NOT_NEEDED if booking.is_confirmed else rights.OVER})
    if now < window.start:
        message = filled(TOO_EARLY, time=formatting.clock(window.start))
        raise BookingRefused({"arrived": message})
    if now >= window.end:
        raise BookingRefused({"arrived": TOO_LATE})
    return writing.write(space, booking, replace(booking, arrived=rules.at_minute(now)))


def missed(now):
    """Return [(Space, Booking)] that nobody has come for in time."""
    found = []
    for space in spaces_to_check_in():
        for claim in free.claims_of(space, Span(now - BACK, now)):
            if claim.space != space.UID():
                continue
            booking = free.booking_of(claim)
            window = window_of(space, booking)
            if window is not None and window.end <= now < booking.end:
                found.append((space, booking))
    return found


def spaces_to_check_in():
    """Return the Spaces at which people check in, whoever asks."""
    brains = catalog().unrestrictedSearchResults(portal_type="Space")
    spaces = (brain._unrestrictedGetObject() for brain in brains)
    return [space for space in spaces if space.check_in]


def release(space, booking, now):
    """Give back what nobody came for; its holder is told."""
    late = replace(booking, missed=True)
    operations.give_back(space, late, now, in_site_language(MISSED))
