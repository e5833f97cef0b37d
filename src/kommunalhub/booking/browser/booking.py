"""@@buchung of a space: one booking; seen, changed, cancelled, and checked in."""

from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import closing
from kommunalhub.booking import operations
from kommunalhub.booking import presence
from kommunalhub.booking import repeating
from kommunalhub.booking import rights
from kommunalhub.booking import said
from kommunalhub.booking.browser import days
from kommunalhub.booking.browser import states
from kommunalhub.booking.browser.timeform import BookingForm
from kommunalhub.booking.browser.timeform import DAY_WRONG
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices import said as prices_said
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import name_of
from kommunalhub.partners.substitution.browser import moments
from zExceptions import NotFound


SCOPES = {
    repeating.ONE: _("series_one", default="this date only"),
    repeating.FROM: _("series_from", default="this and all later ones"),
    repeating.ALL: _("series_all", default="all that are still to come"),
}
CANCELLED = _("message_booking_cancelled", default="Cancelled: ${space}, ${when}.")
LEFT = _("message_booking_left", default="You do not wait any more: ${space}, ${when}.")
SAME_DAY = _(
    "booking_series_same_day",
    default="Several dates of a series move by the time of day only. Please keep the day, or "
    "choose this date only.",
)


class BookingPage(BookingForm):
    """@@buchung?id=: one booking, for who may read it; changing and cancelling for its people."""

    def __call__(self):
        try:
            self.booking = operations.get(self.context, self.field("id"))
        except KeyError as unknown:
            raise NotFound("@@buchung") from unknown
        if not rights.may_read(self.booking):
            raise NotFound("@@buchung")
        return super().__call__()

    def fill_in(self):
        self.typed |= said.form_query(self.booking.span) | {"purpose": self.booking.purpose}

    @property
    def url(self):
        return days.booking_url(self.context, self.booking)

    def holder(self):
        return self.booking.holder

    def when(self):
        return said.when(self.booking.span)

    def holder_name(self):
        return name_of(self.booking.holder)

    def maker_name(self):
        """Return who made it for somebody else, or None."""
        made_by = self.booking.made_by
        return name_of(made_by) if made_by and made_by != self.booking.holder else None

    def state(self):
        """Return (look, sentence) of what is not simply booked, or None."""
        return states.shown(self.booking)

    def is_queued(self):
        return self.booking.is_queued

    def is_offered(self):
        """Return whether there is an offer to take."""
        offered = self.booking.state == bookings.OFFERED and self.now < self.booking.until
        return offered and rights.may_change(self.booking)

    def cost(self):
        """Return {price, owed, is_late} of a booking that costs something, or None."""
        if not self.booking.price:
            return None
        owed = prices.owed_now(self.context, self.booking) if self.may_change() else None
        return {
            "price": formatting.money(self.booking.price),
            "owed": formatting.money(owed) if owed else None,
        }

    def is_over(self):
        return self.booking.end <= self.now

    def has_begun(self):
        return self.booking.start <= self.now

    def may_change(self):
        open_still = self.booking.is_firm and not self.booking.is_queued and not self.is_over()
        return open_still and rights.may_change(self.booking)

    def may_cancel(self):
        """Return whether it can be given back, or no more be waited for."""
        waits = self.booking.is_queued and rights.may_change(self.booking)
        return waits or self.may_change()

    def is_of_one_day(self):
        return len(self.booking.span.days()) == 1

    def is_awaited(self):
        """Return whether the holder can check in now."""
        own = rights.may_change(self.booking)
        return own and presence.is_awaited(self.context, self.booking, self.now)

    def awaited_until(self):
        return formatting.clock(presence.window_of(self.context, self.booking).end)

    def post(self):
        if self.field("cancel"):
            return self.cancel()
        if self.field("arrived"):
            return self.arrive()
        if self.field("accept"):
            return self.accept()
        if "add_date" in self.request.form:
            return self.add_date()
        price = self.new_price()
        if price is not None and self.field("price") != str(price):
            self.is_price_new = True
            return self.template()
        return super().post()

    def new_price(self):
        """Return EUR of the times that were typed, None where they cost what the booking does."""
        kept, self.errors = self.errors, {}
        span, self.errors = self.span(), kept
        if span is None or span.end <= span.start or not self.may_change():
            return None
        price = prices.changed_price(self.context, self.booking, span)
        return price if price != self.booking.price else None

    def told_price(self):
        """Return what the times that were typed cost, once somebody wants to change to them."""
        price = self.new_price() if self.is_price_new else None
        if price is None:
            return None
        found = prices.list_of(self.context, self.booking.span.days()[0])
        return {
            "amount": str(price),
            "total": prices_said.amount(price),
            "units": (),
            "cancelling": prices_said.cancelling(found),
            "costs": price > 0,
            "url": f"{self.context.aq_parent.absolute_url()}/@@preise",
        }

    def arrive(self):
        try:
            presence.check_in(self.context, self.booking.id)
        except BookingRefused as refusal:
            return self.lead_to(self.url, next(iter(refusal.errors.values())))
        except NotYours as refusal:
            return self.lead_to(self.url, refusal.args[0])
        return self.lead_to(self.url, _("message_arrived", default="You are checked in. Welcome!"))

    def accept(self):
        """Take an offer."""
        try:
            self.booking = waiting.accept(self.context, self.booking.id)
        except BookingRefused as refusal:
            return self.lead_to(self.url, next(iter(refusal.errors.values())))
        except NotYours as refusal:
            return self.lead_to(self.url, refusal.args[0])
        except SlotTaken as taken:
            return self.lead_to(self.url, closing.told_of(taken.claims) or rights.OVER)
        return self.lead_to(self.url, states.told(self.context, self.booking))

    def may_add_date(self):
        """Return whether a date that was left out can be booked for the series."""
        return bool(self.booking.series) and rights.may_change(self.booking)

    def add_date(self):
        """Book one more date as the others are."""
        try:
            made = repeating.add_date(self.booking, moments.day_of(self.field("add_date").strip()))
        except (OverflowError, ValueError) as refusal:
            told = getattr(refusal, "errors", None) or {"date": DAY_WRONG}
            return self.lead_to(self.url, next(iter(told.values())))
        except NotYours as refusal:
            return self.lead_to(self.url, refusal.args[0])
        except SlotTaken as taken:
            return self.lead_to(self.url, closing.told_of(taken.claims) or repeating.TAKEN)
        return self.lead_to(days.booking_url(self.context, made), states.told(self.context, made))

    def scopes(self):
        """Return what of a series can be meant; none for a single booking."""
        if not self.booking.series or self.has_begun():
            return []
        return [{"value": scope, "title": title} for scope, title in SCOPES.items()]

    def scope(self):
        asked = self.field("scope")
        return asked if asked in SCOPES and self.scopes() else repeating.ONE

    def act(self, span):
        purpose, scope = self.typed["purpose"], self.scope()
        if scope == repeating.ONE:
            return operations.change(self.context, self.booking.id, span.start, span.end, purpose)
        day = span.days()[0]
        minutes = (said.minute_of(span.start, day), said.minute_of(span.end, day))
        if day != self.booking.span.days()[0]:
            raise BookingRefused({"start": SAME_DAY})
        repeating.move_part(self.booking, scope, *minutes, purpose)
        return operations.get(self.context, self.booking.id)

    def done(self, booking):
        message = _(
            "message_booking_changed",
            default="Changed: ${space}, ${when}.",
            mapping={"space": self.context.Title(), "when": said.when(booking.span)},
        )
        return self.lead_to(self.url, message)

    def cancel(self):
        try:
            repeating.cancel_part(self.context, self.booking, self.scope())
        except (BookingRefused, NotYours):
            return self.lead_to(self.url, rights.OVER)
        message = LEFT if self.booking.is_queued else CANCELLED
        mapping = {"space": self.context.Title(), "when": self.when()}
        message = filled(message, mapping)
        return self.lead_to(self.mine_url, message)
