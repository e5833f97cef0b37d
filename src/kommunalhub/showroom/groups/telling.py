"""Who is told of a visit: the house of who comes or stays away, a group that it cannot come."""

from kommunalhub.booking import bookings
from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.notices import ringing
from kommunalhub.notices import rules as notices
from kommunalhub.notices.audience import MANAGERS
from kommunalhub.notices.audience import people_who_see
from kommunalhub.notices.box import box_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import post
from kommunalhub.notices.ringing import ring
from kommunalhub.notices.texts import READS
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.showroom import workflow
from kommunalhub.showroom.groups import letters
from kommunalhub.showroom.groups import rules
from plone.uuid.interfaces import IUUID


def booking_changed(event):
    """Tell of a booking that keeps the hall for a group (IBookingChanged)."""
    new, old = event.new, event.old
    exhibit = exhibit_of(new)
    if exhibit is None:
        return
    if old is None:
        tell_house(exhibit, event.space, new, ringing.COMES)
    elif old.is_firm and not new.is_firm:
        if event.by is None:  # by the link of the mail
            tell_house(exhibit, event.space, new, ringing.STAYS_AWAY)
        else:
            tell_group(exhibit, new, event.reason)


def exhibit_of(one):
    """Return the exhibit that a booking brings a group to, None for any other booking."""
    if one.kind != bookings.FIXED or one.holder or not one.source:
        return None
    return thing_of(one.source, portal_type=workflow.TYPE)


def tell_house(exhibit, space, one, what):
    """Ring for the hub management and the editors of whose exhibit it is, and write to them."""
    portal = site()
    may_mail = settings_of(portal) is not None
    concerned = members_of(MANAGERS, f"{stored_partner(exhibit)}-editors")
    for userid, person in people_who_see(exhibit, concerned, READS).items():
        ring(portal, userid, exhibit, what)
        if may_mail and person.email and wants(portal, exhibit, userid):
            key = f"group-{what}:{one.id}:{userid}"
            post(portal, letters.to_house(portal, person, exhibit, space, one, what, key))


def tell_group(exhibit, one, reason):
    """Write to who registered a group that it cannot come, where they can be written to."""
    portal, address = site(), rules.address_in(one.purpose)
    if address and settings_of(portal) is not None:
        post(portal, letters.cancelled(portal, exhibit, address, one, reason))


def wants(portal, exhibit, userid):
    """Return whether a person wants mails of what concerns them."""
    box = box_of(portal, userid)
    if box is None:
        return True
    muted = IUUID(exhibit) in box.muted
    mail = notices.CHANNELS[0]
    return notices.way(mail, box.mode(mail), notices.AWAITS, muted) != notices.NEVER
