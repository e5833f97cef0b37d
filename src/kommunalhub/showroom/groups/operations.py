"""The verbs: ask for a visit, confirm it by the link of the mail, call it off."""

from dataclasses import astuple
from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import operations as booking
from kommunalhub.booking import rules as times
from kommunalhub.booking import said
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.refusals import sentence
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import post
from kommunalhub.security import throttle
from kommunalhub.security.guard import find_guard
from kommunalhub.showroom.groups import letters
from kommunalhub.showroom.groups.rules import day_in
from kommunalhub.showroom.groups.rules import MOST
from kommunalhub.showroom.groups.rules import Visit


#: So long the link in the mail can be followed.
VALID = timedelta(days=2)
#: Free times of a day that are told where the one that was asked for is taken.
TOLD = 3
TAKEN = _("group_taken", default="The hall is taken then.")
TAKEN_FREE = _("group_taken_free", default="The hall is taken then. Free on that day: ${free}.")
TOO_MANY = _("group_too_many", default="„${hall}“ has room for ${n} people.")
GONE = _("group_gone", default="There is no hall to be visited right now.")


class Refused(ValueError):
    """A visit cannot be had; args[0] says why."""


def halls():
    """Return the spaces of the hub that are halls, by name, whoever asks."""
    return [brain._unrestrictedGetObject() for brain in _brains()]


def _brains():
    return catalog().unrestrictedSearchResults(
        portal_type="Space", space_kind=times.HALL, sort_on="sortable_title"
    )


def hall_of(exhibit):
    """Return the hall that groups visit for an exhibit: the chosen one, else the first by name.

    None where there is none: one that was chosen and is no hall any more is replaced by nobody.
    """
    chosen = kept(exhibit, "visit_space")
    found = (brain for brain in _brains() if not chosen or chosen == brain.UID)
    brain = next(found, None)
    return None if brain is None else brain._unrestrictedGetObject()


def room_in(space):
    """Return how many people may come to a hall at most; one seat means that nobody has said so."""
    return min(MOST, space.seats) if space.seats and space.seats > 1 else MOST


def is_offered(exhibit):
    """Return whether groups may register for a visit to an exhibit now."""
    offered = bool(exhibit.takes_groups) and is_public(exhibit)
    return offered and settings_of(site()) is not None and hall_of(exhibit) is not None


def span_of(visit):
    """Return the Span of a Visit."""
    start = times.local_moment(day_in(visit.day), visit.start)
    return times.Span(start, start + visit.length * times.MINUTE)


def problem(space, visit):
    """Return (sentence, field) for why the hall cannot be had for a Visit, None where it can."""
    if visit.persons > room_in(space):
        mapping = {"n": room_in(space), "hall": space.Title()}
        return filled(TOO_MANY, mapping), "persons"
    span = span_of(visit)
    terms = terms_of(space)
    refused = times.refusals(span, terms, formatting.now())
    if refused:
        fields = {"start": "date" if refused[0].code in _OF_THE_DAY else "start", "end": "length"}
        return sentence(refused[0], space), fields.get(refused[0].field, "start")
    if free.claims_of(space, span.padded(terms.before, terms.after)):
        return taken(space, span), "start"
    return None


_OF_THE_DAY = frozenset({"past", "notice", "horizon", "holiday", "closed", "weekday"})


def taken(space, span):
    """Return what is said of a time that is taken, with what is free on that day."""
    day = free.day_span(span.days()[0])
    gaps = free.free_spans(space, day, formatting.now())
    fitting = [gap for gap in gaps if gap.length >= span.length][:TOLD]
    if not fitting:
        return TAKEN
    text = ", ".join(said.hours(gap) for gap in fitting)
    return filled(TAKEN_FREE, free=text)


def ask(exhibit, request, visit):
    """Send the link with which a Visit is confirmed. Raises TooManyRequests.

    An address that was sent several mails lately gets none; who asks learns nothing by it.
    """
    guard = find_guard(tool("acl_users"))
    if not throttle.may_mail(guard.failures, request, visit.email):
        return
    now = formatting.now()
    key = links.sealed(letters.CONFIRM, [exhibit.UID(), *astuple(visit)], now)
    hall = hall_of(exhibit)
    post(site(), letters.confirming(site(), exhibit, hall, visit, span_of(visit), key, now))


def visit_in(exhibit, key):
    """Return the Visit of a link that is still valid for an exhibit, else None."""
    values = links.unsealed(letters.CONFIRM, key, VALID)
    return Visit(*values[1:]) if values is not None and values[0] == exhibit.UID() else None


def confirm(exhibit, visit):
    """Book the hall for a Visit, once however often the link is followed; return the Booking.

    Raises Refused.
    """
    space = hall_of(exhibit)
    if space is None or not is_offered(exhibit):
        raise Refused(GONE)
    span, purpose = span_of(visit), purpose_of(exhibit, visit)
    for one in booked_then(span):
        if one.source == exhibit.UID() and one.purpose == purpose:
            return one
    wrong = problem(space, visit)
    if wrong is not None:
        raise Refused(wrong[0])
    try:
        one = booking.assign(space, span, "", exhibit.UID(), purpose)
    except SlotTaken as other:
        raise Refused(taken(space, span)) from other
    post(site(), letters.booked(site(), exhibit, space, visit, span, own_key(one), one.id))
    return one


def booked_then(span):
    """Yield the Bookings of all halls in a Span: which hall an exhibit has may have changed."""
    for space in halls():
        for one in map(free.booking_of, free.claims_of(space, span)):
            if one is not None:
                yield one


def purpose_of(exhibit, visit):
    """Return what the booking is for: all that is kept of a visit."""
    message = _(
        "group_purpose",
        default="Group visit „${title}“: ${group}, ${n} people (${name}, ${email})",
        mapping={
            "title": exhibit.Title(),
            "group": visit.group,
            "n": visit.persons,
            "name": visit.name,
            "email": visit.email,
        },
    )
    return in_site_language(message)


def own_key(one):
    """Return the key of the link with which a visit is seen and called off."""
    return links.sealed(letters.OWN, [one.space, one.id])


def booking_in(key):
    """Return (Space, Booking) of such a key, Nones for what there is no more."""
    values = links.unsealed(letters.OWN, key)
    space = booking.space_of(values[0]) if values is not None else None
    if space is None:
        return None, None
    try:
        return space, booking.get(space, values[1])
    except KeyError:
        return None, None


def call_off(space, one):
    """Free the hall again; return whether there was something to free."""
    if one.state == bookings.CANCELLED:
        return False
    try:
        booking.give_back(space, one, formatting.now())
    except BookingRefused:
        return False
    return True
