"""JSON values into fields of ours."""

from datetime import date
from kommunalhub.core.amounts import IDecimalNumber
from kommunalhub.core.money import read_json
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.programmes.said import NOT_A_DAY
from kommunalhub.funding.rows import IRows
from kommunalhub.funding.rows import NO_ROWS
from kommunalhub.funding.rows import said
from kommunalhub.interfaces import IKommunalhubLayer
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.interface import implementer
from zope.schema.interfaces import IDate


@implementer(IFieldDeserializer)
class DayDeserializer(DefaultFieldDeserializer):
    """Reads ISO dates from JSON; what is none gets a German answer."""

    def __call__(self, value):
        if value == "":
            value = self.field.missing_value
        elif value is not None:
            try:
                value = date.fromisoformat(value)
            except (TypeError, ValueError) as error:
                raise FieldError(NOT_A_DAY) from error
        self.field.validate(value)
        return value


@implementer(IFieldDeserializer)
@adapter(IRows, IDexterityContent, IKommunalhubLayer)
class RowsDeserializer(DefaultFieldDeserializer):
    """Reads a small table from a list of objects, an error tells in which row it is."""

    def __call__(self, value):
        columns, rows = self.field.columns(), []
        if value is not None and not isinstance(value, list):
            raise FieldError(NO_ROWS)
        for number, sent in enumerate(value or (), 1):
            if not isinstance(sent, dict):
                raise FieldError(NO_ROWS)
            row = dict(sent)
            for name, field in columns.items():
                try:
                    row[name] = read_cell(field, sent.get(name))
                except FieldError as error:
                    raise said(number, field, error) from error
            rows.append(row)
        self.field.validate(tuple(rows))
        return tuple(rows)


def read_cell(field, value):
    """Return the value of a cell in a JSON value; the field itself says what is missing."""
    if value is None or value == "":
        return field.missing_value
    if IDecimalNumber.providedBy(field):
        return read_json(value)
    if IDate.providedBy(field):
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise FieldError(NOT_A_DAY) from error
    return value
