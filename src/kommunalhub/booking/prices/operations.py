"""The verbs of prices: enter a list, say what a time costs, and put it on a booking."""

from dataclasses import replace
from kommunalhub.booking import bookings
from kommunalhub.booking import rights
from kommunalhub.booking.interfaces import IApplicantKind
from kommunalhub.booking.prices import rules
from kommunalhub.booking.prices import storage
from kommunalhub.booking.rules import at_minute
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from zope.component import subscribers


def price_of(space, applicant_kind, spans, known=None):
    """Return the Price of Spans of a Space for a kind of applicant, or None without a price list.

    Price.amount is all of it, Price.deposit what a fixed place asks for once. known: a moment;
    price lists that were entered later do not count.
    """
    lists = storage.lists_of(storage.folder_of(space))
    if not lists:
        return None
    if space.free_of_charge:
        return rules.Price()
    pieces = rules.pieces_of(spans, terms_of(space))
    return rules.price_of(pieces, space.kind, applicant_kind, lists, known)


def kind_of_applicant(space, userid):
    """Return the kind of applicant as which a person pays for a Space."""
    if rights.works_here(userid):
        return rules.ADMINISTRATION
    kinds = (one.kind_of(userid) for one in subscribers((space,), IApplicantKind))
    return next(filter(None, kinds), rules.PERSON)


def asked_price(space, userid, span):
    """Return the Price of a Span that somebody is about to book, or None without a price list."""
    return price_of(space, kind_of_applicant(space, userid), [span])


def asked_total(choices, userid):
    """Return EUR of all (Space, Span) that somebody is about to book, or None without a list."""
    prices = [asked_price(space, userid, span) for space, span in choices]
    known = [price.amount for price in prices if price is not None]
    return sum(known, rules.NOTHING) if known else None


def changed_price(space, booking, span):
    """Return EUR of a Booking with another Span, None where nothing was asked for it."""
    return with_price(space, booking, replace(booking, start=span.start, end=span.end)).price


def with_price(space, old, new):
    """Return the Booking `new` with what it costs, as it takes the place of `old` (or of None).

    The price is frozen when it is booked; a change is reckoned anew by the lists of that moment.
    Who gives back late, or shortens late, owes what the list says; not what others take away.
    """
    if new.kind == bookings.CLOSED:
        return new
    if old is None:
        kind = new.applicant or kind_of_applicant(space, new.holder)
        price = price_of(space, kind, [new.span], new.made)
        amount = price.amount if price is not None else None
        return replace(new, applicant=kind, price=amount)
    if old.price is None or not old.is_open:
        return new
    if new.span == old.span and new.is_open:
        return new
    # What is not agreed yet, or only waited for, costs nobody anything when it comes to nothing.
    owed = _owed(space, old, new) if old.is_confirmed else rules.NOTHING
    return replace(new, price=max(_anew(space, old, new), owed))


def _anew(space, old, new):
    if not new.is_open:
        return rules.NOTHING
    price = price_of(space, old.applicant, [new.span], old.made)
    return price.amount if price is not None else rules.NOTHING


def _owed(space, old, new):
    """Return what is owed at least for an end or a cancellation of one's own."""
    if new.missed:
        return old.price
    if not old.is_confirmed or asking.userid() not in (old.holder, old.made_by):
        return rules.NOTHING
    lists = storage.lists_of(storage.folder_of(space))
    prices = rules.list_for(lists, old.span.days()[0], old.made)
    is_less = not new.is_open or new.span.length < old.span.length
    return rules.fee(old.price, old.start, formatting.now(), prices) if is_less else rules.NOTHING


def list_of(space, day):
    """Return the PriceList that holds for a Space on a day, or None."""
    return rules.list_for(storage.lists_of(storage.folder_of(space)), day)


def owed_now(space, booking):
    """Return what whoever cancels a Booking of theirs now will owe, None where nothing is asked."""
    if booking.price is None or not booking.is_confirmed:
        return None
    lists = storage.lists_of(storage.folder_of(space))
    prices = rules.list_for(lists, booking.span.days()[0], booking.made)
    return rules.fee(booking.price, booking.start, formatting.now(), prices)


def enter_list(folder, valid_from, rates, cancel_hours, cancel_share):
    """Enter a price list in force from a day on; return it. Lists are never changed."""
    entered, by = at_minute(formatting.now()), asking.userid() or ""
    prices = rules.PriceList(valid_from, entered, rates, cancel_hours, cancel_share, by)
    storage.keep(folder, prices)
    folder.notifyModified()
    folder.reindexObject(idxs=["modified"])
    return prices
