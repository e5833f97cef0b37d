"""A small table in a form: one row of inputs for each row of the value, and some empty ones.

Works without any script. A row of which nothing is typed does not count; its number in the table is
the one that errors name.
"""

from babel.numbers import format_decimal
from datetime import date
from kommunalhub import _
from kommunalhub.core.amounts import IDecimalNumber
from kommunalhub.core.forms.interfaces import IRowsWidget
from kommunalhub.core.messages import filled
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.programmes.documents import new_id
from kommunalhub.funding.rows import IRows
from kommunalhub.funding.rows import said
from kommunalhub.interfaces import IKommunalhubLayer
from z3c.form.browser.widget import HTMLFormElement
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.schema import ValidationError
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IDate


#: Empty rows that a form shows beside those that are filled.
EMPTY_ROWS = 3
#: What a person never types: it goes with its row unseen.
UNSEEN = ("id",)
CELL = _("label_cell", default="${column}, row ${row}")
NOT_A_DAY = _("error_row_day", default="please give a date.")


@implementer(IRowsWidget)
class RowsWidget(HTMLFormElement, Widget):
    """The value is a list of {name: text as typed}."""

    klass = "rows-widget"

    @property
    def fields(self):
        return self.field.columns()

    @property
    def columns(self):
        return [{"title": field.title} for name, field in self.fields.items() if name not in UNSEEN]

    @property
    def first_id(self):
        name = next(name for name in self.fields if name not in UNSEEN)
        return f"{self.id}-1-{name}"

    @property
    def lines(self):
        """Return the rows for the template, see IRowsWidget."""
        rows = list(self.value or ())
        rows += [{}] * max(0, min(EMPTY_ROWS, self.field.most - len(rows)))
        return [self._line(number, row) for number, row in enumerate(rows, 1)]

    def _line(self, number, row):
        cells, hidden = [], []
        for name, field in self.fields.items():
            at = f"{self.name}.{number}.{name}"
            if name in UNSEEN:
                hidden.append({"name": at, "value": row.get(name, "")})
                continue
            label = filled(CELL, column=field.title, row=number)
            is_check = IBool.providedBy(field)
            cells.append(
                {
                    "id": f"{self.id}-{number}-{name}",
                    "name": at,
                    "title": field.title,
                    "label": translate(label, context=self.request),
                    "type": _type(field),
                    "value": "1" if is_check else row.get(name, ""),
                    "checked": is_check and bool(row.get(name)),
                    "inputmode": "decimal" if IDecimalNumber.providedBy(field) else None,
                    "maxlength": getattr(field, "max_length", None),
                }
            )
        return {"number": number, "cells": cells, "hidden": hidden}

    def extract(self, default=NO_VALUE):
        form = self.request.form
        if f"{self.name}-empty-marker" not in form:
            return default
        rows = []
        for number in range(1, self.field.most + EMPTY_ROWS + 1):
            row = {}
            for name in self.fields:
                value = form.get(f"{self.name}.{number}.{name}", "")
                row[name] = value.strip() if isinstance(value, str) else ""
            rows.append(row)
        while rows and not is_filled(rows[-1]):
            rows.pop()
        return rows


def is_filled(row):
    """Return whether something was typed in a row; a tick alone says nothing."""
    return any(value for name, value in row.items() if name not in (*UNSEEN, "required"))


def _type(field):
    if IBool.providedBy(field):
        return "checkbox"
    return "date" if IDate.providedBy(field) else "text"


@implementer(IFieldWidget)
@adapter(IRows, IKommunalhubLayer)
def rows_widget(field, request):
    return FieldWidget(field, RowsWidget(request))


@adapter(IRows, IRowsWidget)
class RowsConverter(BaseDataConverter):
    """Typed rows into values and back; each error names the row as it stands in the form."""

    def toWidgetValue(self, value):
        columns = self.field.columns()
        return [
            {name: shown(field, row.get(name)) for name, field in columns.items()}
            for row in value or ()
        ]

    def toFieldValue(self, value):
        columns, rows, ids = self.field.columns(), [], set()
        for number, typed in enumerate(value or (), 1):
            if not is_filled(typed):
                continue
            row = {}
            for name, field in columns.items():
                try:
                    row[name] = read(field, typed.get(name, ""))
                    if name not in UNSEEN:
                        field.validate(row[name])
                except ValidationError as error:
                    raise said(number, field, error) from error
            if "id" in columns:
                row["id"] = new_id(row["title"], ids) if not row["id"] else row["id"]
                ids.add(row["id"])
            rows.append(row)
        return tuple(rows)


def shown(field, value):
    """Return a value as it stands in an input."""
    if value in (None, ""):
        return ""
    if IBool.providedBy(field):
        return "1" if value else ""
    if isinstance(value, date):
        return value.isoformat()
    if IDecimalNumber.providedBy(field):
        return format_decimal(value, format="#,##0.00", locale="de")
    return str(value)


def read(field, text):
    """Return the value of what was typed; raises FieldError."""
    if IBool.providedBy(field):
        return bool(text)
    if not text:
        return field.missing_value
    if IDate.providedBy(field):
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise FieldError(NOT_A_DAY) from error
    return read_typed(text) if IDecimalNumber.providedBy(field) else text
