"""What was bought with a grant is listed, and leaves the list only with a reason.

Each verb raises Wrong({field: sentence}), KeyError for an unknown number.
"""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.money import read_typed
from kommunalhub.funding.applications import rules as applications
from kommunalhub.funding.applications.operations import touch
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.money.drawdowns.said import TOO_MANY
from kommunalhub.funding.money.inventory import rules
from kommunalhub.funding.money.storage import book_of
from kommunalhub.funding.money.storage import ensured_book
from kommunalhub.funding.money.storage import next_number
from kommunalhub.funding.money.storage import thing_of


#: So many may an application have.
MOST = 1000
MAX_COMMENT = 1000


def add(case, number, values, read_number=read_typed):
    """List something, and return its row.

    values: title, inventory_number, bought_on, price (net), place, until (else by the notice).
    """
    application, book = application_of(case, number), book_of(case, number)
    read = Reading(values, read_number)
    row = _read(read, application)
    if len(book.things) >= MOST:
        read.wrong("title", TOO_MANY)
    _check_number(read, book, row, None)
    read.done()
    touch(case, application)
    tree = ensured_book(case, number).things
    row |= {"number": next_number(tree), "disposed": None}
    tree[row["number"]] = row
    return row


def change(case, number, thing, values, read_number=read_typed):
    """Change what is listed of something, and return its row."""
    application, book = application_of(case, number), book_of(case, number)
    old = book.things[thing]
    read = Reading(values, read_number)
    row = _read(read, application)
    _check_number(read, book, row, old)
    read.done()
    return _write(case, application, old | row)


def dispose(case, number, thing, values):
    """Note that something is gone: sold, broken, thrown away; return its row.

    values: day, comment; anyway: although it still had to serve its purpose.
    """
    application, row = application_of(case, number), book_of(case, number).things[thing]
    read = Reading(values)
    day = read.day("day", required=True, past=True)
    why = read.text("comment", MAX_COMMENT, required=True, lines=True)
    if row["disposed"] is not None:
        message = _("error_thing_gone", default="This is noted already.")
        read.wrong("day", message)
    if day is not None and day < row["bought_on"]:
        message = _("error_disposed_before", default="This lies before the day it was bought.")
        read.wrong("day", message)
    early = day is not None and rules.is_early(thing_of(row), day)
    if early and not read.flag("anyway"):
        read.wrong("anyway", early_sentence(row))
    read.done()
    gone = {"day": day, "why": why, "early": early, "by": asking.userid() or ""}
    return _write(case, application, row | {"disposed": gone})


def early_sentence(row):
    """Return what getting rid of something before its time means."""
    if row["until"] is None:
        return _(
            "thing_disposed_unknown",
            default="Until when it is earmarked is not known. Getting rid of it too early can cost "
            "the grant: please ask the funder first. If that is done, tick this.",
        )
    return _(
        "thing_disposed_early",
        default="It is earmarked until ${day}. Getting rid of it before can cost the grant: please "
        "ask the funder first. If that is done, tick this.",
        mapping={"day": formatting.day(row["until"])},
    )


def until_by_notice(application, bought_on):
    """Return until when the newest notice in force keeps something earmarked, or None."""
    for notice in reversed(applications.in_force(application.notices)):
        if notice.get("earmark_years") is not None:
            begin = notice.get("earmark_from") or bought_on
            return rules.years_after(begin, notice["earmark_years"]) if begin else None
    return None


def _read(read, application):
    row = {
        "title": read.text("title", 200, required=True),
        "inventory_number": read.text("inventory_number", 50),
        "bought_on": read.day("bought_on", required=True, past=True),
        "price": read.amount("price", required=True),
        "place": read.text("place", 200, required=True),
        "until": read.day("until"),
    }
    if row["until"] is None:
        row["until"] = until_by_notice(application, row["bought_on"])
    elif row["bought_on"] is not None and row["until"] < row["bought_on"]:
        message = _("error_disposed_before", default="This lies before the day it was bought.")
        read.wrong("until", message)
    return row


def _check_number(read, book, row, old):
    if not row["inventory_number"]:
        return
    key = formatting.sort_key(row["inventory_number"])
    taken = (one for one in book.things.values() if one is not old)
    if any(formatting.sort_key(one["inventory_number"]) == key for one in taken):
        message = _("error_inventory_number", default="This number is given already.")
        read.wrong("inventory_number", message)


def _write(case, application, row):
    touch(case, application)
    ensured_book(case, application.number).things[row["number"]] = row
    return row
