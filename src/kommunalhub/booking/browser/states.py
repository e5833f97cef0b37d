"""How a booking stands, in words for its people."""

from kommunalhub import _
from kommunalhub.booking import said
from kommunalhub.booking.bookings import ASKED
from kommunalhub.booking.bookings import CANCELLED
from kommunalhub.booking.bookings import CONFIRMED
from kommunalhub.booking.bookings import LAPSED
from kommunalhub.booking.bookings import OFFERED
from kommunalhub.booking.bookings import REFUSED
from kommunalhub.booking.bookings import WAITING
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled


#: State: (look of its tag, what it says).
WORDS = {
    ASKED: ("soon", _("booking_state_asked", default="kept for you, not approved yet")),
    OFFERED: ("ok", _("booking_state_offered", default="free for you until ${until}")),
    WAITING: ("soon", _("booking_state_waiting", default="waiting list, place ${place}")),
    CANCELLED: ("late", _("booking_state_cancelled", default="cancelled")),
    REFUSED: ("late", _("booking_state_refused", default="not approved")),
    LAPSED: ("late", _("booking_state_lapsed", default="lapsed")),
}
BOOKED = _("message_booked", default="Booked: ${space}, ${when}.")
#: What is said where nothing is booked yet.
MESSAGES = {
    ASKED: _(
        "message_booking_asked",
        default="Kept for you: ${space}, ${when}. We write to you as soon as it is approved.",
    ),
    WAITING: _(
        "message_booking_waiting",
        default="You wait for ${space}, ${when}, at place ${place}. We write to you as soon as it "
        "is free for you.",
    ),
}


def shown(booking):
    """Return {look, word} of what is not simply booked, or None."""
    if booking.state == CONFIRMED:
        return None
    look, word = WORDS[booking.state]
    return {"look": look, "word": filled(word, mapping_of(booking))}


def told(space, booking):
    """Return what is said after somebody has booked, asked, or begun to wait."""
    message = MESSAGES.get(booking.state, BOOKED)
    mapping = {"space": space.Title(), "when": said.when(booking.span), **mapping_of(booking)}
    return filled(message, mapping)


def mapping_of(booking):
    until = formatting.moment(booking.until) if booking.until else ""
    place = waiting.place_of(booking) if booking.state == WAITING else ""
    return {"until": until, "place": place}
