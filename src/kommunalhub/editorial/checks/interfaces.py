"""What is checked."""

from zope.interface import Interface


class IChecked(Interface):
    """A page, news or event whose text is looked at before others read it."""


class IOutlines(Interface):
    """A folder of pages to begin from (writing/outlines); they keep their gaps."""
