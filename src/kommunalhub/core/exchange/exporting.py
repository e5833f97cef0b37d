"""Things as a table: those that who asks may see and has chosen."""

from kommunalhub.core.exchange.columns import Columns
from kommunalhub.core.tools import site
from kommunalhub.core.workbook import workbook_of
from kommunalhub.lib.tables.writing import csv_of


STRETCH = 200


def rows_of(table, form):
    """Return (names, labels, rows of texts) of what was chosen with a form."""
    columns = Columns(table)
    rows = []
    for count, brain in enumerate(table.found(form), 1):
        rows.append(row_of(brain.getObject(), columns))
        if count % STRETCH == 0:
            site()._p_jar.cacheGC()
    return list(columns.fields), list(columns.labels.values()), rows


def row_of(thing, columns):
    table = columns.table
    texts = (
        table.key_of(thing)
        if name == table.key
        else table.text_of(field, getattr(thing, name), columns.titles[name])
        for name, field in columns.fields.items()
    )
    return [text or "" for text in texts]


def as_csv(table, form):
    _names, labels, rows = rows_of(table, form)
    return csv_of(labels, rows)


def as_xlsx(table, form):
    _names, labels, rows = rows_of(table, form)
    return workbook_of([(table.sheet, labels, rows)])
