"""Who may book what, change whose booking, and who is shown what of it."""

from kommunalhub import _
from kommunalhub.booking import rules
from kommunalhub.booking.bookings import ASKED
from kommunalhub.booking.bookings import CONFIRMED
from kommunalhub.booking.interfaces import IBookingRight
from kommunalhub.core import asking
from kommunalhub.core.persons import is_there
from kommunalhub.core.tools import site
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.titles import short_title_of
from zope.component import subscribers


ADD_SPACE = "kommunalhub: Add Space"
BOOK = "kommunalhub: Book space"
MANAGE = "kommunalhub: Manage bookings"
#: Groups of the hub: whoever is in one works here.
HUB = "hub-"

OVER = _("booking_over", default="This booking is over or cancelled.")
BEGUN = _("booking_begun", default="The booking has begun: only its end can be changed.")
PURPOSE_LONG = _("booking_purpose_long", default="Please shorten this to 300 characters.")
QUEUED = _(
    "booking_queued",
    default="What one waits for is not changed. Please leave the waiting list, and wait for the "
    "other time.",
)
NOT_YOUR_BOOKING = _("booking_not_yours", default="This is somebody else's booking.")
NOT_FOR_OTHERS = _(
    "booking_not_for_others",
    default="You can book for yourself and for people of your own administration.",
)


def works_here(userid):
    """Return whether a person works for the hub or one of its administrations."""
    return bool(partners_of(userid)) or any(
        group.startswith(HUB) for group in groups_of_user(userid)
    )


def partner_of(userid):
    """Return the id of the administration that a person's bookings count for, "" for none."""
    return next(iter(partners_of(userid)), "") if is_there(userid) else ""


def standing(space, holder, span):
    """Return as what a Span of a Space is booked for a person: CONFIRMED, ASKED, None for not.

    ASKED: it holds the time until somebody has approved it.
    """
    if may_manage() or lets(space, space.bookable_by, holder, span):
        return CONFIRMED
    return ASKED if lets(space, space.on_request, holder, span) else None


def may_book(space, holder, span):
    """Return whether a Span of a Space may be booked for a person, if only on request."""
    return standing(space, holder, span) is not None


def is_entitled(space, holder, span):
    """Return whether the settings of a Space let a person book a Span, whoever asks."""
    users = {*(space.bookable_by or ()), *(space.on_request or ())}
    return lets(space, users, holder, span)


def lets(space, users, holder, span):
    """Return whether a person is among the users of a Space (see rules.USERS) for a Span."""
    users = users or ()
    if rules.EVERYBODY in users and is_there(holder):
        return True
    if rules.STAFF in users and is_there(holder) and works_here(holder):
        return True
    return rules.APPROVED in users and any(
        right.covers(holder, span) for right in subscribers((space,), IBookingRight)
    )


def not_for_you(space):
    """Return the sentence for who may not book a Space at that time."""
    return _(
        "booking_not_for_you",
        default="You cannot book ${space} for this time with your account. Please apply for a "
        "workplace, or ask the hub management.",
        mapping={"space": space.Title()},
    )


def too_late_to_ask(space):
    """Return the sentence for who has to ask for a time that begins now."""
    return _(
        "booking_too_late_to_ask",
        default="Your bookings of ${space} have to be approved, and this time begins too soon "
        "for that. Please ask the hub management.",
        mapping={"space": space.Title()},
    )


def may_manage():
    """Return whether who is signed in looks after everybody's bookings."""
    return asking.may(MANAGE, site())


def may_book_for(holder):
    """Return whether who is signed in may book for somebody else."""
    if not is_there(holder):
        return False
    if may_manage():
        return True
    return bool(set(partners_of()) & set(partners_of(holder)))


def may_change(booking):
    """Return whether who is signed in may change or cancel a booking."""
    me = asking.userid()
    if me is not None and me in (booking.holder, booking.made_by):
        return True
    return may_manage()


def may_read(booking):
    """Return whether who is signed in reads what a booking is for, and whose it is."""
    return may_change(booking) or (bool(booking.partner) and booking.partner in partners_of())


def sees_partners():
    """Return whether who is signed in sees which administration holds a space."""
    return not asking.is_anonymous() and works_here(asking.userid())


def called(booking):
    """Return what a taken time is called for who is signed in: a text, or None for just taken."""
    if may_read(booking) and booking.purpose:
        return booking.purpose
    if booking.partner and sees_partners():
        return short_title_of(booking.partner)
    return None
