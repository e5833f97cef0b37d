"""Where substitutions are kept: one book per site, made with the first of them."""

from Acquisition import aq_base
from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import asdict
from datetime import timedelta
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.partners.substitution.rules import Substitution
from persistent import Persistent


KEY = "kommunalhub.partners.substitutions"
KEPT = timedelta(days=400)
BEGINS, ENDS, FORGET = "begins", "ends", "forget"
FOREVER = 2**62


def seconds(moment):
    return int(moment.timestamp())


class Book(Persistent):
    """{id: row}, with indexes that never meet what has ended.

    Each change writes `changes`, so that two people who name somebody at once conflict and one of
    them is checked again: BTrees alone would merge two substitutions of the same week.
    """

    last = 0
    changes = 0

    def __init__(self):
        self.rows = IOBTree()  # id: fields of a Substitution
        self.by_substitute = OOTreeSet()  # (user id, end in seconds, id)
        self.by_absent = OOTreeSet()
        self.pending = OOTreeSet()  # (seconds, id, what): what is to be told, or forgotten, when

    def __getitem__(self, number):
        """Return a Substitution; raises KeyError."""
        return Substitution(**self.rows[number], id=number)

    def __iter__(self):
        return (self[number] for number in self.rows)

    def substituted_by(self, userid, now):
        """Return those in which the person stands in for others and that are not over."""
        return self._found(self.by_substitute, userid, seconds(now) + 1)

    def absences_of(self, userid, now):
        """Return those in which the person is away and that are not over."""
        return self._found(self.by_absent, userid, seconds(now) + 1)

    def of_person(self, userid):
        """Return all in which the person has a part, also those that are over."""
        return [
            one
            for index in (self.by_substitute, self.by_absent)
            for one in self._found(index, userid, -FOREVER)
        ]

    def running(self, now):
        """Return all that are not over."""
        least = seconds(now) + 1
        return [self[key[2]] for key in self.by_absent if key[1] >= least]

    def acting(self, now):
        """Return the ids of those who stand in for somebody now."""
        return {one.substitute for one in self.running(now) if one.is_active(now)}

    def _found(self, index, userid, least):
        return [self[key[2]] for key in index.keys((userid, least, 0), (userid, FOREVER, 0))]

    def add(self, substitution, begun):
        """Keep a substitution and return it with its id. begun: its beginning needs no telling."""
        self.last += 1
        row = asdict(substitution)
        del row["id"]
        self.rows[self.last] = row
        kept = self[self.last]
        self._enter(kept)
        if not begun:
            self.pending.insert((seconds(kept.start), kept.id, BEGINS))
        return kept

    def end(self, number, moment):
        """Let a substitution end at another moment, told by the caller; return it."""
        self._leave(self[number])
        self.rows[number] = {**self.rows[number], "end": moment}
        kept = self[number]
        self._enter(kept)
        self.done((seconds(kept.end), kept.id, ENDS))
        return kept

    def remove(self, number):
        self._leave(self[number])
        del self.rows[number]

    def due(self, now):
        """Return what is to be told or forgotten by `now`, oldest first."""
        return list(self.pending.keys(None, (seconds(now), FOREVER, "")))

    def done(self, key):
        self.changes += 1
        if key in self.pending:
            self.pending.remove(key)

    def _enter(self, one):
        self.changes += 1
        self.by_substitute.insert((one.substitute, seconds(one.end), one.id))
        self.by_absent.insert((one.absent, seconds(one.end), one.id))
        self.pending.insert((seconds(one.end), one.id, ENDS))
        self.pending.insert((seconds(one.end + KEPT), one.id, FORGET))

    def _leave(self, one):
        self.changes += 1
        self.by_substitute.remove((one.substitute, seconds(one.end), one.id))
        self.by_absent.remove((one.absent, seconds(one.end), one.id))
        for moment, what in ((one.start, BEGINS), (one.end, ENDS), (one.end + KEPT, FORGET)):
            self.done((seconds(moment), one.id, what))


def book_of(portal):
    """Return the Book of a site, or None while nobody has been named."""
    # asked for at every check of rights: IAnnotations is as much work as the rest of the question
    return (getattr(aq_base(portal), "__annotations__", None) or {}).get(KEY)


def ensured_book_of(portal):
    return ensured_on(portal, KEY, Book)
