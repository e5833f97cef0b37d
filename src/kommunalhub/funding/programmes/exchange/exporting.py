"""The library as a table: those programmes that who asks may see."""

from kommunalhub.core.tools import site
from kommunalhub.core.workbook import workbook_of
from kommunalhub.funding.programmes import finding
from kommunalhub.funding.programmes.exchange import cells
from kommunalhub.funding.programmes.exchange.columns import Columns
from kommunalhub.funding.programmes.exchange.columns import KEY
from kommunalhub.funding.programmes.indexers import key_of
from kommunalhub.lib.tables.writing import csv_of


STRETCH = 200
SHEET = "Förderprogramme"


def table(folder, chosen, with_passed=True):
    """Return (names, labels, rows of texts) of a folder's programmes, see finding.programmes."""
    columns = Columns()
    rows = []
    for count, brain in enumerate(finding.programmes(folder, chosen, with_passed), 1):
        rows.append(row_of(brain.getObject(), columns))
        if count % STRETCH == 0:
            site()._p_jar.cacheGC()
    return list(columns.fields), list(columns.labels.values()), rows


def row_of(programme, columns):
    return [
        key_of(programme)
        if name == KEY
        else cells.text_of(field, getattr(programme, name), columns.titles[name])
        for name, field in columns.fields.items()
    ]


def as_csv(folder, chosen, with_passed=True):
    _names, labels, rows = table(folder, chosen, with_passed)
    return csv_of(labels, rows)


def as_xlsx(folder, chosen, with_passed=True):
    _names, labels, rows = table(folder, chosen, with_passed)
    return workbook_of([(SHEET, labels, rows)])
