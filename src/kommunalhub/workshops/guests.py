"""People of other hubs: they come by a link that their hub has signed, and then as outsiders do.

Their hub says that they are of its staff, no more; who they are they say themselves, here.
"""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.shareable import ITakesGuests
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.notices.address import link_to
from kommunalhub.workshops import letters
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow
from zope.interface import implementer


#: So long the form can be filled in.
VALID = timedelta(hours=1)


@implementer(ITakesGuests)
class WorkshopGuests:
    """Where somebody of another hub asks for a seat in a workshop."""

    def seats(self, thing):
        return thing.hub_seats or 0

    def address(self, thing, hub, admission):
        key = links.sealed(letters.GUEST, [thing.UID(), hub, admission], formatting.now())
        return f"{link_to(site(), view=letters.GUEST_PAGE)}?{links.KEY}={key}"


def guest_in(key):
    """Return (UID of the workshop, name of the hub, admission) of a link still valid, or None."""
    return links.unsealed(letters.GUEST, key, VALID)


def asked_for(key):
    """Return the workshop that a link of another hub is for, None for one that is not valid."""
    values = guest_in(key)
    return None if values is None else workshop_by(values[0])


def confirmed(key):
    """Return the workshop that somebody of another hub confirms, however late, or None."""
    values = links.unsealed(letters.CONFIRM, key)
    return None if values is None or not any(values[5:6]) else workshop_by(values[0])


def workshop_by(uid):
    """Return the workshop with a UID, whoever asks, or None."""
    return thing_of(uid, portal_type=workflow.TYPE)


def free_seats(workshop):
    """Return how many people of other hubs would get a seat at once."""
    found, terms = storage.book_of(workshop).all(), programme.terms_of(workshop)
    return rules.free_for(found, rules.OTHER_HUBS, terms, formatting.now())
