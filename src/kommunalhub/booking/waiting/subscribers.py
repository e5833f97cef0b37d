"""What the waiting list does when something happens: one call each."""

from kommunalhub.booking.waiting import promotion
from plone.uuid.interfaces import IUUID


def booking_changed(event):
    """Let those who wait have what gets free."""
    if event.frees:
        promotion.soon(event.new.space)


def space_modified(space, event):
    """Other settings may let somebody have what they wait for."""
    promotion.soon(IUUID(space))
