"""What offers register to help with searches that found nothing."""

from zope.interface import Attribute
from zope.interface import Interface


class IGapAnswer(Interface):
    """Named utility: something that could be written to fill a gap."""

    title = Attribute("Words of the link, translatable.")

    def url(portal):
        """Return the address of the form, None where it is not for who is logged in."""
