"""The filter of the search page for what there is to see in the showroom."""

from kommunalhub import _
from kommunalhub.search.facets import Facet
from kommunalhub.search.facets import KIND
from kommunalhub.showroom.vocabularies import KINDS


class KindFacet(Facet):
    """What kind of exhibit it is; what stands in one is found by it too."""

    title = _("facet_showroom", default="Showroom")
    index = "exhibit_kind"
    order = 34
    with_hits = KIND

    def title_of(self, value):
        return KINDS.get(value, value)


kinds = KindFacet()
