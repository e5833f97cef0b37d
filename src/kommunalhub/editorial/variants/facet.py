"""The filter of the search page, and the badge of a hit."""

from kommunalhub import _
from kommunalhub.editorial.variants.words import TITLES
from kommunalhub.search.facets import Facet
from kommunalhub.search.facets import KIND


class VariantFacet(Facet):
    """Pages in easy language and in sign language."""

    title = _("facet_variant", default="Language")
    index = "variant_kind"
    order = 30
    with_hits = KIND

    def title_of(self, value):
        return TITLES.get(value, value)
