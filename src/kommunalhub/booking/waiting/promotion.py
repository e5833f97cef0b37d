"""What gets free goes to who waits for it, in order, before anybody else can have it.

Whatever frees a time (a change, a cancellation, nobody who came, a closed time that is lifted) asks
for it by `soon`: it is done once at the end of the transaction, when all that was meant is written.
"""

from dataclasses import replace
from datetime import timedelta
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking import rules as times
from kommunalhub.booking import writing
from kommunalhub.booking.bookings import WAITING
from kommunalhub.booking.settings import terms_of
from kommunalhub.booking.storage import book_of
from kommunalhub.booking.waiting import rules
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.persons import is_there
from kommunalhub.core.tools import site
from kommunalhub.lib import queues
from zope.component.hooks import site as in_site

import transaction


PENDING = "kommunalhub.booking.waiting"
HOURS = "kommunalhub.booking_offer_hours"
#: What was in order when somebody began to wait.
AGREED = ("notice", "horizon")


def soon(uid):
    """Settle the queues in and around a space before this transaction is committed, once."""
    current = transaction.get()
    try:
        uids = current.data(PENDING)
    except KeyError:
        uids = set()
        current.set_data(PENDING, uids)
    if not uids:
        current.addBeforeCommitHook(settle_pending, (site(),))
    uids.add(uid)


def settle_pending(portal):
    """Settle all that was asked for in this transaction, and what that frees in its turn."""
    uids = transaction.get().data(PENDING)
    with in_site(portal):
        while uids:
            settle(uids.pop())


def settle(uid):
    """End offers and waits whose time is over, and offer what is free, in and around a space."""
    now = formatting.now()
    for one in over(uid, now):
        ended = replace(one, state=queues.LAPSED, until=None, sequence=one.sequence + 1)
        put(one, ended)
    waiting = [one for one in queue_of(uid) if one.state == WAITING]

    def hold(one):
        offer = offer_of(one, now)
        if offer is not None:
            put(one, offer)
        return offer is not None

    queues.offered(waiting, hold, lambda one: one.until)


def put(old, new):
    space = operations.space_of(old.space)
    writing.write(space, old, new, terms_of(space).quotas)


def is_due(uid, now):
    """Return whether settling a space would change anything; nothing is written."""
    waiting = (one for one in queue_of(uid) if one.state == WAITING)
    return bool(over(uid, now)) or any(offer_of(one, now) is not None for one in waiting)


def queue_of(uid):
    """Return all who wait, or have an offer, in and around a space, in order of their arrival."""
    book = book_of(site())
    if book is None:
        return []
    ledgers = [book.ledgers[other] for other in book.related(uid) if other in book.ledgers]
    found = [one for ledger in ledgers for one in ledger.queued()]
    return sorted(found, key=lambda one: (one.number, one.id))


def over(uid, now):
    """Return the offers and waits in and around a space whose time is over."""
    return [
        one
        for one in queue_of(uid)
        if queues.is_over(one, now) or (one.state == WAITING and now >= last_call(one))
    ]


def last_call(one):
    space = operations.space_of(one.space)
    return rules.last_call(one.span, space.check_in or 0, space.shortest or 0)


def offer_of(one, now):
    """Return a wait as the offer that can be made now, or None where it cannot be helped."""
    space = operations.space_of(one.space)
    terms, span = terms_of(space), rules.left_of(one.span, now)
    if not is_there(one.holder) or now >= last_call(one):
        return None
    if any(refusal.code not in AGREED for refusal in times.refusals(span, terms, now)):
        return None
    if one.made_by == one.holder and not may_have(space, one.holder, span, now):
        return None
    until = rules.offer_ends(span, now, timedelta(hours=registry.read(HOURS, 6)))
    offer = replace(
        one,
        state=queues.OFFERED,
        start=span.start,
        before=terms.before,
        after=terms.after,
        until=until,
        sequence=one.sequence + 1,
    )
    return offer if writing.would_fit(space, offer, terms.quotas) else None


def may_have(space, holder, span, now):
    """Return whether a person may book a Span that gets free; in time, where they have to ask."""
    if rights.lets(space, space.bookable_by, holder, span):
        return True
    return rights.is_entitled(space, holder, span) and times.answer_by(span, now) > now
