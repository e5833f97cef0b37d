"""What is stored: fields come from the schemas, behaviour from operations."""

from kommunalhub.security.publication.interfaces import IClosedWhole
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IExhibitPicture
from kommunalhub.showroom.interfaces import IMedium
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IExhibit, IClosedWhole)
class Exhibit(Container):
    """An exhibit with its media; whoever may not see it sees none of them."""


@implementer(IMedium)
class Medium(Item):
    """What stands in an exhibit; it has no state of its own."""


@implementer(IExhibitPicture)
class ExhibitPicture(Medium):
    """A picture of a gallery."""
