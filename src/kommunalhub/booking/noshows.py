"""Who did not come, counted for a limited time and for the hub management alone.

A booking that nobody came for is marked when its place is given back; the marks are taken off by
`tick` after the days that are set, and with them what is counted here.
"""

from BTrees.OOBTree import OOTreeSet
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunalhub.booking.bookings import seconds
from kommunalhub.booking.storage import book_of
from kommunalhub.booking.storage import moment_of
from kommunalhub.core import registry
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.booking.missed"
RECORD = "kommunalhub.no_show_days"
DAYS, LEAST, MOST = 90, 7, 365
#: How many a person has to have missed to be named at all: once is nobody's business.
NAMED = 2


@dataclass(frozen=True)
class Absences:
    """Bookings that one person did not come for: how many in the time that is counted, the last."""

    person: str
    count: int
    last: datetime


def days_kept():
    """Return for how many days it is counted."""
    return registry.read(RECORD, DAYS) or DAYS


def kept():
    """Return the OOTreeSet of (end in seconds, UID of the space, id), or None."""
    return IAnnotations(site()).get(KEY)


def note(event):
    """Note, in the transaction that gives it back, a booking that nobody came for."""
    new = event.new
    if not new.missed:
        return
    ensured_on(site(), KEY, OOTreeSet).insert((seconds(new.end), new.space, new.id))


def marked(until=None):
    """Return [(UID of the space, id, end)] of what is marked; until: what ended before it."""
    entries, limit = kept() or (), seconds(until) if until is not None else None
    return [
        (space, number, moment_of(end))
        for end, space, number in entries
        if limit is None or end < limit
    ]


def absences():
    """Return the Absences of people who missed several, by nothing but their ids."""
    book, found = book_of(site()), defaultdict(list)
    for space, number, end in marked():
        row = book.ledgers[space].bookings.get(number) if space in book.ledgers else None
        if row is not None and row["holder"]:
            found[row["holder"]].append(end)
    return [
        Absences(person, len(ends), max(ends))
        for person, ends in sorted(found.items())
        if len(ends) >= NAMED
    ]


def total():
    """Return how many bookings nobody came for, and in how many spaces."""
    entries = marked()
    return len(entries), len({space for space, _number, _end in entries})


def expired(now):
    """Return what is marked longer than it is counted."""
    return marked(now - timedelta(days=days_kept()))


def forget(now):
    """Take off all marks that are older than they are counted."""
    book = book_of(site())
    for space, number, end in expired(now):
        kept().remove((seconds(end), space, number))
        ledger = book.ledgers.get(space)
        row = ledger.bookings.get(number) if ledger is not None else None
        if row is not None:
            ledger.changes += 1
            ledger.bookings[number] = {**row, "missed": False}
