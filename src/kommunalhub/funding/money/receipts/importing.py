"""Receipts out of one table: looked at line by line, all of them entered or none."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from kommunalhub import _
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.money.receipts import operations


#: What may stand at the head of a column, in small letters.
COLUMNS = {
    "invoice": ("beleg", "belegnummer", "rechnung", "rechnungsnummer", "invoice"),
    "day": ("rechnungsdatum", "belegdatum", "invoice date"),
    "paid_on": ("bezahlt am", "zahltag", "tag der zahlung", "zahlungsdatum", "paid on"),
    "payee": ("empfänger", "zahlungsempfänger", "firma", "payee"),
    "what": ("wofür", "zweck", "grund der zahlung", "what"),
    "net": ("netto", "net"),
    "gross": ("brutto", "betrag", "gross"),
    "eligible": ("förderfähig", "zuwendungsfähig", "eligible"),
    "item": ("position", "kostenposition", "item"),
}
NEEDED = ("invoice", "paid_on", "payee", "gross")
MOST = 1000

HEAD_MISSING = _(
    "receipts_import_head",
    default="The first line must name these columns: Beleg, Bezahlt am, Empfänger, Brutto; if you "
    "like Rechnungsdatum, Wofür, Netto, Förderfähig, Position, too.",
)
TOO_MANY = _(
    "receipts_import_too_many", default="At most ${n} receipts at once.", mapping={"n": MOST}
)
TWICE = _("receipts_import_twice", default="This receipt stands in the table twice.")
#: Spreadsheets count days from here.
FIRST_DAY = date(1899, 12, 30)


class TableRefused(ValueError):
    """Nothing of a table can be read; args[0] is a translatable sentence."""


@dataclass(frozen=True)
class Result:
    """What becomes of one line: a row of the book, or what is wrong as {field: sentence}."""

    line: int
    cells: dict
    row: dict | None = None
    problems: dict | None = None


def look_at(case, number, rows):
    """Return the Results of a table; nothing is entered. rows: lib.tables Rows with a head.

    Raises TableRefused, and Wrong where no receipt can be entered at all.
    """
    places = columns_of(rows[0].cells) if rows else {}
    if not set(NEEDED) <= set(places):
        raise TableRefused(HEAD_MISSING)
    if len(rows) - 1 > MOST:
        raise TableRefused(TOO_MANY)
    operations.require_open(case, number)
    reader, found, seen = operations.Reader(case, number), [], set()
    for row in rows[1:]:
        cells = {name: row.cell(at) for name, at in places.items()}
        found.append(_looked_at(reader, row.line, cells, seen))
    return found


def enter(case, number, rows):
    """Enter all lines of a table where nothing is wrong with any; return the Results."""
    found = look_at(case, number, rows)
    if not any(one.problems for one in found):
        operations.add_all(case, number, [one.row for one in found])
    return found


def columns_of(head):
    """Return {field: number of its column} of the head of a table."""
    found = {}
    for at, text in enumerate(head):
        for name, titles in COLUMNS.items():
            if " ".join(text.lower().split()) in titles:
                found.setdefault(name, at)
    return found


def _looked_at(reader, line, cells, seen):
    values = cells | {name: day_in(cells.get(name, "")) for name in ("day", "paid_on")}
    try:
        row = reader.row(values)
    except Wrong as wrong:
        return Result(line, cells, problems=wrong.errors)
    key = operations.key_of(row)
    if key in seen:
        return Result(line, cells, problems={"invoice": TWICE})
    seen.add(key)
    return Result(line, cells, row)


def day_in(text):
    """Return an ISO day from a cell: 24.12.2026, 2026-12-24, or a spreadsheet's number.

    >>> day_in("1.3.2027"), day_in("2027-03-01 00:00:00"), day_in("46447"), day_in("bald")
    ('2027-03-01', '2027-03-01', '2027-03-01', 'bald')
    """
    text = text.strip().removesuffix(" 00:00:00").removesuffix(" 00:00").removesuffix("T00:00:00")
    parts = text.split(".")
    if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[2]) == 4:
        return f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    if text.isdecimal() and len(text) == 5:
        return (FIRST_DAY + timedelta(int(text))).isoformat()
    return text
