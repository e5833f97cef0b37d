"""The verbs: book, change and cancel; all of them write by `write` alone."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.booking import bookings
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import tree
from kommunalhub.booking.bookings import Booking
from kommunalhub.booking.interfaces import BookingChanged
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.refusals import sentence
from kommunalhub.booking.settings import terms_of
from kommunalhub.booking.storage import book_of
from kommunalhub.booking.storage import ensured_book_of
from kommunalhub.booking.storage import row_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from plone import api
from plone.uuid.interfaces import IUUID
from uuid import uuid4
from zope.event import notify


LONGEST_PURPOSE = 300
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def write(space, old, new, quotas=(), reason=""):
    """Let one booking of a space take the place of another: the one way into the ledgers.

    old: the Booking as it is kept, None for a new one; new: as it shall be. Both in a transaction
    that writes every ledger and account the decision depends on, so that of two at once one is
    tried again and sees the other. Nothing is changed where it is refused.
    Raises SlotTaken, BookingRefused (quotas).
    """
    book = ensured_book_of(api.portal.get())
    related = [book.ledger(uid) for uid in book.related(new.space)]
    if new.is_firm:
        in_the_way = [c for c in related[0].claims(new.claimed) if c.id != new.id]
        if in_the_way:
            raise SlotTaken(in_the_way)
        _check_quotas(book, space, new, quotas)
    for ledger in related:
        ledger.changes += 1
        if old is not None and old.is_firm:
            ledger.leave(old.claim)
        if new.is_firm:
            ledger.enter(new.claim)
    related[0].bookings[new.id] = row_of(new)
    for one in (old, new):
        for holder in holders_of(one) if one is not None and one.is_firm else ():
            entries, entry = book.account(holder).entries, entry_of(space, one)
            entries.insert(entry) if one is new else entries.discard(entry)
    notify(BookingChanged(space, old, new, asking.userid(), reason))
    return new


def _check_quotas(book, space, new, quotas):
    if new.kind != bookings.BOOKING:
        return
    for quota in quotas:
        holder = new.holder if quota.whose == rules.PERSON else partner_key(new.partner)
        if not holder:
            continue
        account = book.account(holder)
        # Read and written: two bookings of one holder at once cannot both find it free.
        account.changes += 1
        since = new.start - timedelta(days=32)
        refusal = rules.over_quota(new.span, account.spans(space.kind, since, new.id), quota)
        if refusal is not None:
            raise BookingRefused({refusal.field: sentence(refusal, space)})


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


def book(space, start, end, purpose="", holder=None, series=""):
    """Book a space for oneself, or for somebody else; return the Booking.

    start, end: aware datetimes, cut to the minute. series: id of the series it is a date of.
    Raises NotYours, BookingRefused, SlotTaken.
    """
    me = asking.userid()
    holder = holder or me
    if holder is None or (holder != me and not rights.may_book_for(holder)):
        raise NotYours(rights.NOT_FOR_OTHERS)
    terms = terms_of(space)
    new = Booking(
        id=uuid4().hex,
        space=IUUID(space),
        start=rules.at_minute(start),
        end=rules.at_minute(end),
        holder=holder,
        made_by=me,
        partner=rights.partner_of(holder),
        purpose=purpose.strip(),
        before=terms.before,
        after=terms.after,
        series=series,
        made=rules.at_minute(formatting.now()),
    )
    _refuse_rules(space, new, terms)
    if not rights.may_book(space, holder, new.span):
        raise NotYours(rights.not_for_you(space))
    return write(space, None, new, terms.quotas)


def change(space, number, start=None, end=None, purpose=None):
    """Change a booking; return it. What is None stays.

    What has begun keeps its beginning. Raises KeyError, NotYours, BookingRefused, SlotTaken.
    """
    old = get(space, number)
    _refuse_others(old)
    now = formatting.now()
    if not old.is_firm or old.end <= now:
        raise BookingRefused({"start": rights.OVER})
    terms = terms_of(space)
    new = replace(
        old,
        start=old.start if start is None else rules.at_minute(start),
        end=old.end if end is None else rules.at_minute(end),
        purpose=old.purpose if purpose is None else purpose.strip(),
        sequence=old.sequence + 1,
    )
    if new.span != old.span:
        if old.start <= now and new.start != old.start:
            raise BookingRefused({"start": rights.BEGUN})
        if new.end <= now:
            raise BookingRefused({"end": rights.OVER})
        new = replace(new, before=terms.before, after=terms.after)
    if replace(new, sequence=old.sequence) == old:
        return old
    _refuse_rules(space, new, terms, old)
    if new.span != old.span and not rights.may_book(space, old.holder, new.span):
        raise NotYours(rights.not_for_you(space))
    return write(space, old, new, terms.quotas if new.span != old.span else ())


def cancel(space, number, reason=""):
    """Cancel a booking; what has begun ends now. Return it as it was.

    Raises KeyError, NotYours, BookingRefused for what is over.
    """
    old = get(space, number)
    _refuse_others(old)
    return give_back(space, old, formatting.now(), reason)


def give_back(space, old, moment, reason=""):
    """Free what a booking holds from a moment on; return it as it was."""
    if not old.is_firm or old.end <= moment:
        raise BookingRefused({"": rights.OVER})
    cut = max(rules.at_minute(moment), old.start)
    if cut > old.start:
        new = replace(old, end=cut, after=0)
    else:
        new = replace(old, state=bookings.CANCELLED)
    return write(space, old, replace(new, sequence=old.sequence + 1), reason=reason)


def assign(space, span, holder, source, purpose=""):
    """Keep a Span of a space for somebody by a decision; return the Booking. Raises SlotTaken.

    Who decides has looked at the terms; opening hours and quotas do not count for it.
    source: UID of the case that was decided on.
    """
    terms = terms_of(space)
    new = Booking(
        id=uuid4().hex,
        space=IUUID(space),
        start=span.start,
        end=span.end,
        holder=holder,
        made_by=asking.userid() or "",
        partner=rights.partner_of(holder),
        purpose=purpose,
        kind=bookings.FIXED,
        before=terms.before,
        after=terms.after,
        source=source,
        made=rules.at_minute(formatting.now()),
    )
    return write(space, None, new)


def release(holder, source):
    """Free from now on what a case kept for somebody, and what they may not book any longer.

    What others have booked for them stays.
    """
    now = formatting.now()
    for booking in of_person(holder):
        space = space_of(booking.space)
        if space is None:
            continue
        kept = booking.source == source
        own = booking.kind == bookings.BOOKING and booking.made_by == holder
        if kept or (own and not rights.is_entitled(space, holder, booking.span)):
            give_back(space, booking, now)


def space_of(uid):
    """Return the Space with a UID, whoever asks, or None."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        UID=uid, portal_type="Space"
    )
    return found[0]._unrestrictedGetObject() if found else None


def _refuse_rules(space, new, terms, old=None):
    """Raise BookingRefused for what a span or a text breaks; what was agreed stays agreed."""
    errors = {}
    if len(new.purpose) > LONGEST_PURPOSE:
        errors["purpose"] = rights.PURPOSE_LONG
    if old is None or new.span != old.span:
        for refusal in rules.refusals(new.span, terms, formatting.now()):
            kept = old is not None and old.start == new.start
            if kept and refusal.code in ("past", "notice", "horizon"):
                continue
            errors.setdefault(refusal.field, sentence(refusal, space))
    if errors:
        raise BookingRefused(errors)


def _refuse_others(booking):
    if not rights.may_change(booking):
        raise NotYours(rights.NOT_YOUR_BOOKING)


def get(space, number):
    """Return a Booking of a space; raises KeyError for an unknown one."""
    book = book_of(api.portal.get())
    ledger = book.ledgers.get(IUUID(space)) if book is not None else None
    if ledger is None or not isinstance(number, str):
        raise KeyError(number)
    return ledger.get(number)


def of_person(userid, since=None):
    """Return the Bookings of a person that end after a moment, now if left out, by their start."""
    book = book_of(api.portal.get())
    account = book.accounts.get(userid) if book is not None else None
    if account is None:
        return []
    found = [
        book.ledgers[uid].get(number)
        for uid, number in account.ending_after(since or formatting.now())
        if uid in book.ledgers
    ]
    return sorted(found, key=lambda one: (one.start, one.id))


def dissolve(space):
    """Cancel what is still to come of a space that goes, and forget its ledger."""
    portal, uid, now = api.portal.get(), IUUID(space), formatting.now()
    book = book_of(portal)
    ledger = book.ledgers.get(uid) if book is not None else None
    if ledger is None:
        return
    for booking in [ledger.get(number) for number in ledger.bookings]:
        if booking.is_firm and booking.end > now:
            give_back(space, booking, now)
    for part in ledger.parts:
        tree.arrange(portal, part, None)
    tree.arrange(portal, uid, None)
    del book.ledgers[uid]


def forget_person(userid):
    """Give back what somebody has booked whose account goes, and forget who had the rest."""
    book = book_of(api.portal.get())
    if book is None or userid not in book.accounts:
        return
    now = formatting.now()
    for booking in of_person(userid, BEGINNING):
        space = space_of(booking.space)
        if booking.end > now and space is not None:
            give_back(space, booking, now)
    for ledger in book.ledgers.values():
        for number, row in list(ledger.bookings.items()):
            if userid in (row["holder"], row["made_by"]):
                ledger.changes += 1
                names = {name: "" for name in ("holder", "made_by") if row[name] == userid}
                purpose = "" if row["holder"] == userid else row["purpose"]
                ledger.bookings[number] = {**row, **names, "purpose": purpose}
    del book.accounts[userid]
