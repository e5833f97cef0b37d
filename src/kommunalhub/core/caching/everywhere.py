"""What stands on every page: kept pages change with it, whatever else they show."""

from zope.component import getUtilitiesFor
from zope.interface import Interface


class IOnEveryPage(Interface):
    """Named utility: what one part of the house shows on every page."""

    def __call__():
        """Return a text that changes with what it shows to who asks now, "" for nothing.

        Part of the validator of every page that is kept, so it must cost next to nothing.
        """


def shown_everywhere():
    """Return a text that changes with all that stands on every page for who asks now."""
    return ".".join(text for _name, shown in getUtilitiesFor(IOnEveryPage) if (text := shown()))
