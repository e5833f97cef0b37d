"""How much De-minimis aid an undertaking may still be granted, as pure functions.

Amounts are `Decimal` EUR, the gross grant equivalent; the day of an aid is the day on which the
claim to it arose, not that of the payment: Regulation (EU) 2023/2831, Art. 3 (3) and (6).

>>> general = Figure("general", date(2024, 1, 1), None, Decimal(300000))
>>> had = [Aid(1, 1, date(2024, 5, 2), Decimal(250000), "general")]
>>> asked = Aid(2, 1, date(2026, 11, 29), Decimal("50000.01"), "general")
>>> judge(asked, had, [general]).free
Decimal('50000')
>>> judge(asked, had, [general]).allowed
False
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal
from kommunalhub.lib.workdays import add_workdays


#: Whole calendar years that are looked back from each new grant: Art. 3 (2) and recital 11.
YEARS = 3
ZERO = Decimal(0)


@dataclass(frozen=True)
class Figure:
    """The ceiling of a regulation from a day on, with its source.

    counts: regulations whose aid counts towards this ceiling, besides its own.
    report_days: working days in which an aid must be in the central register, None without one.
    """

    regulation: str
    since: date
    until: date | None
    ceiling: Decimal
    counts: frozenset = frozenset()
    report_days: int | None = None
    source: str = ""


@dataclass(frozen=True)
class Aid:
    """One aid: its number, the number of the undertaking, the day of the claim, the amount."""

    number: int
    undertaking: int
    day: date
    amount: Decimal
    regulation: str


@dataclass(frozen=True)
class Verdict:
    """Whether an aid is allowed: it is as a whole, or not at all (Art. 3 (7)).

    used: granted in the window before it; free: what would still be allowed, never negative;
    counted: the aids behind `used`; since: first day of the window; breaks: a later aid that this
    one would push over its own ceiling, else None.
    """

    allowed: bool
    ceiling: Decimal
    used: Decimal
    free: Decimal
    since: date
    source: str = ""
    counted: tuple = field(default=())
    breaks: Aid | None = None


class NoCeiling(LookupError):
    """For this regulation and day no ceiling is known: args are both."""


def figure_of(figures, regulation, day) -> Figure:
    """Return the Figure of a regulation in force on a day; raises NoCeiling."""
    found = [
        one
        for one in figures
        if one.regulation == regulation
        and one.since <= day
        and (one.until is None or day <= one.until)
    ]
    if not found:
        raise NoCeiling(regulation, day)
    return max(found, key=lambda one: one.since)


def first_day(day: date) -> date:
    """Return the first day of the window that ends on `day`: that day three calendar years before.

    It counts itself: whether an aid of exactly that day still counts is not settled, so it does.

    >>> first_day(date(2026, 11, 29)), first_day(date(2028, 2, 29))
    (datetime.date(2023, 11, 29), datetime.date(2025, 2, 28))
    """
    try:
        return day.replace(year=day.year - YEARS)
    except ValueError:  # 29 February
        return day.replace(year=day.year - YEARS, day=28)


def group_of(number: int, links, public=frozenset()) -> frozenset:
    """Return the numbers that are one single undertaking with `number` (Art. 2 (2)).

    links: pairs of numbers, in any order; chains count as a whole. A public body (`public`) alone
    links nobody: it is not passed through.

    >>> sorted(group_of(1, [(1, 2), (2, 3), (4, 5)]))
    [1, 2, 3]
    >>> sorted(group_of(1, [(1, 9), (9, 3)], public={9}))
    [1]
    """
    if number in public:
        return frozenset({number})
    found, todo = {number}, [number]
    while todo:
        here = todo.pop()
        for pair in links:
            if here in pair:
                other = pair[1] if pair[0] == here else pair[0]
                if other not in found and other not in public:
                    found.add(other)
                    todo.append(other)
    return frozenset(found)


def counted(aids, figure, day) -> tuple:
    """Return the aids in the window that ends on `day` that count towards the ceiling."""
    since = first_day(day)
    regulations = {figure.regulation} | figure.counts
    return tuple(aid for aid in aids if aid.regulation in regulations and since <= aid.day <= day)


def judge(asked: Aid, aids, figures) -> Verdict:
    """Return the Verdict on a new aid, given all aids of the single undertaking.

    An aid that is entered late must not push one over the ceiling that was granted after it, or
    under another regulation on the same day.
    Raises NoCeiling.
    """
    figure = figure_of(figures, asked.regulation, asked.day)
    before = counted(aids, figure, asked.day)
    used = sum((aid.amount for aid in before), ZERO)
    free = max(figure.ceiling - used, ZERO)
    breaks = None
    if asked.amount <= free:
        for later in sorted(aids, key=lambda aid: aid.day):
            if later.day >= asked.day and not _holds(later, [*aids, asked], figures):
                breaks = later
                break
    allowed = asked.amount <= free and breaks is None
    since = first_day(asked.day)
    return Verdict(allowed, figure.ceiling, used, free, since, figure.source, before, breaks)


def _holds(aid, aids, figures):
    """Return whether the aids up to this one stay below its ceiling; no ceiling limits nothing."""
    try:
        figure = figure_of(figures, aid.regulation, aid.day)
    except NoCeiling:
        return True
    return sum((one.amount for one in counted(aids, figure, aid.day)), ZERO) <= figure.ceiling


def report_by(aid: Aid, figures, closed=frozenset()) -> date | None:
    """Return the last day on which the central register must know of an aid, None without a duty.

    Regulation (EU) 2023/2831, Art. 6 (1): 20 working days, from 2026 on.
    """
    try:
        figure = figure_of(figures, aid.regulation, aid.day)
    except NoCeiling:
        return None
    if figure.report_days is None:
        return None
    return add_workdays(aid.day, figure.report_days, closed)
