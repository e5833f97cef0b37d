"""Filters of the search page for what funding is about."""

from kommunalhub import _
from kommunalhub.search.facets import TOPIC
from kommunalhub.search.facets import VocabularyFacet


topics = VocabularyFacet(
    _("facet_funding_topics", default="Funding topic"),
    "funding_topics",
    "kommunalhub.funding_topics",
    30,
    TOPIC,
)
