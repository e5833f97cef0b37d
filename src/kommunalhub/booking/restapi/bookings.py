"""@bookings on a space: what is taken, book, change, cancel."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import presence
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.rules import Span
from kommunalhub.booking.storage import moment_of
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.money import read_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.validation import FieldError
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


FIELDS = frozenset({"start", "end", "purpose", "holder", "arrived", "wait", "accept", "price"})
LONGEST = timedelta(days=366)
WEEK = timedelta(days=7)
MOMENT = _(
    "error_substitution_moment",
    default="Please send a date with a time, e.g. 2026-12-24T08:00:00+01:00.",
)
UNKNOWN_FIELD = _("error_partner_unknown_field", default="There is no such field.")
BOOLEAN_EXPECTED = _("error_yes_or_no", default="This must be true or false.")
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

    def taken(self, span, holder):
        """Answer 409 with what is free instead."""
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
        message = TAKEN.__class__(TAKEN, mapping=mapping)
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


class BookingsGet(BookingsService):
    """GET @bookings?from=&to=: what is taken; details only of what the person may read."""

    def reply(self):
        if self.number is not None:
            return self.one()
        span, errors = asked_span(self.request)
        if errors:
            return refused(errors, self.request)
        items = [item(self, claim) for claim in free.claims_of(self.context, span)]
        return {"@id": self.url, "items": items, "items_total": len(items)}

    def one(self):
        try:
            booking = operations.get(self.context, self.number)
        except KeyError as unknown:
            raise NotFound(self.number) from unknown
        if not rights.may_read(booking):
            raise NotFound(self.number)
        return self.shown(booking)


class BookingsPost(BookingsService):
    """POST {start, end, purpose, holder, wait}: 201, 400 with fields, 403, 409 with what is free.

    wait: true puts whoever comes too late on the waiting list, and answers 201 with that.
    """

    def reply(self):
        if self.number is not None:
            raise NotFound(self.number)
        return self.done(self.book)

    def book(self):
        data = body_of(self.request)
        values, errors = self.values(data, ("start", "end"))
        for name in ("arrived", "accept"):
            if name in data:
                errors[name] = UNKNOWN_FIELD
        if not isinstance(data.get("wait", False), bool):
            errors["wait"] = BOOLEAN_EXPECTED
        seen, errors = price_seen(data, errors)
        if errors:
            return refused(errors, self.request)
        if seen is not None:
            span = Span(*(rules.at_minute(values[name]) for name in ("start", "end")))
            price = prices.asked_price(self.context, values.get("holder") or asking.userid(), span)
            if price is None or price.amount != seen:
                amount = str(price.amount) if price is not None else None
                return self.told(409, "Conflict", PRICE_CHANGED, price=amount)
        try:
            booking = operations.book(self.context, **values)
        except SlotTaken:
            if data.get("wait"):
                return self.made(waiting.join(self.context, **values))
            span = Span(*(rules.at_minute(values[name]) for name in ("start", "end")))
            return self.taken(span, values.get("holder") or asking.userid())
        return self.made(booking)

    def made(self, booking):
        self.request.response.setStatus(201)
        shown = self.shown(booking)
        self.request.response.setHeader("Location", shown["@id"])
        return shown


class BookingsPatch(BookingsService):
    """PATCH @bookings/<id> {start, end, purpose, arrived, accept}: the booking as it is then."""

    def reply(self):
        return self.done(self.change)

    def change(self):
        data = body_of(self.request)
        values, errors = self.values(data, ())
        for name in ("arrived", "accept"):
            if data.get(name, True) is not True:
                errors[name] = TRUE_EXPECTED
        for name in {"holder", "price", "wait"} & set(data):
            errors[name] = UNKNOWN_FIELD
        if errors:
            return refused(errors, self.request)
        old = operations.get(self.context, self.number)
        if data.get("arrived") is True:
            presence.check_in(self.context, self.number)
        try:
            if data.get("accept") is True:
                accepted = waiting.accept(self.context, self.number)
                if not values:
                    return self.shown(accepted)
            return self.shown(operations.change(self.context, self.number, **values))
        except SlotTaken:
            span = Span(values.get("start", old.start), values.get("end", old.end))
            return self.taken(span, old.holder)


class BookingsDelete(BookingsService):
    """DELETE @bookings/<id>: cancel it; one that has begun ends now."""

    def reply(self):
        return self.done(self.cancel)

    def cancel(self):
        operations.cancel(self.context, self.number)
        return self.reply_no_content()


def price_seen(data, errors):
    """Return (the price that was shown before, or None, {field: message})."""
    if data.get("price") is None:
        return None, errors
    try:
        return read_json(data["price"]), errors
    except FieldError as error:
        return None, {**errors, "price": error.args[0]}


def item(service, claim):
    """Return a taken time as JSON: no name of others for an outsider."""
    booking = free.booking_of(claim)
    shown = {
        "start": moment_of(claim.start).isoformat(),
        "end": moment_of(claim.end).isoformat(),
        "state": "mine" if booking.holder and booking.holder == asking.userid() else "taken",
    }
    if booking.kind == bookings.CLOSED:
        return {**shown, "state": "closed", "called": booking.purpose}
    if claim.space == service.context.UID() and rights.may_read(booking):
        return {**service.shown(booking), "state": shown["state"], "standing": booking.state}
    called = rights.called(booking)
    return {**shown, "called": called} if called else shown


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
