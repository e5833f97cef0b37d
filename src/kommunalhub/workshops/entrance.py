"""The entrance: a code that a participant shows and a trainer scans; it opens nothing else."""

from kommunalhub.booking.codes.marks import code_of
from kommunalhub.core.links import KEY
from kommunalhub.core.links import sealed
from kommunalhub.core.links import unsealed
from kommunalhub.notices.address import link_to
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow


PURPOSE, PAGE = "kommunalhub.workshops.entrance", "einlass"


def prepare():
    """Make what signs codes, so that no page that shows one has to write."""
    sealed(PURPOSE, [])


def key_of(workshop, number):
    """Return the signed text of the code of a registration.

    It is the same every time: a code that was printed stays good.
    """
    made = storage.book_of(workshop).get(number).made
    return sealed(PURPOSE, [workshop.UID(), number], made)


def registration_in(workshop, text):
    """Return the Registration whose code this is, or None."""
    values = unsealed(PURPOSE, text)
    if values is None or values[0] != workshop.UID():
        return None
    found = [one for one in storage.book_of(workshop).all() if one.number == values[1]]
    return found[0] if found else None


def code_for(portal, workshop, one, state):
    """Return the Code to show at the entrance, None for who has no seat to come to."""
    if one is None or one.state != rules.REGISTERED or state not in workflow.COMING:
        return None
    return code_of(f"{link_to(portal, workshop, PAGE)}?{KEY}={key_of(workshop, one.number)}")
