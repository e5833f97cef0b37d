"""What is stored: fields come from the schema, behaviour from operations."""

from kommunalhub.booking.interfaces import ISpace
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(ISpace)
class Space(Item):
    """A desk, an office, a meeting room, the hall or a device in the hub."""
