"""What is stored of a device."""

from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.support.devices.interfaces import IDevice
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IDevice, IHasPartner)
class Device(Item):
    """A device; it belongs to one administration."""
