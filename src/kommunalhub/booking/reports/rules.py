"""How full spaces were, as pure functions over who used what when; nobody is told alone."""

from collections import defaultdict
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class Use:
    """So many minutes of one local day that a booking took, within the opening hours.

    person: who used it, "" for somebody unknown by now, who counts as one of many.
    """

    booking: str
    space: str
    partner: str
    applicant: str
    person: str
    day: object
    minutes: int


@dataclass(frozen=True)
class Row:
    """One line of a table; is_told: whether enough people stand behind it.

    open: how many minutes there were to book, None where that says nothing.
    """

    key: object
    bookings: int = 0
    minutes: int = 0
    open: int | None = None
    people: int = 0
    is_told: bool = True

    @property
    def share(self):
        """Return percent of the time there was, or None."""
        return round(100 * self.minutes / self.open) if self.open else None


def rows(uses, keys, by, least, opened=None):
    """Return a Row for each of `keys`, in their order; nobody can be told from one.

    by: what of a Use is its key. opened: {key: minutes there were to book}. least: people that a
    line needs to be told. Where one line alone is held back, the sum would tell it: the next
    smallest goes with it.
    """
    minutes, numbers, people = defaultdict(int), defaultdict(set), defaultdict(set)
    for use in uses:
        key = by(use)
        minutes[key] += use.minutes
        numbers[key].add(use.booking)
        people[key].add(use.person or use.booking)
    found = [
        Row(
            key,
            len(numbers[key]),
            minutes[key],
            None if opened is None else opened.get(key, 0),
            len(people[key]),
        )
        for key in keys
    ]
    return held_back(found, least)


def held_back(found, least):
    """Return Rows, those with too few people marked, and one more where it would be told apart."""
    few = {row.key for row in found if 0 < row.people < least}
    others = [row for row in found if row.key not in few and row.people]
    if len(few) == 1 and others:
        few.add(min(others, key=lambda row: row.minutes).key)
    return [replace(row, is_told=row.key not in few) for row in found]


def total(uses, least, opened):
    """Return the Row of all uses."""
    return rows(uses, [None], lambda use: None, least, {None: opened})[0]
