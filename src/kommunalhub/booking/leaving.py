"""What becomes of bookings when a space is deleted, or the account of a person."""

from datetime import datetime
from datetime import UTC
from kommunalhub.booking import operations
from kommunalhub.booking import tree
from kommunalhub.booking.storage import book_of
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from plone.uuid.interfaces import IUUID


BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def dissolve(space):
    """Cancel what is still to come of a space that goes, and forget its ledger."""
    portal, uid, now = site(), IUUID(space), formatting.now()
    book = book_of(portal)
    ledger = book.ledgers.get(uid) if book is not None else None
    if ledger is None:
        return
    for booking in [ledger.get(number) for number in ledger.bookings]:
        if booking.is_open and booking.end > now:
            operations.give_back(space, booking, now)
    for part in ledger.parts:
        tree.arrange(portal, part, None)
    tree.arrange(portal, uid, None)
    del book.ledgers[uid]


def forget_person(userid):
    """Give back what somebody has booked whose account goes, and forget who had the rest."""
    book = book_of(site())
    if book is None:
        return
    now = formatting.now()
    for booking in [*operations.of_person(userid, BEGINNING), *operations.waits_of(userid)]:
        space = operations.space_of(booking.space)
        if booking.is_open and booking.end > now and space is not None:
            operations.give_back(space, booking, now)
    for ledger in book.ledgers.values():
        for number, row in list(ledger.bookings.items()):
            if userid in (row["holder"], row["made_by"]):
                ledger.changes += 1
                names = {name: "" for name in ("holder", "made_by") if row[name] == userid}
                purpose = "" if row["holder"] == userid else row["purpose"]
                ledger.bookings[number] = {**row, **names, "purpose": purpose}
    if userid in book.accounts:
        del book.accounts[userid]
