"""What a journal says in numbers: pure, no Plone and no "now" here.

A month is a text, "2026-11", in Europe/Berlin. Time is counted in working days.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from kommunalhub.approvals.clock.rules import AFTER
from kommunalhub.approvals.clock.rules import today as day_of
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.lib.workdays import workdays_between


# What is counted: cases that came (were handed in, or opened again), came to an end, went back to
# being a draft, became overdue, and left a state.
CAME, DONE, BACK, OVERDUE, LEFT = ("came", "done", "back", "overdue", "left")


@dataclass(frozen=True)
class Count:
    """One thing that happened to a case. state, days: of LEFT alone, which state and how long."""

    month: str
    what: str
    state: str = ""
    days: int = 0


@dataclass(frozen=True)
class Cell:
    """Where a Count belongs: the key of the ledger."""

    month: str
    portal_type: str
    partner: str
    what: str
    state: str = ""

    def key(self):
        return (self.month, self.portal_type, self.partner, self.what, self.state)


@dataclass(frozen=True)
class Times:
    """How long cases stayed in a state: how many left it; median and mean in working days."""

    count: int
    median: float
    mean: float


def month_of(day):
    return f"{day.year:04}-{day.month:02}"


def months_back(day, number):
    """Return the last `number` months up to that of a day, oldest first.

    >>> from datetime import date
    >>> months_back(date(2026, 2, 3), 3)
    ('2025-12', '2026-01', '2026-02')
    """
    at = day.year * 12 + day.month - 1
    months = range(at - number + 1, at + 1)
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in months)


def counts_of(entries, first, ends, closed=NONE_CLOSED):
    """Return the Counts of one case, in order.

    entries: of its journal, oldest first. first: the state of a draft; ends: states in which
    nobody has to do anything any more; closed: days on which the office is closed.
    """
    counts, state, since = [], first, None
    for entry in entries:
        day = day_of(datetime.fromisoformat(entry["when"]))
        if entry["kind"] == "reminder" and entry["action"] == AFTER:
            counts.append(Count(month_of(day), OVERDUE))
        if entry["kind"] == "created":
            state, since = entry["to"] or first, day
        if entry["kind"] != "transition" or entry["to"] == state:
            continue
        if since is not None:
            days = max(workdays_between(since, day, closed), 0)
            counts.append(Count(month_of(day), LEFT, state, days))
        what = moved(state, entry["to"], first, ends)
        if what is not None:
            counts.append(Count(month_of(day), what))
        state, since = entry["to"], day
    return tuple(counts)


def moved(old, new, first, ends):
    """Return CAME, DONE or BACK, or None where a case stays open, or closed.

    >>> moved("draft", "asked", "draft", {"over"}), moved("asked", "over", "draft", {"over"})
    ('came', 'done')
    """
    was_open = old != first and old not in ends
    is_open = new != first and new not in ends
    if is_open == was_open:
        return None
    if is_open:
        return CAME
    return BACK if new == first else DONE


def still_open(counts):
    """Return whether a case is open after these Counts."""
    found = Counter(count.what for count in counts)
    return found[CAME] > found[DONE] + found[BACK]


def times_of(histogram):
    """Return the Times of {working days: how many}, None for an empty one.

    >>> times_of({1: 2, 4: 1})
    Times(count=3, median=1, mean=2.0)
    """
    count = sum(histogram.values())
    if not count:
        return None
    total = sum(days * number for days, number in histogram.items())
    low, high = (nth(histogram, n) for n in ((count - 1) // 2, count // 2))
    median = low if low == high else (low + high) / 2
    return Times(count, median, total / count)


def nth(histogram, index):
    """Return the value at an index of what a histogram stands for, in order."""
    for days in sorted(histogram):
        index -= histogram[days]
        if index < 0:
            return days
    raise IndexError(index)


def flow(cells, months):
    """Return [{month, came, done, overdue, open}] for some months; open: at its end.

    cells: (Cell, {days: how many}) pairs, those before the months too.
    """
    found = {month: Counter() for month in months}
    before = 0
    for cell, histogram in cells:
        number = sum(histogram.values())
        if cell.month in found:
            found[cell.month][cell.what] += number
        elif months and cell.month < months[0]:
            before += {CAME: number, DONE: -number, BACK: -number}.get(cell.what, 0)
    rows = []
    for month in months:
        counted = found[month]
        before += counted[CAME] - counted[DONE] - counted[BACK]
        rows.append(
            {
                "month": month,
                "came": counted[CAME],
                "done": counted[DONE],
                "overdue": counted[OVERDUE],
                "open": max(before, 0),
            }
        )
    return rows


def stays(cells, months, by=lambda cell: ()):
    """Return {(portal type, state, *by(cell)): {days: how many}} of what left a state."""
    found = {}
    for cell, histogram in cells:
        if cell.what == LEFT and cell.month in months:
            key = (cell.portal_type, cell.state, *by(cell))
            found.setdefault(key, Counter()).update(histogram)
    return found
