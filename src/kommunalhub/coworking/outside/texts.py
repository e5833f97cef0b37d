"""What is said where something cannot be booked by a link."""

from kommunalhub import _
from kommunalhub.booking.prices import said
from kommunalhub.core.messages import filled


TAKEN = _(
    "apply_booking_taken",
    default="Somebody was faster. Nothing is booked. Please choose another time below.",
)
INSTEAD = _(
    "apply_booking_instead",
    default="Somebody else has this time. Nothing is booked. These fit nearly as well:",
)
NO_SUCH_BOOKING = _("apply_no_such_booking", default="This booking is over or cancelled.")
PRICE = _(
    "apply_price_first",
    default="This time costs ${price}. Nothing is booked yet: please look at it and book once "
    "more.",
)


def price_of(amount):
    return filled(PRICE, price=said.amount(amount))
