"""@booking-series on a space: several dates at once; @my-bookings: one's own of some days."""

from kommunalhub import _
from kommunalhub.booking import closing
from kommunalhub.booking import operations
from kommunalhub.booking import repeating
from kommunalhub.booking.interfaces import SeriesRefused
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.restapi.service import BookingsService
from kommunalhub.booking.restapi.service import BOOLEAN_EXPECTED
from kommunalhub.booking.restapi.service import UNKNOWN_FIELD
from kommunalhub.booking.series import MOST
from kommunalhub.booking.series import Series
from kommunalhub.booking.series import STEPS
from kommunalhub.core import asking
from kommunalhub.core.messages import filled
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.partners.substitution.browser import moments
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


FIELDS = frozenset(
    {"first", "until", "step", "start", "end", "purpose", "holder", "dates", "conflicts", "preview"}
)
SKIP, ABORT, OTHER = "skip", "abort", "other"
DAY = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME = _("error_substitution_time", default="Please write the time like 8:00.")
STEP = _("error_series_step", default="Please choose how often.")
NONE = _("error_series_none", default="There is no date between first and last day.")
LONG = _(
    "error_series_long",
    default="A series has at most ${most} dates. Please choose an earlier last day.",
)
CONFLICTS = _("error_series_conflicts", default="This is abort, skip or other.")
DATES = _(
    "error_series_dates",
    default="Please send what is done with a date: skip, or the UID of a space that is free then.",
)
ORDER = _("error_substitution_order", default="The end must be after the beginning.")


class SeriesPost(BookingsService):
    """POST {first, until, step, start, end, purpose, holder, dates, conflicts, preview}.

    first, until: days; start, end: times of the day, by the clock on the wall. preview: nothing is
    booked. dates: {day: "skip", or UID of another space}. conflicts: what is done with others that
    do not fit: abort (409 with all dates), skip, other (a space that is free then, else skip).

    POST @booking-series/<id of a date> {date}: one more date, as the others are.
    """

    def reply(self):
        return self.done(self.book if self.number is None else self.add)

    def book(self):
        data = body_of(self.request)
        errors = dict.fromkeys(set(data) - FIELDS, UNKNOWN_FIELD)
        series = series_in(data, errors)
        purpose, holder = (text_of(data, name, self.request) for name in ("purpose", "holder"))
        conflicts, choices = data.get("conflicts", ABORT), data.get("dates") or {}
        if conflicts not in (ABORT, SKIP, OTHER):
            errors["conflicts"] = CONFLICTS
        if not isinstance(data.get("preview", False), bool):
            errors["preview"] = BOOLEAN_EXPECTED
        if not isinstance(choices, dict):
            errors["dates"] = DATES
        if errors:
            return refused(errors, self.request)
        holder = holder or asking.userid()
        found = repeating.preview(self.context, series, holder)
        dates = [self.date(one) for one in found]
        if data.get("preview"):
            return {"dates": dates, "dates_total": len(dates)}
        chosen = [self.choice(one, choices, conflicts) for one in found]
        if None in chosen:
            return refused({"dates": DATES}, self.request)
        if ABORT in chosen:
            return self.told(409, "Conflict", repeating.TAKEN, dates=dates)
        wanted = [(s, one.span) for s, one in zip(chosen, found, strict=True) if s != SKIP]
        try:
            made = repeating.book_all(wanted, purpose, holder)
        except SeriesRefused as refusal:
            day = refusal.day.isoformat() if refusal.day else None
            return self.told(409, "Conflict", refusal.args[0], date=day, dates=dates)
        self.request.response.setStatus(201)
        skipped = [one["date"] for one, s in zip(dates, chosen, strict=True) if s == SKIP]
        items = [self.shown(one) for one in made]
        return {"series": made[0].series, "items": items, "skipped": skipped}

    def date(self, one):
        """Return a date as JSON: whether it is free, and what could be done instead."""
        return {
            "date": one.span.days()[0].isoformat(),
            "start": one.span.start.isoformat(),
            "end": one.span.end.isoformat(),
            "free": one.problem is None,
            "problem": translate(one.problem, context=self.request) if one.problem else None,
            "instead": [
                {"@id": space.absolute_url(), "UID": space.UID(), "title": space.Title()}
                for space in one.instead
            ],
        }

    def choice(self, one, choices, conflicts):
        """Return the Space to book for a date, SKIP, ABORT, or None for what is not understood."""
        asked = choices.get(one.span.days()[0].isoformat())
        if asked == SKIP:
            return SKIP
        if asked is not None:
            return next((space for space in one.instead if space.UID() == asked), None)
        if one.problem is None:
            return self.context
        return next(iter(one.instead), SKIP) if conflicts == OTHER else conflicts

    def add(self):
        data = body_of(self.request)
        errors = dict.fromkeys(set(data) - {"date"}, UNKNOWN_FIELD)
        try:
            day = moments.day_of(data.get("date"))
        except (TypeError, ValueError):
            errors["date"] = DAY
        if errors:
            return refused(errors, self.request)
        booking = operations.get(self.context, self.number)
        try:
            made = repeating.add_date(booking, day)
        except SlotTaken as taken:
            message = closing.told_of(taken.claims) or repeating.TAKEN
            return self.told(409, "Conflict", message)
        except OverflowError:
            return refused({"date": DAY}, self.request)
        self.request.response.setStatus(201)
        return self.shown(made)


class MyBookingsDelete(Service):
    """DELETE @my-bookings?first=&last=: cancel all one's own from one day to another, both counted.

    What a decision keeps stays, as does what has begun.
    """

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # DELETE comes from no form
        found, errors = {}, {}
        for name in ("first", "last"):
            try:
                found[name] = moments.day_of(self.request.form.get(name))
            except (TypeError, ValueError):
                errors[name] = DAY
        if not errors and found["last"] < found["first"]:
            errors["last"] = ORDER
        if errors:
            return refused(errors, self.request)
        try:
            return {"cancelled": repeating.cancel_days(asking.userid(), **found)}
        except OverflowError:
            return refused({"first": DAY}, self.request)


def series_in(data, errors):
    """Return the Series that was sent, or None with sentences in `errors`."""
    found = {}
    for name, parse, message in (
        ("first", moments.day_of, DAY),
        ("until", moments.day_of, DAY),
        ("start", minutes_of, TIME),
        ("end", minutes_of, TIME),
    ):
        try:
            found[name] = parse(data.get(name))
        except (TypeError, ValueError):
            errors[name] = message
    if data.get("step") not in tuple(STEPS):
        errors["step"] = STEP
    if not errors and found["end"] <= found["start"]:
        errors["end"] = ORDER
    if errors:
        return None
    minutes = found["start"], found["end"]
    series = Series(found["first"], found["until"], data["step"], *minutes)
    try:
        if not series.days():
            errors["until"] = NONE
        elif series.is_long:
            errors["until"] = filled(LONG, most=MOST)
    except (OverflowError, ValueError):
        errors["first"] = DAY
    return series


def minutes_of(text):
    """Return the minute of the day of a time as people write it; 24:00 ends it."""
    if text in ("24:00", "24"):
        return 1440
    clock = moments.time_of(text)
    return clock.hour * 60 + clock.minute
