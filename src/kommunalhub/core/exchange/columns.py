"""The columns of a table: which field each holds, by its name or by its German label."""

from kommunalhub.core.exchange import words
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled


class TableRefused(ValueError):
    """Nothing of a table can be read; args[0] is a translatable sentence."""


class Columns:
    """The fields and pick lists of a table, asked once."""

    def __init__(self, table):
        self.table = table
        self.fields = {name: table.field(name) for name in table.names}
        self.labels = {name: in_site_language(field.title) for name, field in self.fields.items()}
        self.titles = {name: table.titles(field) for name, field in self.fields.items()}
        self.tokens = {name: self._tokens(titles) for name, titles in self.titles.items()}

    def named(self, head):
        """Return {field name: place} of the head of a table; raises TableRefused."""
        known = {name: name for name in self.table.names}
        known |= {label.casefold(): name for name, label in self.labels.items()}
        found = {}
        for place, text in enumerate(head):
            called = " ".join(text.split())
            if not called:
                continue
            name = known.get(called.casefold())
            if name is None:
                raise TableRefused(filled(words.UNKNOWN_COLUMN, name=called[:60]))
            if name in found:
                raise TableRefused(filled(words.COLUMN_TWICE, name=called[:60]))
            found[name] = place
        if self.table.key not in found:
            raise TableRefused(self.table.words.no_columns)
        return found

    @staticmethod
    def _tokens(titles):
        found = {" ".join(title.split()).casefold(): token for token, title in titles.items()}
        return found | {token: token for token in titles}
