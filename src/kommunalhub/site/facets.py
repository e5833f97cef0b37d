"""Filters of the search page for the pick lists of the offers."""

from kommunalhub import _
from kommunalhub.search.facets import Facet
from kommunalhub.search.facets import VocabularyFacet
from kommunalhub.workshops.browser.kinds import kind_title


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


class FileKindFacet(Facet):
    """What kind of file a material is, if it is one."""

    title = _("facet_file_kind", default="File type")
    index = "file_kind"
    order = 35

    def title_of(self, value):
        return kind_title(value)


file_kind = FileKindFacet()
