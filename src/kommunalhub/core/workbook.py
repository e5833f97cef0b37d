"""Tables as a workbook (XLSX): numbers are numbers, days are days, and no text is a formula."""

from datetime import date
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from kommunalhub.core import brand
from kommunalhub.core.formatting import to_local
from xlsxwriter import Workbook


MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: How wide a column is, in characters, and what its heading needs beside it for the filter.
NARROWEST, WIDEST, BESIDE = 10, 50, 4
SHOWN = {Decimal: 16, datetime: 18, date: 12}
#: Longest name of a sheet that programs open, and what must not stand in it.
LONGEST_NAME, NOT_IN_NAMES = 31, dict.fromkeys(map(ord, "[]:*?/\\"), "-")
EURO, DAY, MOMENT = '#,##0.00 "€"', "dd.mm.yyyy", "dd.mm.yyyy hh:mm"


def workbook_of(sheets):
    """Return a workbook as bytes.

    sheets: [(title, column titles, rows)]. Values: texts, numbers, Decimal for EUR, date, datetime
    (aware, shown in Europe/Berlin), None for nothing.
    """
    target = BytesIO()
    # Texts come from people: none of them is to be read as a formula, a number or a link.
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with Workbook(target, options) as book:
        book.set_properties({"author": brand.read("name"), "company": brand.read("place")})
        bold = book.add_format({"bold": True, "bottom": 1})
        forms = {kind: book.add_format({"num_format": kind}) for kind in (EURO, DAY, MOMENT)}
        for title, head, rows in sheets:
            sheet = book.add_worksheet(title.translate(NOT_IN_NAMES)[:LONGEST_NAME])
            sheet.freeze_panes(1, 0)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
            for at, text in enumerate(head):
                values = [row[at] for row in rows if at < len(row)]
                sheet.set_column(at, at, width_of(text, values))
                sheet.write_string(0, at, text, bold)
            for number, row in enumerate(rows, start=1):
                for at, value in enumerate(row):
                    _write(sheet, number, at, value, forms)
            sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
    return target.getvalue()


def width_of(heading, values):
    """Return how wide a column is: as what stands in it, within bounds.

    >>> width_of("Zustand", ["Laufend", "Läuft, Änderung vorgeschlagen", None])
    31
    >>> width_of("Beginn", [date(2026, 11, 30)]), width_of("Ziel", ["x" * 500])
    (14, 50)
    """
    longest = max((_length(one) for one in values), default=0)
    return min(max(longest + 2, len(heading) + BESIDE, NARROWEST), WIDEST)


def _length(value):
    return SHOWN.get(type(value)) or (0 if value is None else len(str(value)))


def _write(sheet, row, at, value, forms):
    if isinstance(value, str):
        sheet.write_string(row, at, value)
    elif isinstance(value, Decimal):
        sheet.write_number(row, at, value, forms[EURO])
    elif isinstance(value, datetime):
        sheet.write_datetime(row, at, to_local(value).replace(tzinfo=None), forms[MOMENT])
    elif isinstance(value, date):
        sheet.write_datetime(row, at, value, forms[DAY])
    elif value is not None:
        sheet.write_number(row, at, value)


def answer(response, data, name):
    """Return the bytes of a workbook as a download of a response, kept nowhere on the way."""
    response.setHeader("Content-Type", MEDIA_TYPE)
    response.setHeader("Content-Disposition", f'attachment; filename="{name}.xlsx"')
    response.setHeader("Cache-Control", "private, no-store")
    return data
