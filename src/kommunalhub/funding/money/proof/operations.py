"""The statement of use is handed in, taken back, and answered by the funder.

What is handed in keeps its figures, whatever is entered later. Each verb raises Wrong({field:
sentence}), KeyError for an unknown number.
"""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.money import read_typed
from kommunalhub.funding.applications.operations import changed
from kommunalhub.funding.applications.operations import touch
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.drawdowns.said import TOO_MANY
from kommunalhub.funding.money.proof.figures import figures_of
from kommunalhub.funding.money.storage import book_of
from kommunalhub.funding.money.storage import ensured_book
from kommunalhub.funding.money.storage import next_number
from kommunalhub.funding.money.terms import terms_of


#: Simple: without the list of receipts; interim: while the project goes on.
KINDS = ("simple", "regular", "interim")
ACCEPTED, CUT, REPAY = RESULTS = ("accepted", "cut", "repay")
MAX_REPORT = 30000
MAX_COMMENT = 2000
MOST = 50


def submit(case, number, values, read_number=read_typed):
    """Hand the statement of use in with the figures of now, and return its row.

    values: kind, day, report (Sachbericht), third (what came from others), reason (why the plan
    was not kept), confirmed.
    """
    application, book = application_of(case, number), book_of(case, number)
    read = Reading(values, read_number)
    kind = read.choice("kind", KINDS)
    day = read.day("day", required=True, past=True)
    report = read.text("report", MAX_REPORT, required=True, lines=True)
    third = read.amount("third")
    reason = read.text("reason", MAX_COMMENT, lines=True)
    if not read.flag("confirmed"):
        message = _(
            "error_proof_confirmed",
            default="Please confirm that the figures agree with the books and the receipts.",
        )
        read.wrong("confirmed", message)
    if not terms_of(case, application).grant:
        message = _(
            "error_proof_no_grant",
            default="Nothing is granted: there is no use to be stated.",
        )
        read.wrong("kind", message)
    elif not book.receipts and kind != "interim":
        message = _(
            "error_proof_no_receipts",
            default="No payment is entered yet: please enter the receipts first.",
        )
        read.wrong("kind", message)
    if open_proof(book) is not None and kind != "interim":
        message = _(
            "error_proof_twice", default="A statement of use is handed in and not answered yet."
        )
        read.wrong("kind", message)
    elif settled(book):
        read.wrong("kind", _("error_proof_accepted", default="The statement of use is accepted."))
    if len(book.proofs) >= MOST:
        read.wrong("kind", TOO_MANY)
    if third is None:
        third = terms_of(case, application).third
    found = figures_of(Account(case, application), third)
    if found["needs_agreement"] and kind != "interim" and not reason:
        message = _(
            "error_proof_reason",
            default="The plan was exceeded by more than is allowed: please write why, and whether "
            "the funder agreed.",
        )
        read.wrong("reason", message)
    read.done()
    touch(case, application)
    tree = ensured_book(case, number).proofs
    row = {
        "number": next_number(tree),
        "kind": kind,
        "day": day,
        "report": report,
        "reason": reason,
        "figures": found,
        "by": asking.userid() or "",
        "result": None,
        "taken_back": None,
    }
    tree[row["number"]] = row
    changed(case, application)
    return row


def take_back(case, number, proof, values):
    """Take a statement back that was not answered yet. values: comment."""
    application, row = application_of(case, number), unanswered(case, number, proof)
    read = Reading(values)
    why = read.text("comment", MAX_COMMENT, required=True, lines=True)
    read.done()
    return _write(case, application, row | {"taken_back": {"day": today(), "why": why}})


def record_result(case, number, proof, values, read_number=read_typed):
    """Note what the funder answered, and return the row of the statement.

    values: state (accepted, cut, repay), day, amount (the grant that remains), repay, interest,
    due (until when), comment.
    """
    application, row = application_of(case, number), unanswered(case, number, proof)
    read = Reading(values, read_number)
    state = read.choice("state", RESULTS)
    day = read.day("day", required=True, past=True)
    amount = read.amount("amount", required=state == CUT)
    repay = read.amount("repay", required=state == REPAY, above_zero=state == REPAY)
    interest, due = read.amount("interest"), read.day("due")
    comment = read.text("comment", MAX_COMMENT, required=state != ACCEPTED, lines=True)
    account = Account(case, application)
    if day is not None and day < row["day"]:
        message = _("error_result_before", default="This lies before the day it was handed in.")
        read.wrong("day", message)
    if amount is not None and amount > account.terms.grant:
        message = _("error_result_above", default="This is more than was granted.")
        read.wrong("amount", message)
    if repay is not None and repay > account.received:
        message = _("error_repay_above", default="This is more than you received.")
        read.wrong("repay", message)
    if state == ACCEPTED and repay:
        message = _(
            "error_repay_accepted",
            default="If something has to be paid back, please choose that as the result.",
        )
        read.wrong("repay", message)
    read.done()
    if amount is None:
        amount = account.received - (repay or 0) if state == REPAY else row["figures"]["result"]
    result = {
        "state": state,
        "day": day,
        "amount": amount,
        "repay": repay or account.received * 0,
        "interest": interest or account.received * 0,
        "due": due,
        "comment": comment,
        "by": asking.userid() or "",
    }
    return _write(case, application, row | {"result": result})


def unanswered(case, number, proof):
    """Return the row of a statement that nobody answered. Raises Wrong, KeyError."""
    row = book_of(case, number).proofs[proof]
    if row["result"] is not None or row["taken_back"] is not None:
        message = _("error_proof_done", default="This statement is answered or taken back already.")
        raise Wrong({"state": message, "comment": message})
    return row


def open_proof(book):
    """Return the row of the statement that waits for the funder's answer, or None."""
    return _last(book, lambda row: row["result"] is None)


def answered_proof(book):
    """Return the row of the newest statement that the funder answered, or None."""
    return _last(book, lambda row: row["result"] is not None)


def settled(book):
    """Return whether nothing is left to do: it was accepted, and what had to be is paid back."""
    row = answered_proof(book)
    return row is not None and not owed(book, row)


def owed(book, row):
    """Return what of a result is not paid back yet; interest is paid beside it."""
    back = sum((one["amount"] for one in book.backs.values() if one["day"] >= row["day"]), 0)
    return max(row["result"]["repay"] - back, 0)


def _last(book, wanted):
    found = [
        row
        for row in book.proofs.values()
        if row["kind"] != "interim" and row["taken_back"] is None and wanted(row)
    ]
    return found[-1] if found else None


def _write(case, application, row):
    touch(case, application)
    ensured_book(case, application.number).proofs[row["number"]] = row
    changed(case, application)
    return row
