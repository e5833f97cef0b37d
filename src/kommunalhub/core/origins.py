"""What a thing was made of, told to who may see that: for pages that know no other offer."""

from zope.component import getAdapters
from zope.interface import Interface


class IOrigin(Interface):
    """Named adapter of (content, request): something that it was made of."""

    def links():
        """Return [{title, url}], only of what who asks may see."""


def origins_of(content, request):
    """Return [{title, url}] of all that something was made of and who asks may see."""
    found = sorted(getAdapters((content, request), IOrigin))
    return [link for _name, origin in found for link in origin.links()]
