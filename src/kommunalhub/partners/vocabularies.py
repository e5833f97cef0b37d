"""The pick list of partners."""

from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def partners_vocabulary(context=None):
    """Return all partners by title (names are not translated)."""
    partners = sorted(map(get_partner, partner_ids()), key=lambda partner: partner.title)
    return SimpleVocabulary([SimpleTerm(partner.id, title=partner.title) for partner in partners])
