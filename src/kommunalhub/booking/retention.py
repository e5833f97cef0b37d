"""How long it is known who has booked: months after a booking ended, names and purposes go."""

from kommunalhub.booking import rules
from kommunalhub.booking.bookings import seconds
from kommunalhub.booking.storage import book_of
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.tools import site


MONTHS = "kommunalhub.booking_retention_months"
#: What of a booking leads to a person.
PERSONAL = ("holder", "made_by", "purpose", "source", "series")


def retention_months():
    """Return after how many months after its end nobody knows whose a booking was."""
    return registry.read(MONTHS) or 12


def limit_of(now):
    """Return the moment before which bookings have ended that are to be forgotten."""
    return rules.local_moment(
        rules.months_before(formatting.to_local(now).date(), retention_months()), 0
    )


def due(now):
    """Return the UIDs of the spaces of whose bookings something may have to be forgotten."""
    book, limit = book_of(site()), seconds(limit_of(now))
    ledgers = book.ledgers.items() if book is not None else ()
    return [uid for uid, ledger in ledgers if ledger.forgotten < limit]


def forget(uid, now):
    """Forget who had bookings of a space that ended long ago; that it was taken stays known.

    What was given back or never became anything goes, but for what is still owed for it.
    """
    book, limit = book_of(site()), limit_of(now)
    ledger = book.ledgers.get(uid) if book is not None else None
    if ledger is None or ledger.forgotten >= seconds(limit):
        return
    holders = set()
    for number in list(ledger.bookings):
        booking = ledger.get(number)
        if booking.end >= limit:
            continue
        holders.add(booking.holder)
        if not booking.is_confirmed and not booking.price:
            del ledger.bookings[number]
        elif any(getattr(booking, name) for name in PERSONAL):
            ledger.bookings[number] = {
                **ledger.bookings[number],
                **dict.fromkeys(PERSONAL, ""),
            }
    for holder in filter(None, holders):
        account = book.accounts.get(holder)
        ended = account.entries.keys(None, (seconds(limit),)) if account is not None else ()
        for entry in [entry for entry in ended if entry[2] == uid]:
            account.entries.remove(entry)
    ledger.forgotten = seconds(limit)
    ledger.changes += 1
