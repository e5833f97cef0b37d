"""The filter of the search page for what other hubs share."""

from kommunalhub import _
from kommunalhub.search.facets import Facet
from kommunalhub.search.facets import TOPIC


class OriginFacet(Facet):
    """From which hub a copy is."""

    title = _("facet_origin_hub", default="Hub")
    index = "origin_hub"
    order = 42
    with_hits = TOPIC

    def is_shown(self, anonymous):
        return not anonymous

    def title_of(self, value):
        return _("origin_hub", default="from ${hub}", mapping={"hub": value})


origin = OriginFacet()
