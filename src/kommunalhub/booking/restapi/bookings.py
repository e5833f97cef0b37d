"""@bookings on a space: what is taken, book, change, cancel."""

from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import presence
from kommunalhub.booking import repeating
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import said
from kommunalhub.booking.interfaces import SeriesRefused
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.restapi.service import asked_span
from kommunalhub.booking.restapi.service import BookingsService
from kommunalhub.booking.restapi.service import BOOLEAN_EXPECTED
from kommunalhub.booking.restapi.service import PRICE_CHANGED
from kommunalhub.booking.restapi.service import SAME_DAY
from kommunalhub.booking.restapi.service import SCOPE
from kommunalhub.booking.restapi.service import TRUE_EXPECTED
from kommunalhub.booking.restapi.service import UNKNOWN_FIELD
from kommunalhub.booking.rules import Span
from kommunalhub.booking.storage import moment_of
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.core import asking
from kommunalhub.core.money import read_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.validation import FieldError
from zExceptions import NotFound


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
        for name in {"arrived", "accept", "scope"} & set(data):
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
        except SlotTaken as refusal:
            if data.get("wait"):
                return self.made(waiting.join(self.context, **values))
            span = Span(*(rules.at_minute(values[name]) for name in ("start", "end")))
            return self.taken(span, values.get("holder") or asking.userid(), refusal)
        return self.made(booking)

    def made(self, booking):
        self.request.response.setStatus(201)
        shown = self.shown(booking)
        self.request.response.setHeader("Location", shown["@id"])
        return shown


class BookingsPatch(BookingsService):
    """PATCH @bookings/<id> {start, end, purpose, arrived, accept}: the booking as it is then.

    scope: one, from or all dates of its series; from and all move them by the time of day, and
    answer with all that have moved.
    """

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
        scope = scope_in(data.get("scope"), errors)
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
            return self.changed(old, scope, values)
        except SeriesRefused as refusal:
            return self.told(409, "Conflict", refusal.args[0], date=refusal.day.isoformat())
        except SlotTaken as refusal:
            span = Span(values.get("start", old.start), values.get("end", old.end))
            return self.taken(span, old.holder, refusal)

    def changed(self, old, scope, values):
        """Return the booking that was meant, or with a scope all dates that have changed."""
        if scope == repeating.ONE:
            return self.shown(operations.change(self.context, self.number, **values))
        day = old.span.days()[0]
        span = Span(values.get("start", old.start), values.get("end", old.end))
        if span.end <= span.start or span.days() != [day]:
            return refused({"start": SAME_DAY}, self.request)
        minutes = said.minute_of(span.start, day), said.minute_of(span.end, day)
        found = repeating.move_part(old, scope, *minutes, values.get("purpose"))
        return {"items": [self.shown(one) for one in found], "items_total": len(found)}


class BookingsDelete(BookingsService):
    """DELETE @bookings/<id>?scope=: cancel it, or with it other dates of its series.

    One that has begun ends now.
    """

    def reply(self):
        return self.done(self.cancel)

    def cancel(self):
        errors = {}
        scope = scope_in(self.request.form.get("scope"), errors)
        if errors:
            return refused(errors, self.request)
        booking = operations.get(self.context, self.number)
        repeating.cancel_part(self.context, booking, scope)
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


def scope_in(value, errors):
    """Return which dates of a series are meant; without a word the one alone."""
    if value in (None, *repeating.SCOPES):
        return value or repeating.ONE
    errors["scope"] = SCOPE
    return None
