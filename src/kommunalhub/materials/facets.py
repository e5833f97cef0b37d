"""Filters of the search page for what a material is about."""

from kommunalhub import _
from kommunalhub.materials.kinds import kind_title
from kommunalhub.search.facets import Facet
from kommunalhub.search.facets import KIND
from kommunalhub.search.facets import TOPIC
from kommunalhub.search.facets import VocabularyFacet


topics = VocabularyFacet(
    _("facet_material_topics", default="Topic"),
    "material_topics",
    "kommunalhub.material_topics",
    20,
    TOPIC,
)
audience = VocabularyFacet(
    _("facet_material_audience", default="Audience"),
    "material_audience",
    "kommunalhub.material_audiences",
    32,
)
level = VocabularyFacet(
    _("facet_material_level", default="Level"),
    "material_level",
    "kommunalhub.material_levels",
    33,
)


class FileKindFacet(Facet):
    """What kind of file a material is, if it is one."""

    title = _("facet_file_kind", default="File type")
    index = "file_kind"
    order = 35
    with_hits = KIND

    def title_of(self, value):
        return kind_title(value)


file_kind = FileKindFacet()
