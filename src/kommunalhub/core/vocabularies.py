"""Pick lists that the office edits: a registry record of token -> title behind each vocabulary."""

from kommunalhub.core import registry
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyFactory)
class RegistryVocabulary:
    """Terms from the registry record `name`, a Dict of token to German title, in its order.

    Titles are messages with the id `<name without prefix>_<token>`: a catalogue of another language
    can translate them, and what the office typed is the default.
    """

    def __init__(self, name):
        self.name = name

    def __call__(self, context=None):
        return SimpleVocabulary(
            [
                SimpleTerm(value=token, token=token, title=title)
                for token, title in self.titles().items()
            ]
        )

    def titles(self):
        """Return {token: translatable title}; empty where the record is missing."""
        record = registry.read(self.name) or {}
        prefix = self.name.removeprefix("kommunalhub.")
        return {
            token: Message(f"{prefix}_{token}", domain="kommunalhub", default=title)
            for token, title in record.items()
        }


def titles_of(name):
    """Return {token: translatable title} of the vocabulary behind the registry record `name`."""
    return RegistryVocabulary(name).titles()
