"""Where bookings are kept: one ledger for each space, one account for each holder.

Two transactions that book the same space, one of its parts or what it is part of, write the same
ledger, and one of them is tried again. A BTree alone would merge both, as docs/decisions/booking.md
shows; so whoever books writes `changes` of every ledger and account that the decision depends on.
Only `writing.write` changes anything here, and `tree.arrange` what is part of what.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
from kommunalhub.booking.bookings import Booking
from kommunalhub.booking.bookings import Claim
from kommunalhub.booking.bookings import seconds
from kommunalhub.booking.rules import Span
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.booking"
DAY = 86_400
FOREVER = 2**62


class Ledger(Persistent):
    """What holds one space when; `days` makes a look at a month independent of all other months."""

    changes = 0
    #: Seconds: whose the bookings were that ended earlier is forgotten.
    forgotten = 0
    #: UID of what the space is part of, and of its parts.
    parent = None
    parts = ()
    #: Ids of those of its bookings that wait, or have an offer; made for the first who does.
    queue = None

    def __init__(self):
        self.bookings = OOBTree()  # id: fields of a Booking
        self.days = IOBTree()  # day of the epoch, in UTC: Claims that touch it, own and related

    def get(self, number):
        """Return the Booking with this id; raises KeyError."""
        return Booking(**self.bookings[number])

    def claims(self, span):
        """Return the Claims that overlap a Span, in order."""
        first, last = seconds(span.start), seconds(span.end)
        found = {
            claim
            for claims in self.days.values(first // DAY, (last - 1) // DAY)
            for claim in claims
            if claim[0] < last and first < claim[1]
        }
        return sorted(Claim(*claim) for claim in found)

    def queued(self):
        """Return the Bookings that wait or have an offer, in the order of their arrival."""
        return sorted(map(self.get, self.queue or ()), key=lambda one: (one.number, one.id))

    def follow(self, booking):
        """Keep a booking in the queue as long as it waits or has an offer."""
        if booking.is_queued:
            if self.queue is None:
                self.queue = OOTreeSet()
            self.queue.insert(booking.id)
        elif self.queue is not None and booking.id in self.queue:
            self.queue.remove(booking.id)

    def enter(self, claim):
        for day in days_of(claim):
            self.days[day] = (*self.days.get(day, ()), tuple(claim))

    def leave(self, claim):
        for day in days_of(claim):
            left = tuple(kept for kept in self.days.get(day, ()) if kept != tuple(claim))
            if left:
                self.days[day] = left
            else:
                self.days.pop(day, None)


class Account(Persistent):
    """What one holder has booked: counted by quotas, listed as one's own."""

    changes = 0
    #: (UID of the space, id) of what the holder waits for; made for the first of it.
    waiting = None

    def __init__(self):
        self.entries = OOTreeSet()  # (end, start, UID of the space, kind of the space, id), seconds

    def ending_after(self, moment):
        """Return (UID of the space, id) of what ends later, by its end."""
        return [(entry[2], entry[4]) for entry in self.entries.keys((seconds(moment) + 1,))]

    def wait(self, space, number, waits):
        """Note that the holder waits for something, or does not any more."""
        if waits:
            if self.waiting is None:
                self.waiting = OOTreeSet()
            self.waiting.insert((space, number))
        elif self.waiting is not None and (space, number) in self.waiting:
            self.waiting.remove((space, number))

    def spans(self, kind, since, without=""):
        """Return the Spans booked of one kind of space that end after a moment, but for one id."""
        return [
            Span(moment_of(entry[1]), moment_of(entry[0]))
            for entry in self.entries.keys((seconds(since) + 1,))
            if entry[3] == kind and entry[4] != without
        ]


class Book(Persistent):
    """All ledgers, by the UID of their space, and all accounts."""

    def __init__(self):
        self.ledgers = OOBTree()
        self.accounts = OOBTree()

    def ledger(self, space):
        """Return the Ledger of a space by its UID, made for the first who writes."""
        if space not in self.ledgers:
            self.ledgers[space] = Ledger()
        return self.ledgers[space]

    def account(self, holder):
        if holder not in self.accounts:
            self.accounts[holder] = Account()
        return self.accounts[holder]

    def related(self, space):
        """Return the UIDs of a space, of all it is part of and of all its parts, itself first."""
        found, up = [space], self._of(space, "parent")
        while up and up not in found:
            found.append(up)
            up = self._of(up, "parent")
        todo = list(self._of(space, "parts") or ())
        while todo:
            part = todo.pop()
            if part not in found:
                found.append(part)
                todo += self._of(part, "parts") or ()
        return found

    def _of(self, space, name):
        ledger = self.ledgers.get(space)
        return getattr(ledger, name) if ledger is not None else None


def days_of(claim):
    return range(claim[0] // DAY, (claim[1] - 1) // DAY + 1)


def moment_of(number):
    return datetime.fromtimestamp(number, UTC)


def row_of(booking):
    return asdict(booking)


def book_of(portal):
    """Return the Book of a site, or None while nothing has been booked."""
    return IAnnotations(portal).get(KEY)


def state_of(portal):
    """Return a tuple of texts that changes whenever anything is booked or given back."""
    book = book_of(portal)
    ledgers = book.ledgers.items() if book is not None else ()
    # A serial comes never again, also where a database is put back; a number of changes would.
    return tuple(f"{space}.{ledger.changes}.{ledger._p_serial.hex()}" for space, ledger in ledgers)


def ensured_book_of(portal):
    return ensured_on(portal, KEY, Book)
