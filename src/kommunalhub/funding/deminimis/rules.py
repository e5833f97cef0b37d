"""How much De-minimis aid an undertaking may still be granted, as pure functions.

Amounts are `Decimal` EUR, the gross grant equivalent; the day of an aid is the day on which the
claim to it arose, not that of the payment: Regulation (EU) 2023/2831, Art. 3 (3) and (6).

>>> general = Figure("general", date(2024, 1, 1), None, Decimal(300000))
>>> had = Book((Aid(1, 1, date(2024, 5, 2), Decimal(250000), "general"),))
>>> asked = Aid(2, 1, date(2026, 11, 29), Decimal("50000.01"), "general")
>>> judge(asked, had, [general]).free
Decimal('50000')
>>> judge(asked, had, [general]).allowed
False
"""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from decimal import Decimal
from kommunalhub.funding.deminimis import successions
from kommunalhub.funding.deminimis.successions import Aid
from kommunalhub.lib.workdays import add_workdays


#: Whole years that are looked back from each new grant: Art. 3 (2) and recital 11.
YEARS = 3
ZERO = Decimal(0)
#: How the three years are counted: by the day, or as the running year and the two before.
BY_DAY, TAX_YEARS = "days", "tax_years"


@dataclass(frozen=True)
class Figure:
    """The ceiling of a regulation from a day on, with its source.

    counts: regulations whose aid counts towards this ceiling, besides its own.
    report_days: working days in which an aid must be in the central register, None without one.
    window: BY_DAY, or TAX_YEARS as the regulations until 2023 had it.
    """

    regulation: str
    since: date
    until: date | None
    ceiling: Decimal
    counts: frozenset = frozenset()
    report_days: int | None = None
    source: str = ""
    window: str = BY_DAY


@dataclass(frozen=True)
class Book:
    """All that is known: aids that count, links, public bodies, and who followed whom.

    links: pairs of numbers, in any order; public: numbers of public bodies.
    """

    aids: tuple = ()
    links: tuple = ()
    public: frozenset = frozenset()
    successions: tuple = ()

    def group(self, number, day) -> frozenset:
        """Return the numbers that are one single undertaking with `number` on a day.

        Who followed by a merger has the links of the one before; after a split people say who
        is linked with whom.
        """
        followed = {
            one.source: one.shares[0][0]
            for one in self.successions
            if one.is_merger and not one.stays and one.day <= day
        }

        def now(one):
            seen = set()
            while one in followed and one not in seen:
                seen.add(one)
                one = followed[one]
            return one

        links = [(now(here), now(there)) for here, there in self.links]
        return group_of(number, links, self.public)

    def counting(self, number, day) -> tuple:
        """Return the Aids that count for the single undertaking of `number` on a day."""
        group = self.group(number, day)
        settled = successions.settled(self.aids, self.successions, day)
        return tuple(aid for aid in settled if aid.undertaking in group)


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


def first_day(day: date, window=BY_DAY) -> date:
    """Return the first day of the window that ends on `day`: that day three calendar years before.

    It counts itself: whether an aid of exactly that day still counts is not settled, so it does.
    By tax years it is the first day of the year before the last; a tax year is taken to be a
    calendar year.

    >>> first_day(date(2026, 11, 29)), first_day(date(2028, 2, 29))
    (datetime.date(2023, 11, 29), datetime.date(2025, 2, 28))
    >>> first_day(date(2023, 11, 29), TAX_YEARS)
    datetime.date(2021, 1, 1)
    """
    if window == TAX_YEARS:
        return date(day.year - YEARS + 1, 1, 1)
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


def counted(aids, figure, day, member_state="DE") -> tuple:
    """Return the aids in the window that ends on `day` that count towards the ceiling."""
    since = first_day(day, figure.window)
    regulations = {figure.regulation} | figure.counts
    return tuple(
        aid
        for aid in aids
        if aid.regulation in regulations
        and aid.member_state == member_state
        and since <= aid.day <= day
    )


def judge(asked: Aid, book: Book, figures) -> Verdict:
    """Return the Verdict on a new aid, given all that is known.

    An aid that is entered late must not push one over the ceiling that was granted after it, or
    under another regulation on the same day. `asked` has a number that no other aid has.
    Raises NoCeiling.
    """
    figure = figure_of(figures, asked.regulation, asked.day)
    known = book.counting(asked.undertaking, asked.day)
    before = counted(known, figure, asked.day, asked.member_state)
    used = _sum(before)
    free = max(figure.ceiling - used, ZERO)
    breaks = None
    if asked.amount <= free:
        breaks = _broken(asked, book, figures)
    allowed = asked.amount <= free and breaks is None
    since = first_day(asked.day, figure.window)
    return Verdict(allowed, figure.ceiling, used, free, since, figure.source, before, breaks)


def _broken(asked, book, figures):
    """Return the first later aid that `asked` would push over its ceiling, or None."""
    with_it = replace(book, aids=(*book.aids, asked))
    for later in sorted(book.aids, key=lambda aid: (aid.day, aid.number)):
        if later.day >= asked.day and later.member_state == asked.member_state:
            counting = _counting(later, with_it, figures)
            if any(one.number == asked.number for one in counting) and exceeds(
                later, with_it, figures
            ):
                return later
    return None


def exceeds(aid, book, figures) -> bool:
    """Return whether the aids up to this one, itself among them, are above its ceiling.

    No ceiling limits nothing.
    """
    try:
        ceiling = figure_of(figures, aid.regulation, aid.day).ceiling
    except NoCeiling:
        return False
    return _sum(_counting(aid, book, figures)) > ceiling


def _counting(aid, book, figures):
    try:
        figure = figure_of(figures, aid.regulation, aid.day)
    except NoCeiling:
        return ()
    known = book.counting(aid.undertaking, aid.day)
    return counted(known, figure, aid.day, aid.member_state)


def _sum(aids):
    return sum((aid.amount for aid in aids), ZERO)


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
