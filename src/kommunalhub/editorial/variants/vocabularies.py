"""Pick lists: the kinds of variants, and the pages that one may belong to."""

from kommunalhub import _
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.editorial.variants import rules
from kommunalhub.editorial.variants.interfaces import IVariant
from kommunalhub.editorial.variants.words import TITLES
from kommunalhub.partners.localroles import partner_of
from plone.uuid.interfaces import IUUID
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: So many pages are offered; an administration with more says it over REST.
MOST = 1000
UNSEEN = _("variant_unseen", default="A page that you cannot open")


@provider(IVocabularyFactory)
def kinds_vocabulary(context=None):
    return SimpleVocabulary([SimpleTerm(kind, kind, TITLES[kind]) for kind in rules.KINDS])


@provider(IVocabularyFactory)
def pages_vocabulary(context=None):
    """Return the pages of the administration that who asks may see and that are no variants.

    What a page belongs to already stays valid; its title is told to who may see it.
    """
    uid, partner = IUUID(context, None), partner_of(context)
    of_partner = {"partner": partner} if partner else {}
    found = [
        (brain.UID, brain.Title)
        for brain in catalog()(portal_type="Document", **of_partner)
        if (brain.partner or None) == partner and not brain.variant_kind and uid != brain.UID
    ]
    titles = dict(sorted(found, key=lambda pair: sort_key(pair[1]))[:MOST])
    before = kept(context, "variant_of") if IVariant.providedBy(context) else None
    if before and before not in titles:
        titles[before] = UNSEEN
    return SimpleVocabulary([SimpleTerm(one, one, title) for one, title in titles.items()])
