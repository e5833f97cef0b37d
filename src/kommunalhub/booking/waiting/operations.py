"""The verbs of waiting: join the list, take an offer; leaving it is cancelling."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking import rules as times
from kommunalhub.booking import writing
from kommunalhub.booking.bookings import CONFIRMED
from kommunalhub.booking.bookings import OFFERED
from kommunalhub.booking.bookings import WAITING
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.settings import terms_of
from kommunalhub.booking.waiting import promotion
from kommunalhub.booking.waiting import rules
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.lib import queues


#: What one person waits for at once, at most.
MOST = 20
FREE = _("waiting_free", default="${space} is free at this time: please book it.")
YOURS = _("waiting_yours", default="You have ${space} at this time yourself.")
TWICE = _("waiting_twice", default="You wait for ${space} at this time already.")
MANY = _("waiting_many", default="One person waits for ${most} times at most.")
BEGUN = _("waiting_begun", default="${space}: nobody waits for what has begun.")
OFFER_OVER = _(
    "waiting_offer_over",
    default="${space} was kept for you until your time to answer was over. It has gone on to the "
    "next in line.",
)
NO_OFFER = _("waiting_no_offer", default="${space} is not free for you yet. You still wait.")


def join(space, start, end, purpose="", holder=None):
    """Wait for a time of a space that somebody has; return the Booking. Again is no harm.

    Raises NotYours and BookingRefused as for a booking, and where there is nothing to wait for.
    """
    new = operations.wish(space, start, end, purpose, holder)
    own = [one for one in operations.waits_of(new.holder) if one.space == new.space]
    for one in own:
        if one.span == new.span:
            return one
    claims = free.claims_of(space, new.claimed)
    if not claims:
        raise refused(FREE, space)
    if any(free.booking_of(claim).holder == new.holder for claim in claims):
        raise refused(YOURS, space)
    if any(one.span.overlaps(new.span) for one in own):
        raise refused(TWICE, space)
    if len(operations.waits_of(new.holder)) >= MOST:
        raise refused(MANY, space)
    now = formatting.now()
    if now >= rules.last_call(new.span, 0, 0):
        raise refused(BEGUN, space)
    last = max((one.number for one in promotion.queue_of(new.space)), default=0)
    number = max(int(now.timestamp() * 1_000_000), last + 1)
    new = replace(new, state=WAITING, until=None, number=number)
    return writing.write(space, None, new)


def accept(space, number):
    """Take an offer; return the Booking. Again is no harm.

    Raises KeyError, NotYours, BookingRefused where it is over, or somebody's quota is used up.
    """
    old, now = operations.get(space, number), formatting.now()
    if not rights.may_change(old):
        raise NotYours(rights.NOT_YOUR_BOOKING)
    if old.is_firm and old.state != OFFERED:
        return old
    state, until = CONFIRMED, None
    if old.made_by == old.holder or rights.is_entitled(space, old.holder, old.span):
        state, until = operations.standing(space, old.holder, rules.left_of(old.span, now))
    try:
        new = queues.taken(old, now, state)
    except queues.OfferOver:
        raise refused(OFFER_OVER, space) from None
    except queues.NoOffer:
        waits = old.state == WAITING
        raise refused(NO_OFFER, space) if waits else BookingRefused({"": rights.OVER}) from None
    start = max(old.start, times.at_minute(now))
    new = replace(new, start=start, until=until, sequence=old.sequence + 1)
    return writing.write(space, old, new, terms_of(space).quotas)


def refused(message, space):
    mapping = {"space": space.Title(), "most": MOST}
    return BookingRefused({"start": filled(message, mapping)})


def place_of(booking):
    """Return the place of who waits among those who want some of the same time, from 1."""
    rivals = [
        one
        for one in promotion.queue_of(booking.space)
        if one.state == WAITING and one.claimed.overlaps(booking.claimed)
    ]
    return queues.place_of(rivals, lambda one: one.id == booking.id)
