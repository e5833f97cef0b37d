"""How a page of ours is known."""

from zope.interface import Interface


class IOwnPage(Interface):
    """Marks the request of a page of ours: it needs no styles or scripts in its HTML."""
