"""What is counted of tickets: pure, no Plone, no "now"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import median


#: For how long an open ticket has been there, in days: below the first, the second, ...
AGES = (1, 7, 30)


@dataclass(frozen=True)
class Ticket:
    """What is known of a ticket. month: of the report, as 2026-11.

    reaction, solution: (minutes of service time, whether the promise was kept), or None as long as
    there was none, or none was promised. age: days since the report, None unless open.
    """

    month: str
    partner: str = ""
    category: str = ""
    reaction: tuple | None = None
    solution: tuple | None = None
    solved: bool = False
    reopened: bool = False
    age: int | None = None


@dataclass(frozen=True)
class Sums:
    """Of some tickets. reaction, solution: medians; the shares in percent, None for no case."""

    reported: int = 0
    solved: int = 0
    reopened: int = 0
    reaction: timedelta | None = None
    reaction_kept: int | None = None
    solution: timedelta | None = None
    solution_kept: int | None = None


def sums(tickets: Iterable[Ticket]) -> Sums:
    """Return the Sums of Tickets.

    >>> sums([Ticket("2026-11", reaction=(30, True)), Ticket("2026-11", reaction=(90, False))])
    ... # doctest: +ELLIPSIS
    Sums(reported=2, solved=0, reopened=0, reaction=...(seconds=3600), reaction_kept=50, ...)
    """
    tickets = list(tickets)
    reactions = [ticket.reaction for ticket in tickets if ticket.reaction]
    solutions = [ticket.solution for ticket in tickets if ticket.solution]
    return Sums(
        len(tickets),
        sum(ticket.solved for ticket in tickets),
        sum(ticket.reopened for ticket in tickets),
        _median(reactions),
        _share(reactions),
        _median(solutions),
        _share(solutions),
    )


def _median(times):
    return timedelta(minutes=median(minutes for minutes, _kept in times)) if times else None


def _share(times):
    """Return in percent how many promises were kept."""
    return round(100 * sum(kept for _minutes, kept in times) / len(times)) if times else None


def grouped(tickets: Iterable[Ticket], name: str) -> dict[str, Sums]:
    """Return {value of a fact: Sums}, the most tickets first; every ticket is in one of them.

    >>> [*grouped([Ticket("a"), Ticket("b"), Ticket("b")], "month")]
    ['b', 'a']
    """
    found: dict[str, list[Ticket]] = {}
    for ticket in tickets:
        found.setdefault(getattr(ticket, name), []).append(ticket)
    every = {value: sums(those) for value, those in found.items()}
    return dict(sorted(every.items(), key=lambda item: (-item[1].reported, item[0])))


def ages(tickets: Iterable[Ticket]) -> list[int]:
    """Return how many open tickets are younger than each of AGES, and how many are older.

    >>> ages([Ticket("a", age=0), Ticket("a", age=7), Ticket("a", age=99), Ticket("a")])
    [1, 0, 1, 1]
    """
    found = [0] * (len(AGES) + 1)
    for ticket in tickets:
        if ticket.age is not None:
            found[sum(ticket.age >= limit for limit in AGES)] += 1
    return found


def share_of_yes(yes, no, least):
    """Return in percent how many were satisfied, None for fewer answers than least.

    >>> share_of_yes(4, 1, 5), share_of_yes(4, 0, 5)
    (80, None)
    """
    return round(100 * yes / (yes + no)) if yes + no >= max(least, 1) else None
