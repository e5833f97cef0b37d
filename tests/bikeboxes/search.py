"""What the search knows of requests: a filter, and what stands with a hit."""

from bikeboxes.interfaces import IBikeBoxRequest
from kommunalhub.search.facets import TOPIC
from kommunalhub.search.facets import VocabularyFacet
from plone.indexer.decorator import indexer


kinds = VocabularyFacet("Fahrrad", "bike_kind", "kommunalhub.bike_kinds", 60, TOPIC)


@indexer(IBikeBoxRequest)
def bike_kind(obj):
    return obj.bike_kind
