"""What is stored of an object and of its views."""

from kommunalhub.showroom.solids.interfaces import ISolid
from kommunalhub.showroom.solids.interfaces import ISolidView
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(ISolid)
class Solid(Container):
    """An object of an exhibit with its described views; it has no state of its own."""


@implementer(ISolidView)
class SolidView(Item):
    """A view of an object."""
