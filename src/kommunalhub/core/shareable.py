"""What of a type can be shared with other hubs: the seam between offers and `network/`."""

from zope.interface import Attribute
from zope.interface import Interface


class IShareable(Interface):
    """Named utility, called like the portal type: how a thing of it looks to other hubs."""

    kind = Attribute("What it is called among hubs, see lib/exchange/cards.py: `material`.")
    states = Attribute("Review states in which a thing may leave the house: what was released.")

    def fits(thing):
        """Return whether a thing in one of these states may leave the house, by itself."""

    def content(thing):
        """Return lib.exchange.cards.Content: exactly what leaves the house of a thing.

        Nothing of persons, nothing of cases; html may hold anything, the card cleans it.
        """
