"""The verbs for several bookings at once: book a series, change or cancel part of it, a holiday.

All dates or none: what is refused for one date undoes the others.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import said
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SeriesRefused
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.refusals import sentence
from kommunalhub.booking.series import MOST
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.core.transactions import WayBack
from uuid import uuid4


#: Which of a series is meant: this date, this and all later ones, all that are still to come.
ONE, FROM, ALL = "one", "from", "all"
SCOPES = (ONE, FROM, ALL)
TAKEN = _("series_taken", default="Somebody else has this time.")
NO_SUCH_TIME = _(
    "error_substitution_no_such_time", default="This time does not exist on that day (summer time)."
)
NO_SERIES = _("series_none", default="This booking is no date of a series.")
THERE = _("series_there", default="The series has this date already.")
FULL = _("series_full", default="A series has at most ${most} dates.")
NOTHING = _("series_nothing", default="None of the dates is left to book.")
NOT_FREE = _(
    "series_not_free",
    default="The series is not booked: ${day} does not fit. ${why}",
)


@dataclass(frozen=True)
class Occurrence:
    """One date of a series before it is booked: problem is a sentence, or None when it is free.

    instead: Spaces that are free at that time.
    """

    span: object
    problem: object = None
    instead: tuple = ()


def preview(space, series, holder):
    """Return an Occurrence for each date of a Series; nothing is written."""
    terms, now, found = terms_of(space), formatting.now(), []
    for span in series.spans():
        if not is_on_the_clock(span, series.first, series.last):
            found.append(Occurrence(span, NO_SUCH_TIME))
            continue
        refused = rules.refusals(span, terms, now)
        taken = free.claims_of(space, span.padded(terms.before, terms.after))
        if not refused and not taken:
            found.append(Occurrence(span))
            continue
        in_the_way = closing.told_of(taken) or TAKEN
        problem = sentence(refused[0], space) if refused else in_the_way
        instead = [other for other in free.like(space) if free.is_free(other, span, holder, now)]
        found.append(Occurrence(span, problem, tuple(instead)))
    return found


def is_on_the_clock(span, first, last):
    """Return whether a Span of one day has the minutes that were meant: none that are left out."""
    day = span.days()[0]
    return (said.minute_of(span.start, day), said.minute_of(span.end, day)) == (first, last)


def add_date(booking, day):
    """Book one more date for a series, as its other dates are; return the Booking.

    For a date that was left out, or cancelled by mistake. Raises NotYours, BookingRefused,
    SlotTaken.
    """
    if not rights.may_change(booking):
        raise NotYours(rights.NOT_YOUR_BOOKING)
    kept = [one for one in operations.of_person(booking.holder) if one.series == booking.series]
    if not booking.series:
        raise BookingRefused({"date": NO_SERIES})
    if any(day in one.span.days() for one in kept):
        raise BookingRefused({"date": THERE})
    if len(kept) >= MOST:
        raise BookingRefused({"date": filled(FULL, most=MOST)})
    own = booking.span.days()[0]
    minutes = said.minute_of(booking.start, own), said.minute_of(booking.end, own)
    span, space = rules.span_of(day, *minutes), operations.space_of(booking.space)
    if not is_on_the_clock(span, *minutes):
        raise BookingRefused({"date": NO_SUCH_TIME})
    try:
        return operations.book(
            space, span.start, span.end, booking.purpose, booking.holder, booking.series
        )
    except BookingRefused as refused:  # there is one field: the day
        raise BookingRefused({"date": next(iter(refused.errors.values()))}) from refused


def book_all(choices, purpose="", holder=None):
    """Book the dates of a series; return the Bookings.

    choices: (Space, Span) of each date, those to skip left out. Raises NotYours, SeriesRefused.
    """
    if not choices:
        raise SeriesRefused(NOTHING, None)
    series = uuid4().hex
    with all_or_none() as at:
        found = []
        for space, span in choices:
            at.day = span.days()[0]
            found.append(operations.book(space, span.start, span.end, purpose, holder, series))
        return found


def part_of(booking, scope):
    """Return the Bookings of a series that are meant, those that have begun left out."""
    if scope == ONE or not booking.series:
        return [booking]
    now = formatting.now()
    since = booking.start if scope == FROM else now
    return [
        one
        for one in operations.of_person(booking.holder)
        if one.series == booking.series and one.start >= since and one.start > now
    ]


def cancel_part(space, booking, scope, reason=""):
    """Cancel part of a series; return how many dates. Raises NotYours, BookingRefused."""
    if scope == ONE or not booking.series:
        operations.cancel(space, booking.id, reason)
        return 1
    return _cancel(part_of(booking, scope), reason)


def cancel_days(userid, first, last, reason=""):
    """Cancel what somebody has booked from one local day to another, both counted; return how many.

    What they wait for then, they wait for no more. What a decision keeps for them stays.
    Raises NotYours.
    """
    period = rules.Span(rules.local_moment(first, 0), rules.local_moment(last, 1440))
    now = formatting.now()
    found = [
        one
        for one in [*operations.of_person(userid), *operations.waits_of(userid)]
        if one.kind == bookings.BOOKING and one.start > now and period.covers(one.span)
    ]
    return _cancel(found, reason)


def _cancel(found, reason):
    count = 0
    for one in found:
        space = operations.space_of(one.space)
        if space is not None:
            operations.cancel(space, one.id, reason)
            count += 1
    return count


def move_part(booking, scope, first, last, purpose=None):
    """Let part of a series begin and end at other minutes of its days; return the Bookings.

    Raises NotYours, SeriesRefused.
    """
    with all_or_none() as at:
        found = []
        for one in part_of(booking, scope):
            space = operations.space_of(one.space)
            at.day = one.span.days()[0]
            span = rules.span_of(at.day, first, last)
            if not is_on_the_clock(span, first, last):
                raise BookingRefused({"start": NO_SUCH_TIME})
            found.append(operations.change(space, one.id, span.start, span.end, purpose))
        return found


class Place:
    """Where a series has got to."""

    day = None


@contextmanager
def all_or_none():
    """Undo all dates when one is refused; yields a Place for the date that is being written."""
    before, at = WayBack(), Place()
    try:
        yield at
    except NotYours:
        before.rollback()
        raise
    except (BookingRefused, SlotTaken) as refused:
        if isinstance(refused, SlotTaken):
            why = closing.told_of(refused.claims) or TAKEN  # while what is in the way is there
        else:
            why = next(iter(refused.errors.values()))
        before.rollback()
        mapping = {"day": formatting.day(at.day), "why": why}
        raise SeriesRefused(filled(NOT_FREE, mapping), at.day) from refused
