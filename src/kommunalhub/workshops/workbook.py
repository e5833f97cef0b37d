"""A table as a workbook (XLSX)."""

from io import BytesIO
from xlsxwriter import Workbook


MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 24


def workbook_of(title, head, rows):
    """Return a workbook with one sheet as bytes; all values are texts."""
    target = BytesIO()
    # Texts come from people: none of them is to be read as a formula, a number or a link.
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with Workbook(target, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(head) - 1, WIDTH)
        for at, text in enumerate(head):
            sheet.write_string(0, at, text, bold)
        for number, row in enumerate(rows, start=1):
            for at, text in enumerate(row):
                sheet.write_string(number, at, text)
        sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
    return target.getvalue()
