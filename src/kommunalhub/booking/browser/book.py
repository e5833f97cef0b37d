"""@@buchen of a space: book it."""

from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking.browser import days
from kommunalhub.booking.browser import states
from kommunalhub.booking.browser.timeform import BookingForm
from kommunalhub.booking.waiting import operations as waiting


class BookPage(BookingForm):
    """@@buchen: the form, filled with what was chosen in the calendar."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@buchen"

    def may_book(self):
        whole = free.day_span(self.day)
        return rights.may_book(self.context, self.userid, whole) or any(
            rights.may_book(self.context, self.userid, gap) for gap in self.gaps(self.day)
        )

    def not_for_you(self):
        return rights.not_for_you(self.context)

    def act(self, span):
        purpose, holder = self.typed["purpose"], self.typed["holder"] or None
        act = waiting.join if self.field("wait") else operations.book
        return act(self.context, span.start, span.end, purpose, holder)

    def done(self, booking):
        told = states.told(self.context, booking)
        return self.lead_to(days.booking_url(self.context, booking), told)
