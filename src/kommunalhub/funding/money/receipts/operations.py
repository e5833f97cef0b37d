"""Receipts are entered, changed and taken out, as long as no statement of use rests on them.

Each verb raises Wrong({field: sentence}), KeyError for an unknown number.
"""

from decimal import Decimal
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.money import read_typed
from kommunalhub.funding.applications.operations import touch
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.money import terms
from kommunalhub.funding.money.drawdowns.said import TOO_MANY
from kommunalhub.funding.money.storage import book_of
from kommunalhub.funding.money.storage import ensured_book
from kommunalhub.funding.money.storage import next_number


#: So many may an application have.
MOST = 2000
MOST_FILES = 10
ZERO = Decimal(0)

LOCKED = _(
    "error_receipts_locked",
    default="The statement of use is handed in: its receipts stay as they are. Take it back first.",
)


def add(case, number, values, file_ids=(), read_number=read_typed):
    """Enter a receipt, and return its row.

    values: invoice, day, paid_on, payee, what, net, gross, eligible, item. file_ids: of files in
    the case.
    """
    application = application_of(case, number)
    require_open(case, number)
    row = read_row(case, number, values, read_number)
    touch(case, application)
    tree = ensured_book(case, number).receipts
    return _write(tree, next_number(tree), row, file_ids)


def add_all(case, number, rows):
    """Enter rows that were read one by one (see importing.py)."""
    application = application_of(case, number)
    require_open(case, number)
    touch(case, application)
    tree = ensured_book(case, number).receipts
    return [_write(tree, next_number(tree), row, ()) for row in rows]


def change(case, number, receipt, values, file_ids=(), read_number=read_typed):
    """Change a receipt, and return its row; files are only added to it."""
    application = application_of(case, number)
    old = book_of(case, number).receipts[receipt]
    require_open(case, number)
    row = read_row(case, number, values, read_number, old)
    touch(case, application)
    return _write(ensured_book(case, number).receipts, receipt, row, (*old["files"], *file_ids))


def amend(case, number, receipt, values, read_number=read_typed):
    """Change what `values` names of a receipt, and return its row; all else stays as it was.

    What was claimed and no longer fits is told of at the gross, which alone was sent.
    """
    old = book_of(case, number).receipts[receipt]
    try:
        return change(case, number, receipt, old | values, (), read_number)
    except Wrong as wrong:
        kept = [name for name in ("net", "eligible") if name not in values and name in wrong.errors]
        if not kept or "gross" not in values:
            raise
        sent = {name: text for name, text in wrong.errors.items() if name not in kept}
        claimed = max(old[name] for name in kept)
        raise Wrong({"gross": below_claimed(claimed)} | sent) from wrong


def below_claimed(claimed):
    return _(
        "error_gross_below_claimed",
        default="Of this receipt ${claimed} are entered as net or as eligible already: please "
        "change these too.",
        mapping={"claimed": formatting.money(claimed)},
    )


def attach(case, number, receipt, file_ids):
    """Note which files of the case belong to a receipt, beside those it has."""
    application = application_of(case, number)
    old = book_of(case, number).receipts[receipt]
    touch(case, application)
    return _write(ensured_book(case, number).receipts, receipt, old, (*old["files"], *file_ids))


def remove(case, number, receipt):
    """Take a receipt out again; its files stay in the case."""
    application = application_of(case, number)
    if receipt not in book_of(case, number).receipts:
        raise KeyError(receipt)
    require_open(case, number)
    touch(case, application)
    del ensured_book(case, number).receipts[receipt]


def is_locked(book):
    """Return whether a statement of use rests on the receipts of a book."""
    last = book.proofs[book.proofs.maxKey()] if book.proofs else None
    return last is not None and last["kind"] != "interim" and not last["taken_back"]


def require_open(case, number):
    if is_locked(book_of(case, number)):
        raise Wrong({"invoice": LOCKED})


def read_row(case, number, values, read_number=read_typed, old=None):
    """Return a row without number, from what was typed. Raises Wrong."""
    return Reader(case, number, old).row(values, read_number)


class Reader:
    """Reads receipts of an application; what is known of it is asked once, for many of them.

    old: the row that is changed, which does not stand in its own way.
    """

    def __init__(self, case, number, old=None):
        book, planned = book_of(case, number), terms.planned_of(case)
        self.items = [item.title for item in planned]
        self.counting = {item.title for item in planned if item.eligible}
        self.known = {key_of(row) for row in book.receipts.values() if row is not old}
        self.is_full = old is None and len(book.receipts) >= MOST

    def row(self, values, read_number=read_typed):
        read = Reading(values, read_number)
        row = {
            "invoice": read.text("invoice", 100, required=True),
            "day": read.day("day", past=True),
            "paid_on": read.day("paid_on", required=True, past=True),
            "payee": read.text("payee", 200, required=True),
            "what": read.text("what", 500),
            "net": read.amount("net"),
            "gross": read.amount("gross", required=True, above_zero=True),
            "eligible": read.amount("eligible"),
            "item": read.text("item", 200),
            "by": asking.userid() or "",
        }
        if self.items and row["item"] not in self.items:
            message = _("error_receipt_item", default="Please choose an item of the plan.")
            read.wrong("item", message)
        if self.is_full:
            read.wrong("invoice", TOO_MANY)
        if key_of(row) in self.known:
            message = _(
                "error_receipt_known", default="This receipt of this payee is entered already."
            )
            read.wrong("invoice", message)
        if row["gross"] is not None:
            for name in ("net", "eligible"):
                if row[name] is not None and row[name] > row["gross"]:
                    message = _("error_above_gross", default="This is more than was paid in all.")
                    read.wrong(name, message)
        read.done()
        if row["eligible"] is None:
            counts = not self.items or row["item"] in self.counting
            row["eligible"] = row["gross"] if counts else ZERO
        return row


def key_of(row):
    """Return what makes two receipts the same one."""
    return formatting.sort_key(row["invoice"]), formatting.sort_key(row["payee"])


def _write(tree, number, row, file_ids):
    row = row | {"number": number, "files": tuple(dict.fromkeys(file_ids))[:MOST_FILES]}
    tree[number] = row
    return row
