"""Where the book of a project is kept: one annotation, a tree for each kind of record.

Rows are dicts with plain values, replaced as a whole, never changed. Whoever writes counts in the
book itself: of two who write at once one is tried again and sees the other.
"""

from BTrees.IOBTree import IOBTree
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.projects.book"

MILESTONE, TASK, RISK, DECISION = KINDS = ("milestone", "task", "risk", "decision")
#: The letter before a number, and how many of a kind a project may have.
LETTERS = {MILESTONE: "M", TASK: "A", RISK: "R", DECISION: "B"}
MOST = {MILESTONE: 40, TASK: 150, RISK: 40, DECISION: 150}


class Book(Persistent):
    """See the module. writes: how often it was written to. lessons: texts by name, or None.

    change: what waits for consent, or None; changes: those that were decided on. released: the
    texts of the public page, or None. reports: {month: versions, the newest last}; reminded: the
    months that the lead was reminded of. roles: {partner: {role, does}}, see parties. left: {former
    partner: day on which it left}.
    """

    writes = 0
    lessons = change = released = None
    changes = reminded = ()
    reports = roles = left = {}

    def __init__(self):
        self.trees = {kind: IOBTree() for kind in KINDS}

    def rows(self, kind):
        """Return the rows of a kind by number."""
        return list(self.trees[kind].values())

    def row(self, kind, number):
        """Return a row, or None."""
        return self.trees[kind].get(number)

    def keep(self, kind, row):
        """Keep a row under its number, the next one where it has none; return it."""
        tree = self.trees[kind]
        if "number" not in row:
            row = {**row, "number": tree.maxKey() + 1 if tree else 1}
        tree[row["number"]] = row
        self.writes += 1
        return row


def book_of(project):
    """Return the Book of a project; an empty one, not kept, where nothing was written yet."""
    found = IAnnotations(project).get(KEY)
    return found if found is not None else Book()


def ensured_book(project):
    """Return the Book of a project, made if it is missing."""
    return ensured_on(project, KEY, Book)


def id_of(kind, number):
    """Return what people call a record: „M4“."""
    return f"{LETTERS[kind]}{number}"


def parsed(text):
    """Return (kind, number) of what people call a record; ValueError for what is none.

    >>> parsed("M4")
    ('milestone', 4)
    """
    kinds = {letter: kind for kind, letter in LETTERS.items()}
    letter, number = text[:1], text[1:]
    if letter not in kinds or not number.isdecimal() or not number.isascii() or len(number) > 6:
        raise ValueError(text)
    return kinds[letter], int(number)
