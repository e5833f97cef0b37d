"""Many orders out of a table: looked at line by line, all of them entered or none."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import titles


HEADS = "Tag; Was; Betrag; Firma; Art; Vorbehalt"
#: What may stand at the head of a column, in small letters.
COLUMNS = {
    "day": ("tag", "datum", "day", "date"),
    "what": ("was", "auftrag", "gegenstand", "what"),
    "amount": ("betrag", "brutto", "amount"),
    "supplier": ("firma", "auftragnehmer", "supplier"),
    "kind": ("art", "kind"),
    "reserved": ("vorbehalt", "reserved"),
}
NEEDED = ("day", "what", "amount", "kind")
YES = ("ja", "x", "1", "yes", "wahr", "true")
MOST = 500


def enter(case, number, rows, is_trial=True):
    """Enter the lines of a table as orders; return an orders.Line for each.

    rows: lib.tables Rows, the first of them the head. Raises FieldError where it cannot be read.
    """
    places = columns_of(rows[0].cells) if rows else {}
    if not set(NEEDED) <= set(places):
        raise FieldError(
            _(
                "import_orders_head",
                default="The first line must name these columns: Tag, Was, Betrag, Art; if you "
                "like Firma and Vorbehalt, too.",
            )
        )
    if len(rows) - 1 > MOST:
        raise FieldError(
            _(
                "import_orders_many",
                default="At most ${n} orders at once, please.",
                mapping={"n": MOST},
            )
        )
    values = [(row.line, _values(row, places)) for row in rows[1:]]
    return operations.record_orders(case, number, values, is_trial)


def columns_of(head):
    """Return {what: number of its column} of the head of a table."""
    found = {}
    for at, text in enumerate(head):
        for what, names in COLUMNS.items():
            if text.strip().lower() in names:
                found.setdefault(what, at)
    return found


def _values(row, places):
    cells = {what: row.cell(at) for what, at in places.items()}
    cells["day"] = cells["day"].removesuffix(" 00:00")
    cells["reserved"] = cells.get("reserved", "").lower() in YES
    cells["kind"] = _kind(cells["kind"])
    return cells


def _kind(text):
    """Return the token of a kind that was called by its title or its token."""
    wanted = text.strip().casefold()
    for token, title in titles.order_kinds().items():
        if wanted in (token, str(getattr(title, "default", title) or title).casefold()):
            return token
    return wanted
