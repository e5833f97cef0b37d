"""The folder of outlines."""

from zope.interface import Interface


class IOutlines(Interface):
    """Holds pages to begin from; they keep their gaps."""
