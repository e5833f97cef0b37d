"""What each line of a table would do: something new, a change, nothing, or why it is refused."""

from dataclasses import dataclass
from hashlib import sha256
from kommunalhub.core import asking
from kommunalhub.core.exchange import words
from kommunalhub.core.exchange.columns import Columns
from kommunalhub.core.messages import filled
from kommunalhub.core.private.catalog import brain_at
from kommunalhub.core.tools import catalog
from kommunalhub.core.validation import FieldError
from kommunalhub.lib.tables.writing import as_meant
from zope.interface import Invalid
from zope.schema import ValidationError
from zope.schema.interfaces import RequiredMissing


NEW, CHANGED, SAME, REFUSED = "new", "changed", "same", "refused"
KINDS = (NEW, CHANGED, SAME, REFUSED)
#: After so many lines what was loaded is let go.
STRETCH = 200


@dataclass(frozen=True)
class Line:
    """One line. changes: ((field, old text, new text), …).

    values: what is to be stored; stored: the thing as it is, None where there is none yet.
    """

    line: int
    key: str
    title: str
    kind: str
    changes: tuple = ()
    problem: object = None
    values: dict | None = None
    stored: object = None

    def told(self):
        """Return what decides whether a look at it still holds."""
        return (self.line, self.key, self.kind, self.changes)


class Candidate:
    """A thing as it would be: what the line says, else what is stored, else the default."""

    def __init__(self, values, stored, table):
        self.__context__ = stored
        self._values, self._stored, self._table = values, stored, table

    def value(self, name):
        if name in self._values:
            return self._values[name]
        if self._stored is not None:
            return getattr(self._stored, name)
        return self._table.field(name).default

    def __getattr__(self, name):
        # Whether a key is taken was told by Table.known. The schema would ask the catalog for each
        # line, which first indexes what the line before has written, and the folder around it.
        if name == self._table.key:
            return None
        if not any(name in schema for schema in self._table.schemata):
            raise AttributeError(name)
        return self.value(name)


def lines_of(table, rows, tell=None):
    """Yield a Line for each row of a file; rows: lib.tables Rows, the first of them the head.

    Raises columns.TableRefused. tell: called with the number of lines looked at, now and then.
    """
    columns = Columns(table)
    places, known, seen = columns.named(rows[0].cells), table.known(), {}
    for count, row in enumerate(rows[1:], 1):
        line = look(row, places, columns, known, seen)
        seen.setdefault(table.folded(line.key), row.line)
        yield line
        if tell is not None and count % STRETCH == 0:
            tell(count)
            catalog()._p_jar.cacheGC()


def look(row, places, columns, known, seen):
    """Return the Line of one row."""
    table = columns.table
    texts = {name: as_meant(row.cell(place)) for name, place in places.items()}
    key, title = texts[table.key], texts.get("title", "")
    brains = [brain_at(catalog())(rid) for rid in known.get(table.folded(key), ())]
    problem = problem_of_key(table, key, brains, seen)
    if problem is not None:
        return Line(row.line, key[:80], title[:200], REFUSED, problem=problem)
    stored = brains[0]._unrestrictedGetObject() if brains else None
    if stored is not None and not asking.may("Modify portal content", stored):
        return Line(row.line, key, title[:200], REFUSED, problem=table.words.not_yours)
    try:
        values = read(texts, columns, stored)
        check(values, stored, columns)
    except FieldError as error:
        return Line(row.line, key[:80], title[:200], REFUSED, problem=error.args[0])
    shown = brains[0].Title if brains else ""
    changes = tuple(differences(values, stored, columns))
    kind = NEW if stored is None else CHANGED if changes else SAME
    return Line(row.line, key, title or shown, kind, changes, values=values, stored=stored)


def problem_of_key(table, key, brains, seen):
    if not key:
        return table.words.no_key
    line = seen.get(table.folded(key))
    if line is not None:
        return filled(table.words.twice, line=line)
    return table.words.several if len(brains) > 1 else None


def read(texts, columns, stored):
    """Return {field: value} of the cells; raises FieldError that names the column."""
    values = {}
    for name, text in texts.items():
        field = columns.fields[name]
        try:
            now = getattr(stored, name, None)
            values[name] = columns.table.value_of(field, text, columns.tokens[name], now)
            # Choices were read from their list; all else has bounds of its own.
            if not columns.titles[name] or not text:
                field.validate(values[name])
        except (ValidationError, Invalid) as error:
            raise at(columns.labels[name], error) from error
    return values


def check(values, stored, columns):
    """Raise FieldError for what is missing or does not go together."""
    whole = Candidate(values, stored, columns.table)
    for name, field in columns.fields.items():
        if field.required and whole.value(name) in (None, ""):
            label = columns.labels[name]
            raise FieldError(filled(words.AT, label=label, problem=words.MISSING))
    try:
        for schema in columns.table.schemata:
            schema.validateInvariants(whole)
    except FieldError as error:
        raise at(columns.labels.get(error.at, ""), error) from error


def at(label, error):
    """Return an error as a FieldError that names its column."""
    problem = words.UNFIT
    if isinstance(error, RequiredMissing):
        problem = words.MISSING
    elif isinstance(error, FieldError):
        problem = error.args[0]
    return FieldError(filled(words.AT, label=label, problem=problem))


def differences(values, stored, columns):
    """Yield (field, old text, new text) of what would be another value than before."""
    table = columns.table
    for name, value in values.items():
        field, titles = columns.fields[name], columns.titles[name]
        new = table.text_of(field, value, titles)
        old = "" if stored is None else table.text_of(field, getattr(stored, name), titles)
        if old != new and name != table.key:
            yield name, old, new


def digest_of_told(told):
    """Return a hash of what lines would do, see Line.told: whether a look at them still holds."""
    found = sha256()
    for one in told:
        found.update(repr(one).encode())
    return found.hexdigest()
