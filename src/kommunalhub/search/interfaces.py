"""What an offer implements to put a filter beside the hits."""

from zope.interface import Attribute
from zope.interface import Interface


class IFacet(Interface):
    """Named utility; the name is the parameter in the address of the page."""

    title = Attribute("Heading, translatable.")
    index = Attribute("Name of the catalog index (FieldIndex or KeywordIndex) that it reads.")
    order = Attribute("Facets are shown from the smallest to the largest.")

    def is_shown(anonymous):
        """Return whether this facet is of use to visitors (anonymous=True) or people signed in."""

    def title_of(value):
        """Return what a value of the index is called, translatable."""
