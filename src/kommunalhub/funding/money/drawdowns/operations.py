"""Money is asked for, received, given up, paid back; nobody else writes it into the book.

Each verb raises Wrong({field: sentence}), KeyError for an unknown number.
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
from kommunalhub.funding.money.drawdowns import rules
from kommunalhub.funding.money.drawdowns import said
from kommunalhub.funding.money.storage import book_of
from kommunalhub.funding.money.storage import ensured_book
from kommunalhub.funding.money.storage import next_number
from kommunalhub.funding.money.terms import terms_of


#: So many may an application have.
MOST = 200
MAX_COMMENT = 1000


def ask(case, number, values, read_number=read_typed):
    """Note that money was asked for, and return the row.

    values: day, amount, due (eligible payments due within two months of the payout), comment.
    """
    application = application_of(case, number)
    book = book_of(case, number)
    read = Reading(values, read_number)
    day = read.day("day", required=True, past=True)
    amount = read.amount("amount", required=True, above_zero=True)
    due = read.amount("due", required=True)
    comment = read.text("comment", MAX_COMMENT, lines=True)
    if len(book.drawdowns) >= MOST:
        read.wrong("amount", said.TOO_MANY)
    read.done()
    spent = rules.total(one.amount for one in book.payments())
    refused = rules.refusal(terms_of(case, application), book.drawn(), amount, day, spent, due)
    if refused is not None:
        raise Wrong(said.refused(refused))
    touch(case, application)
    tree = ensured_book(case, number).drawdowns
    row = {
        "number": next_number(tree),
        "asked_on": day,
        "asked": amount,
        "due": due,
        "comment": comment,
        "by": asking.userid() or "",
        "received_on": None,
        "received": None,
        "dropped": None,
    }
    tree[row["number"]] = row
    changed(case, application)
    return row


def receive(case, number, drawdown, values, read_number=read_typed):
    """Note what came for a drawdown, and return its row. values: day, amount."""
    application, row = application_of(case, number), open_row(case, number, drawdown)
    read = Reading(values, read_number)
    day = read.day("day", required=True, past=True)
    amount = read.amount("amount", required=True, above_zero=True)
    if day is not None and day < row["asked_on"]:
        read.wrong(
            "day", _("error_received_before", default="This lies before the day it was asked for.")
        )
    read.done()
    drawn = book_of(case, number).drawn()
    refused = rules.refusal_of_receipt(terms_of(case, application), drawn, drawdown, amount)
    if refused is not None:
        raise Wrong({"amount": said.too_much_came(refused)})
    return _write(case, application, row | {"received_on": day, "received": amount})


def drop(case, number, drawdown, values):
    """Note that nothing came, or will come, for a drawdown; return its row. values: comment."""
    application, row = application_of(case, number), open_row(case, number, drawdown)
    read = Reading(values)
    why = read.text("comment", MAX_COMMENT, required=True, lines=True)
    read.done()
    return _write(case, application, row | {"dropped": {"day": today(), "why": why}})


def pay_back(case, number, values, read_number=read_typed):
    """Note that money was paid back to the funder, and return the row.

    values: day, amount, interest (paid beside it), comment.
    """
    application, book = application_of(case, number), book_of(case, number)
    read = Reading(values, read_number)
    day = read.day("day", required=True, past=True)
    amount = read.amount("amount", required=True)
    interest = read.amount("interest")
    comment = read.text("comment", MAX_COMMENT, required=True, lines=True)
    if amount is not None and not amount and not interest:
        message = _("error_amount_zero", default="Please write an amount above zero.")
        read.wrong("amount", message)
    if len(book.backs) >= MOST:
        read.wrong("amount", said.TOO_MANY)
    read.done()
    held = held_on(book, day)
    if amount > held:
        raise Wrong({"amount": said.more_than_held(held)})
    touch(case, application)
    tree = ensured_book(case, number).backs
    row = {
        "number": next_number(tree),
        "day": day,
        "amount": amount,
        "interest": interest or rules.ZERO,
        "comment": comment,
        "by": asking.userid() or "",
    }
    tree[row["number"]] = row
    changed(case, application)
    return row


def held_on(book, day):
    """Return what of the money could be paid back on a day: what had come, less all that went."""
    came = rules.total(
        one.received for one in book.drawn() if one.received and one.received_on <= day
    )
    return max(came - rules.total(one.amount for one in book.paid_back()), rules.ZERO)


def open_row(case, number, drawdown):
    """Return the row of a drawdown that is open. Raises Wrong, KeyError."""
    row = book_of(case, number).drawdowns[drawdown]
    if row["received"] is not None or row["dropped"] is not None:
        raise Wrong({"day": said.DONE, "comment": said.DONE})
    return row


def _write(case, application, row):
    touch(case, application)
    ensured_book(case, application.number).drawdowns[row["number"]] = row
    changed(case, application)
    return row
