"""The one lean header for everybody."""

from Products.Five import BrowserView


class Header(BrowserView):
    """Brand, sections and what belongs to the person."""
