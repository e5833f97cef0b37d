"""What a room says of its table: which fields, which things, and what its words are."""

from BTrees.IOBTree import IOBTree
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.exchange import cells
from kommunalhub.core.exchange import words
from kommunalhub.core.language import in_site_language
from kommunalhub.core.private.catalog import columns_of
from kommunalhub.core.private.catalog import rids_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import ICollection


class ITable(Interface):
    """Named utility: a Table."""


class Shelf(Persistent):
    """Where a room keeps its imports, if it has no place of its own. runs: {number: Run}."""

    def __init__(self):
        self.runs = IOBTree()


@implementer(ITable)
class Table:
    """Things of one type, told apart by one of their fields.

    name: of the utility and of its job; type: of the things; schemata: where the fields are;
    names: of the fields, the key among them, in the order of the columns; key: what tells things
    apart; facts: the column of the catalog that has the key; sheet, file: names of what is written.
    """

    name = type = key = facts = sheet = file = ""
    schemata = ()
    names = ()
    words = words.Words()

    # What a room may say in another way.

    def folder(self):
        """Return the folder that new things come into."""
        raise NotImplementedError

    def found(self, form):
        """Return the brains of what who asks may see and chose with a form, in their order."""
        raise NotImplementedError

    def shelf(self):
        """Return what keeps the imports (`runs`), None while there was none."""
        return IAnnotations(self.folder()).get(self._kept_at)

    def ensured_shelf(self):
        return ensured_on(self.folder(), self._kept_at, Shelf)

    @property
    def _kept_at(self):
        return f"kommunalhub.exchange.{self.name}"

    def folded(self, key):
        """Return a key as it is compared."""
        return key

    def key_of(self, thing):
        return getattr(thing, self.key)

    def id_for(self, key):
        """Return the id that a new thing gets if it is free, None for one made from its title."""
        return None

    def titles(self, field):
        """Return {token: title} of the pick list of a field, empty without one."""
        choice = field.value_type if ICollection.providedBy(field) else field
        name = getattr(choice, "vocabularyName", None)
        if not name:
            return {}
        return {token: in_site_language(title) for token, title in titles_of(name).items()}

    def text_of(self, field, value, titles):
        return cells.text_of(field, value, titles)

    def value_of(self, field, text, tokens, stored=None):
        return cells.value_of(field, text, tokens)

    # What follows from it.

    def field(self, name):
        return next(schema[name] for schema in self.schemata if name in schema)

    def known(self):
        """Return {key as compared: [record id]} of all things, seen or not."""
        found, facts_of = {}, columns_of(catalog(), self.facts, "UID")
        for rid in rids_of(catalog().unrestrictedSearchResults(portal_type=self.type)):
            facts, _uid = facts_of(rid)
            key = (facts or {}).get(self.key)
            found.setdefault(key and self.folded(key), []).append(rid)
        return found


def table_called(name):
    return getUtility(ITable, name=name)
