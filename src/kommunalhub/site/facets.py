"""Filters of the search page for the pick lists of the offers."""

from kommunalhub import _
from kommunalhub.materials.browser.kinds import kind_title
from kommunalhub.search.facets import Facet
from kommunalhub.search.facets import StatesFacet
from kommunalhub.search.facets import VocabularyFacet


material_topics = VocabularyFacet(
    _("facet_material_topics", default="Topic"),
    "material_topics",
    "kommunalhub.material_topics",
    20,
)
funding_topics = VocabularyFacet(
    _("facet_funding_topics", default="Funding topic"),
    "funding_topics",
    "kommunalhub.funding_topics",
    30,
)
material_audience = VocabularyFacet(
    _("facet_material_audience", default="Audience"),
    "material_audience",
    "kommunalhub.material_audiences",
    32,
)
material_level = VocabularyFacet(
    _("facet_material_level", default="Level"),
    "material_level",
    "kommunalhub.material_levels",
    33,
)
#: States of materials, pages and consultations in which somebody has let them pass.
RELEASED = (
    *("public", "published", "internal", "due_for_review"),
    *("released", "in_consultation", "recommended", "applied", "granted", "denied", "closed"),
)
released = StatesFacet(
    _("facet_released", default="Release"),
    _("facet_released_only", default="only what is released"),
    RELEASED,
    48,
)


class FileKindFacet(Facet):
    """What kind of file a material is, if it is one."""

    title = _("facet_file_kind", default="File type")
    index = "file_kind"
    order = 35

    def title_of(self, value):
        return kind_title(value)


file_kind = FileKindFacet()
