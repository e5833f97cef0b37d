"""The one way into the ledgers, for every booking that is made, changed or cancelled."""

from datetime import timedelta
from kommunalhub.booking import bookings
from kommunalhub.booking import quotas as quota_rules
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import BookingChanged
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.refusals import sentence
from kommunalhub.booking.storage import ensured_book_of
from kommunalhub.booking.storage import row_of
from kommunalhub.core import asking
from kommunalhub.core.tools import site
from zope.event import notify


def write(space, old, new, quotas=(), reason=""):
    """Let one booking of a space take the place of another: the one way into the ledgers.

    old: the Booking as it is kept, None for a new one; new: as it shall be. Both in a transaction
    that writes every ledger and account the decision depends on, so that of two at once one is
    tried again and sees the other. Nothing is changed where it is refused.
    Raises SlotTaken, BookingRefused (quotas).
    """
    book = ensured_book_of(site())
    related = [book.ledger(uid) for uid in book.related(new.space)]
    if new.is_firm:
        in_the_way = [c for c in related[0].claims(new.claimed) if c.id != new.id]
        if in_the_way:
            raise SlotTaken(in_the_way)
        _check_quotas(book, space, new, quotas)
    new = prices.with_price(space, old, new)
    # Who waits holds nothing, but must not begin to wait while somebody gives the time back.
    for ledger in related:
        ledger.changes += 1
        if old is not None and old.is_firm:
            ledger.leave(old.claim)
        if new.is_firm:
            ledger.enter(new.claim)
    related[0].bookings[new.id] = row_of(new)
    related[0].follow(new)
    if new.holder and (new.state == bookings.WAITING or (old and old.state == bookings.WAITING)):
        waits = new.state == bookings.WAITING
        book.account(new.holder).wait(new.space, new.id, waits)
    for one in (old, new):
        for holder in holders_of(one) if one is not None and one.is_firm else ():
            entries, entry = book.account(holder).entries, entry_of(space, one)
            entries.insert(entry) if one is new else entries.discard(entry)
    notify(BookingChanged(space, old, new, asking.userid(), reason))
    return new


def would_fit(space, new, quotas):
    """Return whether `write` would take a booking as things are; nothing is written."""
    book = ensured_book_of(site())
    ledger = book.ledgers.get(new.space)
    if ledger is not None and any(claim.id != new.id for claim in ledger.claims(new.claimed)):
        return False
    return not any(_over_quota(book, space, new, *one) for one in _quotas_of(new, quotas))


def _check_quotas(book, space, new, quotas):
    for quota, holder in _quotas_of(new, quotas):
        # Read and written: two bookings of one holder at once cannot both find it free.
        book.account(holder).changes += 1
        refusal = _over_quota(book, space, new, quota, holder)
        if refusal is not None:
            raise BookingRefused({refusal.field: sentence(refusal, space)})


def _quotas_of(new, quotas):
    """Return (Quota, key of the account) of those that count for a booking."""
    if new.kind != bookings.BOOKING:
        return []
    keys = {rules.PERSON: new.holder, rules.PARTNER: partner_key(new.partner)}
    return [(quota, keys[quota.whose]) for quota in quotas if keys[quota.whose]]


def _over_quota(book, space, new, quota, holder):
    account, since = book.accounts.get(holder), new.start - timedelta(days=32)
    others = account.spans(space.kind, since, new.id) if account is not None else []
    return quota_rules.over_quota(new.span, others, quota)


def holders_of(booking):
    """Return the keys of the accounts that a booking stands in."""
    return [key for key in (booking.holder, partner_key(booking.partner)) if key]


def partner_key(partner):
    """Return the key of the account of an administration; no user id begins like this."""
    return f"@{partner}" if partner else ""


def entry_of(space, booking):
    """Return what an account keeps; a kind of space only of what quotas count."""
    kind = space.kind if booking.kind == bookings.BOOKING else ""
    return booking.claim.end, booking.claim.start, booking.space, kind, booking.id
