"""Pick lists: fields of the theme from the registry, partners and people of one project."""

from Acquisition import aq_base
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.vocabularies import RegistryVocabulary
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.rules import groups_of
from kommunalhub.projects.partnership import partners_of
from plone.app.vocabularies.catalog import StaticCatalogVocabulary
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


fields = RegistryVocabulary("kommunalhub.project_fields")
#: As what partners take part, that of the lead aside.
ROLES = "kommunalhub.project_roles"
roles = RegistryVocabulary(ROLES)

#: What a project can be tied to; types that the site does not have are found by nobody.
CASES = ("FundingConsultation",)
RELATED = ("Workshop", "Exhibit", "Event", "News Item")
#: So many of the newest are offered, besides what was chosen before.
OFFERED = 60


class Newest(StaticCatalogVocabulary):
    """The newest things of some types that the person may see, and what was chosen before."""

    def __init__(self, types, chosen):
        query = {
            "portal_type": list(types),
            "sort_on": "modified",
            "sort_order": "descending",
        }
        super().__init__(query, title_template="{brain.Title}")
        self.chosen = chosen

    def __iter__(self):
        for at, brain in enumerate(self.brains):
            if at < OFFERED or brain.UID in self.chosen:
                yield self.createTerm(brain)


def _chosen(context, name):
    relations = getattr(aq_base(context), name, None) or ()
    targets = [relation.to_object for relation in relations if hasattr(relation, "to_object")]
    return {target.UID() for target in targets if target is not None}


@provider(IVocabularyFactory)
def cases(context=None):
    """Return the funding cases to choose from, the newest first."""
    return Newest(CASES, _chosen(context, "cases"))


@provider(IVocabularyFactory)
def related(context=None):
    """Return what else a project can be tied to, the newest first."""
    return Newest(RELATED, _chosen(context, "related"))


class OfProject(dict):
    """Values of a form about something of a project: its pick lists are those of the project."""

    def __init__(self, project, values):
        super().__init__(values)
        self.project = project


def _project_of(context):
    return context.project if isinstance(context, OfProject) else context


@provider(IVocabularyFactory)
def partners(context=None):
    """Return the partners of a project; all there are where there is no project around."""
    ids = partners_of(_project_of(context)) or partner_ids()
    found = sorted(filter(None, map(get_partner, ids)), key=lambda one: sort_key(one.title))
    return SimpleVocabulary([SimpleTerm(one.id, one.id, one.title) for one in found])


@provider(IVocabularyFactory)
def people(context=None):
    """Return the people of the partners of a project whom who asks may find, by name.

    Who sees to a record already stays valid.
    """
    ids = partners_of(_project_of(context))
    groups = [group for one in ids for group in groups_of(one).values()]
    people = {one for one in members_of(*groups) if is_visible(one)} if groups else set()
    if isinstance(context, OfProject) and context.get("person"):
        people.add(context["person"])
    found = sorted(((name_of(one), one) for one in people), key=lambda item: sort_key(item[0]))
    return SimpleVocabulary([SimpleTerm(one, one, name) for name, one in found])
