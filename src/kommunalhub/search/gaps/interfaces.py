"""What offers register to help with searches that found nothing."""

from zope.interface import Attribute
from zope.interface import Interface


class IGapAnswer(Interface):
    """Named utility: something that could be written to fill a gap."""

    title = Attribute("Words of the link, translatable.")

    def url(portal):
        """Return the address of the form, None where it is not for who is logged in."""


class IGapList(Interface):
    """Named utility: another list of what was asked for and not found, kept by an offer."""

    kind = Attribute("The TallyKind that its lines are counted in, with the sieve of people.")
    order = Attribute("Where it stands among the lists: a number.")
    title = Attribute("Its heading, translatable.")
    about = Attribute("A sentence on what it shows, translatable.")
