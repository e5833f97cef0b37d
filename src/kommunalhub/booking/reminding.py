"""Reminders: the holder of a booking is told once, some hours before it begins."""

from dataclasses import replace
from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import operations
from kommunalhub.booking import writing
from kommunalhub.booking.rules import MINUTE
from kommunalhub.booking.rules import Span
from kommunalhub.booking.storage import book_of
from kommunalhub.core import registry
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from zope.interface import implementer


HOURS = "kommunalhub.booking_reminder_hours"


def ahead():
    """Return how long before a booking its holder is reminded, nothing for never."""
    return timedelta(hours=registry.read(HOURS, 24) or 0)


def is_due(booking, now):
    """Return whether the holder of a booking has to be reminded of it now.

    Who has booked so late that they still know is not.
    """
    is_wanted = booking.kind == bookings.BOOKING and booking.is_confirmed and booking.holder
    early = booking.made is not None and booking.made < booking.start - ahead()
    near = now < booking.start <= now + ahead()
    return bool(is_wanted and early and near and not booking.reminded)


def remind(space, booking):
    """Note that the holder is reminded; who tells people hears of it (see IBookingChanged)."""
    writing.write(space, booking, replace(booking, reminded=True))


@implementer(IJob)
class Reminders:
    """Its keys are the UID of a space and the id of a booking, with a colon between."""

    title = _("job_booking_reminders", default="Remind people of what they have booked")
    order = 47

    def due(self, now):
        book, found = book_of(site()), []
        for uid, ledger in book.ledgers.items() if book is not None and ahead() else ():
            for claim in ledger.claims(Span(now, now + ahead() + MINUTE)):
                if claim.space == uid and is_due(ledger.get(claim.id), now):
                    found.append(f"{uid}:{claim.id}")
        return found

    def do(self, key, now):
        uid, _colon, number = key.partition(":")
        space = operations.space_of(uid)
        booking = operations.get(space, number) if space is not None else None
        if booking is not None and is_due(booking, now):
            remind(space, booking)
