"""What is stored of a position."""

from kommunalhub.editorial.people.interfaces import IPosition
from kommunalhub.partners.interfaces import IHasPartner
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IPosition, IHasPartner)
class Position(Item):
    """A position; it belongs to one administration."""
