"""What the services for bookings share: the id in the path, what is shown and what was sent."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.rules import Span
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


FIELDS = frozenset(
    {"start", "end", "purpose", "holder", "arrived", "wait", "accept", "price", "scope"}
)
LONGEST = timedelta(days=366)
WEEK = timedelta(days=7)
MOMENT = _(
    "error_substitution_moment",
    default="Please send a date with a time, e.g. 2026-12-24T08:00:00+01:00.",
)
UNKNOWN_FIELD = _("error_partner_unknown_field", default="There is no such field.")
BOOLEAN_EXPECTED = _("error_yes_or_no", default="This must be true or false.")
SCOPE = _("error_series_scope", default="This is one, from or all.")
SAME_DAY = _(
    "booking_series_same_day",
    default="Several dates of a series move by the time of day only. Please keep the day, or "
    "choose this date only.",
)
TRUE_EXPECTED = _("error_true_expected", default="This can only be true.")
PERIOD = _(
    "error_booking_period", default="Please ask for a period of a year at most, from before to."
)
PRICE_CHANGED = _(
    "booking_price_changed",
    default="The price is another than the one that was shown. Nothing is booked.",
)
TAKEN = _(
    "booking_taken",
    default="${space} has just been taken for this time. Nothing is booked and nothing is lost.",
)


@implementer(IPublishTraverse)
class BookingsService(Service):
    """What the methods share: the id in the path, and how a booking is shown."""

    number = None

    def publishTraverse(self, request, name):
        if self.number is not None or len(name) != 32:
            raise NotFound(name)
        self.number = name
        return self

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@bookings"

    def shown(self, booking):
        """Return a booking as JSON for who may read it."""
        return {
            "@id": f"{self.url}/{booking.id}",
            "id": booking.id,
            "start": booking.start.isoformat(),
            "end": booking.end.isoformat(),
            "state": booking.state,
            "purpose": booking.purpose,
            "holder": booking.holder,
            "partner": booking.partner,
            "made_by": booking.made_by,
            "arrived": booking.arrived.isoformat() if booking.arrived else None,
            "until": booking.until.isoformat() if booking.until else None,
            "series": booking.series or None,
            "position": waiting.place_of(booking) if booking.state == bookings.WAITING else None,
            "price": str(booking.price) if booking.price is not None else None,
        }

    def done(self, act):
        """Return what `act` answers, or what to say where it is refused."""
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            return act()
        except KeyError as unknown:
            raise NotFound(self.number) from unknown
        except BookingRefused as refusal:
            return refused(refusal.errors, self.request)
        except NotYours as not_yours:
            return self.told(403, "Forbidden", not_yours.args[0])

    def told(self, status, kind, message, **more):
        self.request.response.setStatus(status)
        return {"type": kind, "message": translate(message, context=self.request), **more}

    def taken(self, span, holder, refusal):
        """Answer 409 with what is in the way (a SlotTaken) and what is free instead."""
        mapping = {"space": self.context.Title()}
        instead = [
            {
                "@id": space.absolute_url(),
                "title": space.Title(),
                "start": other.start.isoformat(),
                "end": other.end.isoformat(),
            }
            for space, other in free.alternatives(self.context, span, holder)
        ]
        message = closing.told_of(refusal.claims) or filled(TAKEN, mapping)
        return self.told(409, "Conflict", message, alternatives=instead)

    def values(self, data, needed):
        """Return ({name: value}, {field: message}) of what was sent."""
        errors = dict.fromkeys(set(data) - FIELDS, UNKNOWN_FIELD)
        values = {}
        for name in ("start", "end"):
            if name in data or name in needed:
                try:
                    values[name] = moment_of_text(data.get(name))
                except ValueError:
                    errors[name] = MOMENT
        for name in ("purpose", "holder"):
            if name in data:
                values[name] = text_of(data, name, self.request)
        return values, errors


def asked_span(request):
    """Return (Span, {field: message}) of `from` and `to`; without them the next seven days."""
    values, errors = {}, {}
    now = rules.at_minute(formatting.now())
    for name, otherwise in (("from", now), ("to", None)):
        text = request.form.get(name)
        if text in (None, ""):
            values[name] = otherwise
            continue
        try:
            values[name] = moment_in(text)
        except ValueError:
            errors[name] = MOMENT
    if errors:
        return None, errors
    end = values["to"] or values["from"] + WEEK
    if not timedelta() < end - values["from"] <= LONGEST:
        return None, {"to": PERIOD}
    return Span(values["from"], end), {}


def moment_of_text(text):
    """Return the moment of a date with a time; ValueError for anything else."""
    if isinstance(text, str) and "T" not in text:
        raise ValueError(text)
    return moment_in(text)
