"""What booking shows where offers are shown: on „Mein Hub“, for all that can be booked."""

from kommunalhub.core.offers import MINE
from kommunalhub.core.offers import Offer


class Booking(Offer):
    """Times of spaces; which spaces there are, other offers say."""

    order = 31
    places = {MINE: ("booking-next",)}
