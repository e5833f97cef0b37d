"""Pick lists of De-minimis aid."""

from kommunalhub.core import asking
from kommunalhub.core.tools import site
from kommunalhub.funding.deminimis import operations
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def undertakings(context=None):
    """Return all undertakings by name, for who keeps them; nothing for others."""
    if not asking.may(operations.PERMISSION, site()):
        return SimpleVocabulary([])
    return SimpleVocabulary(
        [SimpleTerm(one.number, str(one.number), one.name) for one in operations.undertakings()]
    )
