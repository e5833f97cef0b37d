"""@@buchen of a space: book it."""

from functools import cached_property
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking.bookings import ASKED
from kommunalhub.booking.browser import days
from kommunalhub.booking.browser import states
from kommunalhub.booking.browser.timeform import BookingForm
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices import said as prices_said
from kommunalhub.booking.waiting import operations as waiting


class BookPage(BookingForm):
    """@@buchen: the form, filled with what was chosen in the calendar."""

    #: Whether the price is another than the one that was shown.
    is_price_new = False

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@buchen"

    def may_book(self):
        whole = free.day_span(self.day)
        return rights.may_book(self.context, self.userid, whole) or any(
            rights.may_book(self.context, self.userid, gap) for gap in self.gaps(self.day)
        )

    @cached_property
    def price(self):
        """The Price of the times in the form, None where nothing is asked for."""
        kept, self.errors = self.errors, {}
        span, self.errors = self.span(), kept
        if span is None or span.end <= span.start:
            return None
        return prices.asked_price(self.context, self.holder(), span)

    def told_price(self):
        """Return {amount, total, units, cancelling, costs} of the price, or None."""
        price = self.price
        if price is None:
            return None
        day = self.span().days()[0]
        return {
            "amount": str(price.amount),
            "total": prices_said.amount(price.amount),
            "units": prices_said.units(price),
            "cancelling": prices_said.cancelling(prices.list_of(self.context, day)),
            "costs": price.amount > 0,
            "url": f"{self.context.aq_parent.absolute_url()}/@@preise",
        }

    def post(self):
        """Book once the price was seen; who has changed times or person sees the new one first."""
        price = self.price
        if price is not None and price.amount and self.field("price") != str(price.amount):
            self.is_price_new = True
            return self.template()
        return super().post()

    def has_to_ask(self):
        """Return whether what this person books is to be approved."""
        whole = free.day_span(self.day)
        return rights.standing(self.context, self.userid, whole) == ASKED

    def not_for_you(self):
        return rights.not_for_you(self.context)

    def act(self, span):
        purpose, holder = self.typed["purpose"], self.typed["holder"] or None
        act = waiting.join if self.field("wait") else operations.book
        return act(self.context, span.start, span.end, purpose, holder)

    def done(self, booking):
        told = states.told(self.context, booking)
        return self.lead_to(days.booking_url(self.context, booking), told)
