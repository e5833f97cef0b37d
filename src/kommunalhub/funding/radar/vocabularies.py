"""For whom a profile may be made."""

from kommunalhub import _
from kommunalhub.funding.radar import rights
from kommunalhub.partners.operations import get_partner
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


ME = "me"
ONLY_ME = _("radar_only_me", default="only for me")


@provider(IVocabularyFactory)
def owners(context=None):
    """Return who asks, and the administrations whose profiles they may keep."""
    terms = [SimpleTerm(name, name, get_partner(name).title) for name in rights.kept_partners()]
    return SimpleVocabulary([*terms, SimpleTerm(ME, ME, ONLY_ME)])
