"""The verbs: book, change and cancel; all of them write by `writing.write` alone."""

from dataclasses import replace
from kommunalhub.booking import bookings
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import writing
from kommunalhub.booking.bookings import Booking
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.refusals import sentence
from kommunalhub.booking.settings import terms_of
from kommunalhub.booking.storage import book_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from plone.uuid.interfaces import IUUID
from uuid import uuid4


LONGEST_PURPOSE = 300


def book(space, start, end, purpose="", holder=None, series=""):
    """Book a space for oneself, or for somebody else; return the Booking.

    Who books on request holds the time until it is approved. start, end, series: as for wish.
    Raises NotYours, BookingRefused, SlotTaken.
    """
    new = wish(space, start, end, purpose, holder, series)
    return writing.write(space, None, new, terms_of(space).quotas)


def wish(space, start, end, purpose="", holder=None, series=""):
    """Return the Booking that somebody wants, by all rules but those of others; nothing is written.

    start, end: aware datetimes, cut to the minute. series: id of the series it is a date of.
    Raises NotYours, BookingRefused.
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
    state, until = standing(space, holder, new.span)
    return replace(new, state=state, until=until)


def standing(space, holder, span):
    """Return (state, until when it waits for approval) of what a person books.

    Raises NotYours, BookingRefused where there is no time left to ask.
    """
    state, now = rights.standing(space, holder, span), formatting.now()
    if state is None:
        raise NotYours(rights.not_for_you(space))
    if state == bookings.CONFIRMED:
        return state, None
    until = rules.answer_by(span, now)
    if until <= now:
        raise BookingRefused({"start": rights.too_late_to_ask(space)})
    return state, until


def change(space, number, start=None, end=None, purpose=None):
    """Change a booking; return it. What is None stays.

    What has begun keeps its beginning. Raises KeyError, NotYours, BookingRefused, SlotTaken.
    """
    old = get(space, number)
    _refuse_others(old)
    now = formatting.now()
    if old.is_queued:
        raise BookingRefused({"start": rights.QUEUED})
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
    if new.span != old.span:
        new = _stands_anew(space, old, new)
    return writing.write(space, old, new, terms.quotas if new.span != old.span else ())


def _stands_anew(space, old, new):
    """Return a booking of another time as it stands then: more of it may have to be approved."""
    state, until = standing(space, old.holder, new.span)
    if old.state == bookings.ASKED:
        until = min(until or old.until, rules.answer_by(new.span, formatting.now()))
        return replace(new, until=until)
    if state == bookings.ASKED and not old.span.covers(new.span):
        return replace(new, state=state, until=until, source="")
    return replace(new, reminded=old.reminded and new.start == old.start)


def cancel(space, number, reason=""):
    """Cancel a booking, or wait no more; what has begun ends now. Return it as it was.

    Raises KeyError, NotYours, BookingRefused for what is over.
    """
    old = get(space, number)
    _refuse_others(old)
    return give_back(space, old, formatting.now(), reason)


def give_back(space, old, moment, reason=""):
    """Free what a booking holds from a moment on; return it as it was."""
    if not old.is_open or old.end <= moment:
        raise BookingRefused({"": rights.OVER})
    cut = max(rules.at_minute(moment), old.start)
    if cut > old.start and old.is_confirmed:
        new = replace(old, end=cut, after=0)
    else:
        new = replace(old, state=bookings.CANCELLED, until=None)
    return writing.write(space, old, replace(new, sequence=old.sequence + 1), reason=reason)


def assign(space, span, holder, source, purpose="", applicant="", deposit=None):
    """Keep a Span of a space for somebody by a decision; return the Booking. Raises SlotTaken.

    Who decides has looked at the terms; opening hours and quotas do not count for it.
    source: UID of the case that was decided on. applicant: kind of applicant as which the holder
    pays, if the case knows. deposit: EUR that is asked for with it.
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
        applicant=applicant,
        deposit=deposit,
        made=rules.at_minute(formatting.now()),
    )
    return writing.write(space, None, new)


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
    return thing_of(uid, portal_type="Space")


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
    book = book_of(site())
    ledger = book.ledgers.get(IUUID(space)) if book is not None else None
    if ledger is None or not isinstance(number, str):
        raise KeyError(number)
    return ledger.get(number)


def of_person(userid, since=None):
    """Return the Bookings of a person that end after a moment, now if left out, by their start."""
    book = book_of(site())
    account = book.accounts.get(userid) if book is not None else None
    if account is None:
        return []
    found = [
        book.ledgers[uid].get(number)
        for uid, number in account.ending_after(since or formatting.now())
        if uid in book.ledgers
    ]
    return sorted(found, key=lambda one: (one.start, one.id))


def waits_of(userid):
    """Return the Bookings that a person waits for, by their start; offers are no waits."""
    book = book_of(site())
    account = book.accounts.get(userid) if book is not None else None
    waiting = (account.waiting or ()) if account is not None else ()
    found = [book.ledgers[uid].get(number) for uid, number in waiting if uid in book.ledgers]
    return sorted(found, key=lambda one: (one.start, one.id))
