"""What is changed on a copy."""

from zope.interface import Interface


class IChangedByCopy(Interface):
    """A page or a piece of news: once public, only a working copy of it is changed."""
