"""Pick lists of the showroom; the office edits some in the registry."""

from kommunalhub import _
from kommunalhub.booking.rules import HALL
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import RegistryVocabulary
from kommunalhub.showroom import media
from kommunalhub.showroom import rules
from kommunalhub.showroom.interfaces import IExhibit
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


licences = RegistryVocabulary("kommunalhub.showroom.licences")
topics = RegistryVocabulary("kommunalhub.showroom.topics")
languages = RegistryVocabulary("kommunalhub.showroom.languages")

KINDS = {
    rules.TOUR: _("exhibit_kind_tour", default="Tour"),
    rules.PANORAMA: _("exhibit_kind_panorama", default="Panorama"),
    rules.SOLID: _("exhibit_kind_solid", default="Object in 3D"),
    rules.FILM: _("exhibit_kind_film", default="Film"),
    rules.LIVE: _("exhibit_kind_live", default="Livestream"),
    rules.GALLERY: _("exhibit_kind_gallery", default="Pictures"),
}
NOT_FOUND = _("exhibit_related_gone", default="Something you cannot see, or that was deleted")


@implementer(IVocabularyFactory)
class Kinds:
    """What an exhibit can be."""

    def __call__(self, context=None):
        return SimpleVocabulary([SimpleTerm(kind, kind, KINDS[kind]) for kind in rules.KINDS])


@implementer(IVocabularyFactory)
class OnSite:
    """Things of some types that who asks may see, by their UID, and what is chosen already."""

    def __init__(self, portal_type, field):
        self.portal_type = portal_type
        self.field = field

    def __call__(self, context=None):
        is_exhibit = IExhibit.providedBy(context)
        titles = self.titles(context)
        chosen = kept(context, self.field) if is_exhibit else None
        for uid in (chosen,) if isinstance(chosen, str) else chosen or ():
            titles.setdefault(uid, NOT_FOUND)
        if is_exhibit:
            titles.pop(kept(context, "_plone.uuid"), None)
        return SimpleVocabulary([SimpleTerm(uid, uid, title) for uid, title in titles.items()])

    def titles(self, context):
        query = {"portal_type": self.portal_type, "sort_on": "sortable_title"}
        return {brain.UID: brain.Title for brain in catalog()(**query)}


class Halls(OnSite):
    """The halls of the hub."""

    def titles(self, context):
        brains = catalog()(portal_type=self.portal_type, space_kind=HALL, sort_on="sortable_title")
        return {brain.UID: brain.Title for brain in brains}


class Inside(OnSite):
    """Media of one type that stand in the exhibit: whoever sees it sees them all."""

    def titles(self, context):
        if not IExhibit.providedBy(context):
            return {}
        return {one.UID(): one.title for one in media.media_of(context, self.portal_type)}


kinds = Kinds()
films = Inside("Film", "sign_film")
exhibits = OnSite("Exhibit", "related")
workshops = OnSite("Workshop", "workshops")
projects = OnSite("Project", "projects")
halls = Halls("Space", "visit_space")
