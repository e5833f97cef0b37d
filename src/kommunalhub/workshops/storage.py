"""Where registrations are kept: a book for each workshop, beside the site's content.

Whoever changes a book writes the book itself (`changes`), not only its trees: of two who register
at once one is tried again and sees the other. A tree alone would take both (conflict resolution).
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from dataclasses import fields
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from kommunalhub.workshops import rules
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.workshops"
NOTHING, NEEDS, PEOPLE = 0, 1, 2
_FIELDS = tuple(one.name for one in fields(rules.Registration))


class Book(Persistent):
    """The registrations of one workshop: {number: plain values}, numbers as they arrived.

    people: {key of a person: number of their active registration}. held, offered, waiting: how
    many there are, so that lists need not count. due: when offers or quotas end next, or None.
    """

    changes = 0
    last = 0
    held = offered = waiting = 0
    due = None
    #: {id of a question: its words when it was last answered}; replaced, never changed.
    asked: dict[str, str] = {}
    #: How much of the people was forgotten: nothing, what they need, who they are.
    forgotten = NOTHING

    def __init__(self):
        self.entries = IOBTree()
        self.people = OOBTree()

    def all(self):
        """Return all Registrations, in the order of their arrival."""
        return [_of_row(row) for row in self.entries.values()]

    def get(self, number):
        """Return a Registration; raises KeyError."""
        return _of_row(self.entries[number])

    def of(self, *keys):
        """Return the active Registration of who is known by one of these keys, or None."""
        for key in keys:
            number = self.people.get(key)
            if number is not None:
                return self.get(number)
        return None

    def next_number(self):
        self.last += 1
        return self.last

    def put(self, one):
        """Keep a registration, new or changed."""
        self.changes += 1
        before = self.get(one.number).keys if one.number in self.entries else ()
        for key in before:
            if self.people.get(key) == one.number:
                del self.people[key]
        self.entries[one.number] = tuple(getattr(one, name) for name in _FIELDS)
        if one.state in rules.ACTIVE:
            for key in one.keys:
                self.people[key] = one.number

    def forget(self, change):
        """Replace each registration by what `change` leaves of it, and the keys of people."""
        for one in self.all():
            self.put(change(one))

    def count(self, terms, now):
        """Write down how many there are, and when to look again."""
        found = self.all()
        states = [one.state for one in found]
        self.held = states.count(rules.REGISTERED)
        self.offered = states.count(rules.OFFERED)
        self.waiting = states.count(rules.WAITING)
        self.due = rules.next_change(found, terms, now)


def _of_row(row):
    return rules.Registration(**dict(zip(_FIELDS, row, strict=False)))


class Books(Persistent):
    """books: {uid of a workshop: Book}."""

    def __init__(self):
        self.books = OOBTree()


def books_of(portal):
    """Return {uid: Book} of the site, empty where nobody has registered for anything."""
    kept = IAnnotations(portal).get(KEY)
    return kept.books if kept is not None else {}


def book_of(workshop):
    """Return the Book of a workshop, an empty one where nobody has registered yet."""
    found = books_of(site()).get(workshop.UID())
    return found if found is not None else Book()


def ensured_books(portal):
    """Return the Books of the site, made if they are missing."""
    return ensured_on(portal, KEY, Books)


def ensured_book(portal, uid):
    """Return the Book of a workshop, made if it is missing."""
    return ensured_in(ensured_books(portal).books, uid, Book)


def forget(portal, uid):
    """Let the book of a workshop that is gone go too."""
    books = books_of(portal)
    if uid in books:
        del books[uid]
