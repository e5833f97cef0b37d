"""What is stored of a hub, and of what it shares."""

from kommunalhub.network.interfaces import IHub
from kommunalhub.network.interfaces import ISharedCopy
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IHub)
class Hub(Container):
    """A hub; in it stand the copies of what it shares that were released."""


@implementer(ISharedCopy)
class SharedCopy(Item):
    """A released copy. share: its id among hubs; hub: UID of the hub it is from.

    What it says stands in its card, which is kept as it was signed (storage.Link.copies).
    """

    share = hub = ""
    words = ""
