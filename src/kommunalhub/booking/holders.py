"""What somebody has booked goes over to somebody else: the same person, known in another way."""

from dataclasses import replace
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking.leaving import BEGINNING
from kommunalhub.booking.writing import write


def hand_over(giver, taker):
    """Let all that one person holds be another's; times and calendar entries stay as they are."""
    for booking in operations.of_person(giver, BEGINNING):
        space = operations.space_of(booking.space)
        if space is not None:
            made_by = taker if booking.made_by == giver else booking.made_by
            partner = rights.partner_of(taker)
            new = replace(booking, holder=taker, made_by=made_by, partner=partner)
            write(space, booking, new)
