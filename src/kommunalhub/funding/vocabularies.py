"""Pick lists: what the office edits comes from the registry, programmes from the catalog."""

from kommunalhub.core.vocabularies import RegistryVocabulary
from plone.app.vocabularies.catalog import StaticCatalogVocabulary
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory


funders = RegistryVocabulary("kommunalhub.funding_funders")
topics = RegistryVocabulary("kommunalhub.funding_topics")
eligible = RegistryVocabulary("kommunalhub.funding_eligible")
deadline_kinds = RegistryVocabulary("kommunalhub.funding_deadline_kinds")
early_start = RegistryVocabulary("kommunalhub.funding_early_start")
cumulable = RegistryVocabulary("kommunalhub.funding_cumulable")
state_aid = RegistryVocabulary("kommunalhub.funding_state_aid")


@provider(IVocabularyFactory)
def programmes(context=None):
    """Return the programmes that the person may see, by title."""
    return StaticCatalogVocabulary(
        {"portal_type": "FundingProgramme", "sort_on": "sortable_title"},
        title_template="{brain.Title}",
    )
