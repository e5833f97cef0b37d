"""The Member States that grant De-minimis aid, each with a ceiling of its own.

Regulation (EU) 2023/2831 holds in the European Economic Area: three more states count.
"""

from babel import Locale
from kommunalhub.core.formatting import sort_key
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Where the ledger is kept.
HERE = "DE"
MEMBER_STATES = (
    *("AT", "BE", "BG", "CY", "CZ", HERE, "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"),
    *("IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
)


def name_of(code):
    """Return the German name of a state."""
    return Locale("de").territories.get(code, code)


@provider(IVocabularyFactory)
def member_states(context=None):
    """Return all by name, one's own first."""
    codes = sorted(MEMBER_STATES, key=lambda code: (code != HERE, sort_key(name_of(code))))
    return SimpleVocabulary([SimpleTerm(code, code, name_of(code)) for code in codes])
