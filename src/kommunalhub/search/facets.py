"""The filters that fit every type, and one for pick lists that offers register."""

from Acquisition import aq_base
from kommunalhub import _
from kommunalhub.core import tools
from kommunalhub.core.titles import type_title
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.search.interfaces import IFacet
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer


# How a value stands with a hit: among what it is about, or behind what it is.
TOPIC, KIND = "topic", "kind"


@implementer(IFacet)
class Facet:
    """What facets have in common."""

    title = None
    index = None
    order = 0
    groups = None
    with_hits = None

    def is_shown(self, anonymous):
        return True

    def title_of(self, value):
        return value


class TypeFacet(Facet):
    """What kind of thing it is."""

    title = _("facet_type", default="Kind")
    index = "portal_type"
    order = 10

    def title_of(self, value):
        return type_title(value)


class PartnerFacet(Facet):
    """Whose it is."""

    title = _("facet_partner", default="Administration")
    index = "partner"
    order = 40

    def title_of(self, value):
        return short_title_of(value)


class SectionFacet(Facet):
    """In which part of the site it is."""

    title = _("facet_section", default="Section")
    index = "section"
    order = 5

    def title_of(self, value):
        folder = aq_base(tools.site())._getOb(value, None)
        return folder.title if folder is not None else value


class YearFacet(Facet):
    """When it was changed last."""

    title = _("facet_year", default="Year of the last change")
    index = "year_changed"
    order = 45


class StateFacet(Facet):
    """Where it stands; everything that visitors see stands at the same."""

    title = _("facet_state", default="State")
    index = "review_state"
    order = 50

    def is_shown(self, anonymous):
        return not anonymous

    def title_of(self, value):
        """Return the state's titles in all workflows in use: `Eingegangen / Zur Freigabe`."""
        tool = tools.tool("portal_workflow")
        types = tools.tool("portal_types").objectIds()
        names = {name for portal_type in types for name in tool.getChainFor(portal_type)}
        titles = {
            str(found.title)
            for name in names
            if (found := getattr(tool[name], "states", {}).get(value)) is not None
        }
        return " / ".join(sorted({_translated(title) for title in titles if title})) or value


class StatesFacet(Facet):
    """One choice, called `label`, that stands for several `states`."""

    index = "review_state"
    CHOICE = "ja"
    label = None
    states = ()

    @property
    def groups(self):
        return {self.CHOICE: tuple(self.states)}

    def is_shown(self, anonymous):
        return not anonymous

    def title_of(self, value):
        return self.label


class VocabularyFacet(Facet):
    """A pick list kept in the registry: VocabularyFacet(title, index, record, order, with_hits)."""

    def __init__(self, title, index, record, order, with_hits=None):
        self.title = title
        self.index = index
        self.record = record
        self.order = order
        self.with_hits = with_hits

    def title_of(self, value):
        return titles_of(self.record).get(value, value)


def _translated(title):
    language = api.portal.get_current_language()
    for domain in ("kommunalhub", "plone"):
        found = translate(Message(title, domain=domain), target_language=language)
        if found != title:
            return found
    return title
