"""Filters of the search page for reports of experience."""

from kommunalhub import _
from kommunalhub.search.facets import VocabularyFacet


cost = VocabularyFacet(
    _("label_report_cost", default="Cost"), "experience_cost", "kommunalhub.report_costs", 70
)
town = VocabularyFacet(
    _("label_report_town", default="Size of the municipality"),
    "experience_town",
    "kommunalhub.report_towns",
    71,
)
