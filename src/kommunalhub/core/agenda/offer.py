"""One's own dates on „Mein Hub“, of whatever offer: see core/offers.py."""

from kommunalhub.core.offers import MINE
from kommunalhub.core.offers import Offer


class Agenda(Offer):
    """Nothing that people ask for; a piece that gathers what the offers know."""

    order = 5
    places = {MINE: ("agenda-mine",)}
