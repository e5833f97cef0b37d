"""The filter of the search page for what somebody has let pass, whatever it is."""

from kommunalhub import _
from kommunalhub.core.offers import offers
from kommunalhub.search.facets import StatesFacet


#: Of what is in Plone's own workflow.
PAGES = ("published",)


class ReleasedFacet(StatesFacet):
    """Each offer names its states."""

    title = _("facet_released", default="Release")
    label = _("facet_released_only", default="only what is released")
    order = 48

    @property
    def states(self):
        return sorted({*PAGES, *(state for offer in offers() for state in offer.released)})


released = ReleasedFacet()
