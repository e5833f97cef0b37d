"""Booking by a link: what the application gives the right to, by the verbs of everybody."""

from kommunalhub import _
from kommunalhub.booking import calendars
from kommunalhub.booking import feeds
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import presence
from kommunalhub.booking import rights
from kommunalhub.booking import said
from kommunalhub.booking.bookings import BOOKING
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.rules import Span
from kommunalhub.core import formatting
from kommunalhub.coworking import operations as coworking
from kommunalhub.coworking import places
from kommunalhub.coworking import rules
from kommunalhub.partners.substitution.browser import moments
from kommunalhub.security.guests.typed import text_of
from plone import api


class PriceUnseen(Exception):
    """A time costs `price` EUR, and something else was sent as what has been shown."""

    def __init__(self, price):
        super().__init__(price)
        self.price = price


#: How many bookings to come are listed, and how far ahead a free day is looked for.
MOST, AHEAD = 100, 60
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME_WRONG = _("error_substitution_time", default="Please write the time like 8:00.")
NO_SPACE = _("error_choose_space", default="Please choose a place.")


def book(case, form):
    """Book a space of the kind that was applied for. Raises as booking.operations.book.

    Where a price comes along, it must be the right one. Raises PriceUnseen.
    """
    space, span = wish(case, form)
    price = price_of(case, space, span)
    if "price" in form and price and text_of(form, "price") != str(price):
        raise PriceUnseen(price)
    operations.book(space, span.start, span.end, text_of(form, "purpose"))


def instead(case, form):
    """Return [(Space, Span)] that fit nearly as well as a time that somebody else has."""
    return free.alternatives(*wish(case, form), case.Creator())


def price_of(case, space, span):
    """Return EUR of a time for the application, None where it is free of charge."""
    if span.end <= span.start:
        return None
    price = prices.asked_price(space, case.Creator(), span)
    return price.amount if price is not None and price.amount else None


def wish(case, form):
    """Return (Space, Span) of what is to be booked. Raises BookingRefused."""
    found = {space.UID(): space for space in spaces_of(case)}
    errors, space = {}, found.get(text_of(form, "space"))
    if space is None:
        errors["space"] = NO_SPACE
    span = typed_span(form, errors)
    if errors:
        raise BookingRefused(errors)
    return space, span


def cancel(case, form):
    """Cancel a booking of one's own; a fixed place ends with the application. Raises KeyError."""
    booking = own(text_of(form, "booking"))
    if booking.kind != BOOKING:
        raise KeyError(booking.id)
    operations.cancel(operations.space_of(booking.space), booking.id)


def arrive(case, form):
    """Check in. Raises KeyError, BookingRefused."""
    booking = own(text_of(form, "booking"))
    presence.check_in(operations.space_of(booking.space), booking.id)


def subscribe(case, form):
    """Make a private address of a calendar with one's bookings; return its secret."""
    return feeds.subscribe(case.Creator())


def unsubscribe(case, form):
    """Let that address be good no more."""
    feeds.revoke(case.Creator())


def calendar_of(number):
    """Return a booking as the text of a calendar; raises KeyError."""
    booking = own(number)
    space = operations.space_of(booking.space)
    return calendars.feed([feeds.event(booking, space, booking.purpose)], space.Title())


def own(number):
    """Return a booking to come of who acts; raises KeyError for any other."""
    for booking in to_come():
        if booking.id == number:
            return booking
    raise KeyError(number)


def to_come():
    """Return the Bookings of who acts that are not over."""
    found = operations.of_person(api.user.get_current().getId())
    return [one for one in found[:MOST] if operations.space_of(one.space) is not None]


def typed_span(form, errors):
    """Return the Span of date, start and end; or None, with sentences in `errors`."""
    try:
        day = moments.day_of(text_of(form, "date"))
    except ValueError:
        errors["date"] = DAY_WRONG
        return None
    found = []
    for name, make in (("start", moments.moment_of), ("end", moments.end_of)):
        text = text_of(form, name)
        try:
            midnight = name == "end" and text in ("24:00", "24")
            found.append(make(day, None if midnight else moments.time_of(text)))
        except (ValueError, OverflowError):
            errors[name] = TIME_WRONG
    return Span(*found) if len(found) == 2 else None


def spaces_of(case):
    """Return the Spaces of the kind that was applied for, the fixed one first."""
    folder = api.portal.get()[coworking.SECTION]
    found = free.spaces_in(folder, space_kind=case.space_kind)
    return sorted(found, key=lambda space: space.UID() != case.fixed_space)


def next_day(case):
    """Return the next day from today on for which the application is, or None."""
    first = max(places.today(), case.start)
    weekdays = case.weekdays or ()
    for day in rules.days_from(first, AHEAD):
        if rules.covers_day(day, case.start, case.end, weekdays):
            return day
    return None


def offered(case, day):
    """Return [(Space, [Spans])] of what is free for the application on a day."""
    now, userid = formatting.now(), case.Creator()
    rows = []
    for space in spaces_of(case):
        spans = free.free_spans(space, free.day_span(day), now)
        rows.append((space, [span for span in spans if rights.may_book(space, userid, span)]))
    return rows


def shown(booking):
    """Return a booking as pages and services tell of it."""
    space, now = operations.space_of(booking.space), formatting.now()
    owed = prices.owed_now(space, booking)
    return {
        "price": formatting.money(booking.price) if booking.price else None,
        "owed": formatting.money(owed) if owed else None,
        "id": booking.id,
        "space": space.Title(),
        "start": booking.start.isoformat(),
        "end": booking.end.isoformat(),
        "when": said.when(booking.span),
        "purpose": booking.purpose,
        "fixed": booking.kind != BOOKING,
        "awaited": presence.is_awaited(space, booking, now),
        "arrived": booking.arrived is not None,
        "runs": booking.start <= now,
    }
