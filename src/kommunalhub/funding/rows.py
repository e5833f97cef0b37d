"""Small tables as one field: rows of named values, typed line by line.

    calls = Rows(title=…, row=ICall, most=60)

The value is a tuple of dicts with all names of the schema `row`. Forms show a table with empty rows
to fill, REST reads and answers a list of objects; both end in the same checks, and an error says in
which row it is.
"""

from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.core.validation import FieldError
from zope import schema
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface
from zope.schema import getFieldsInOrder
from zope.schema import ValidationError
from zope.schema.interfaces import ITuple
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooLong


AT_ROW = _("error_at_row", default="Row ${row}: ${problem}")
MISSING = _("error_row_missing", default="please fill in „${label}“.")
TOO_LONG = _("error_row_too_long", default="„${label}“ is too long.")
WRONG = _("error_row_wrong", default="„${label}“ cannot be read.")
TOO_MANY = _("error_rows_too_many", default="At most ${most} rows, please.")
NO_ROWS = _("error_rows_expected", default="This must be a list of objects.")
UNKNOWN = _("error_row_unknown", default="There is nothing called „${label}“ in a row.")


class IRows(ITuple):
    """A field of ours that holds a small table."""

    row = schema.Object(title="Schema of a row", schema=Interface)


@implementer(IRows)
class Rows(schema.Tuple):
    """A tuple of dicts, each with the names of the schema `row`; at most `most` of them."""

    def __init__(self, row, most, **options):
        self.row = row
        self.most = most
        super().__init__(value_type=schema.Dict(), **{"required": False, "default": (), **options})

    def columns(self):
        """Return {name: field} of a row, in order."""
        return dict(getFieldsInOrder(self.row))

    def _validate(self, value):
        super()._validate(value)
        if len(value) > self.most:
            raise FieldError(filled(TOO_MANY, most=self.most))
        columns = self.columns()
        for number, row in enumerate(value, 1):
            for name in set(row) - columns.keys():
                raise at_row(number, UNKNOWN, str(name)[:40])
            for name, field in columns.items():
                try:
                    field.validate(row.get(name, field.missing_value))
                except ValidationError as error:
                    raise said(number, field, error) from error


def whole(row, columns):
    """Return a row with all its names; what is missing is what its field says of nothing."""
    return {name: row.get(name, field.missing_value) for name, field in columns.items()} | {
        name: value for name, value in row.items() if name not in columns
    }


def said(number, field, error):
    """Return what is wrong with a value as a FieldError that names its row."""
    if isinstance(error, FieldError) and isinstance(error.args[0], Message):
        return FieldError(filled(AT_ROW, _at(number, error.args[0])))
    text = WRONG
    if isinstance(error, RequiredMissing):
        text = MISSING
    elif isinstance(error, TooLong):
        text = TOO_LONG
    return at_row(number, text, field.title)


def at_row(number, text, label):
    problem = filled(text, label=label)
    return FieldError(filled(AT_ROW, _at(number, problem)))


def _at(number, problem):
    return {"row": number, "problem": problem}
