"""Pick lists: what the office edits comes from the registry, programmes from the catalog."""

from Acquisition import aq_base
from kommunalhub.core.vocabularies import RegistryVocabulary
from kommunalhub.funding.calls import PASSED
from kommunalhub.funding.programmes.deadlines import standing_in
from kommunalhub.funding.programmes.deadlines import today
from plone.app.vocabularies.catalog import StaticCatalogVocabulary
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory


funders = RegistryVocabulary("kommunalhub.funding_funders")
topics = RegistryVocabulary("kommunalhub.funding_topics")
eligible = RegistryVocabulary("kommunalhub.funding_eligible")
areas = RegistryVocabulary("kommunalhub.funding_areas")
deadline_kinds = RegistryVocabulary("kommunalhub.funding_deadline_kinds")
early_start = RegistryVocabulary("kommunalhub.funding_early_start")
cumulable = RegistryVocabulary("kommunalhub.funding_cumulable")
state_aid = RegistryVocabulary("kommunalhub.funding_state_aid")
kinds = RegistryVocabulary("kommunalhub.funding_kinds")
financing = RegistryVocabulary("kommunalhub.funding_financing")
third_party = RegistryVocabulary("kommunalhub.funding_third_party")
threshold_on = RegistryVocabulary("kommunalhub.funding_threshold_on")
order_kinds = RegistryVocabulary("kommunalhub.funding_order_kinds")
ancillary = RegistryVocabulary("kommunalhub.funding_ancillary")


class Programmes(StaticCatalogVocabulary):
    """Programmes that the person may see; offered are public open ones and those chosen before."""

    def __init__(self, chosen=()):
        super().__init__(
            {"portal_type": "FundingProgramme", "sort_on": "sortable_title"},
            title_template="{brain.Title}",
        )
        self.chosen = set(chosen)

    def __iter__(self):
        day = today()
        for brain in self.brains:
            status = standing_in(brain.funding_facts or {}, day)["status"]
            is_open = brain.review_state == "public" and status != PASSED
            if is_open or brain.UID in self.chosen:
                yield self.createTerm(brain)


@provider(IVocabularyFactory)
def programmes(context=None):
    """Return the programmes to choose from, by title."""
    relations = getattr(aq_base(context), "programmes", None) or ()
    targets = [relation.to_object for relation in relations if hasattr(relation, "to_object")]
    return Programmes([target.UID() for target in targets if target is not None])
