"""Marks of what the check at publication treats in a way of its own."""

from zope.interface import Interface


class IClosedWhole(Interface):
    """Content that is open or closed as a whole: whoever may not view it views nothing in it.

    Elsewhere a thing may be public in a folder that is not, as Plone does it: what lists and
    searches show can then be opened.
    """
