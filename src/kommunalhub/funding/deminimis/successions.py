"""Mergers and splits of undertakings, and whose aid is whose since, as pure functions.

After a merger all earlier aid of each counts for the merged undertaking. After a split an aid goes
to who took over the activities that it was for; where that cannot be said, it is shared by the book
value of the equity capital on the day of the split: Regulation (EU) 2023/2831, Art. 3 (8) and (9).

>>> merger = Succession(date(2026, 3, 1), 1, ((2, Decimal(1)),))
>>> gone([merger], date(2026, 2, 28)), gone([merger], date(2026, 3, 1))
({}, {1: (2,)})
"""

from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from decimal import Decimal
from decimal import ROUND_DOWN


CENT = Decimal("0.01")


@dataclass(frozen=True)
class Aid:
    """One aid: its number, the number of the undertaking, the day of the claim, the amount.

    member_state: which one granted it, two letters; each has a ceiling of its own.
    """

    number: int
    undertaking: int
    day: date
    amount: Decimal
    regulation: str
    member_state: str = "DE"


@dataclass(frozen=True)
class Succession:
    """From `day` on others stand where `source` stood.

    shares: ((undertaking, equity), …), one for a merger, several for a split; who is split may be
    among them. taken: ((number of an aid, undertaking), …) of aids whose activities one took over.
    """

    day: date
    source: int
    shares: tuple
    taken: tuple = ()

    @property
    def stays(self):
        """Whether the source goes on as an undertaking."""
        return self.source in dict(self.shares)

    @property
    def is_merger(self):
        return len(self.shares) == 1


def gone(successions, day) -> dict:
    """Return {undertaking that is none any more on a day: those that followed it}."""
    return {
        one.source: tuple(number for number, _equity in one.shares)
        for one in successions
        if one.day <= day and not one.stays
    }


def clash(new, known):
    """Return the Succession that does not go together with a new one, None where all do.

    Nothing becomes of what is gone already, and nothing becomes a part of it.
    """
    for one in known:
        if one.source == new.source:
            later = one.day > new.day and not new.stays
            fits = one.stays and one.day != new.day and not later
        else:
            from_gone = one.source in _numbers(new) and not one.stays and one.day < new.day
            into_gone = new.source in _numbers(one) and not new.stays and one.day > new.day
            fits = not from_gone and not into_gone
        if not fits:
            return one
    same = [one for one in known if one.day == new.day and one.source != new.source]
    seen, todo = set(), list(_numbers(new) - {new.source})
    while todo:
        here = todo.pop()
        for one in same:
            if one.source == here and one.source not in seen:
                seen.add(here)
                if new.source in _numbers(one):
                    return one
                todo.extend(_numbers(one))
    return None


def _numbers(one):
    return {number for number, _equity in one.shares}


def settled(aids, successions, day) -> tuple:
    """Return the aids as they count on a day: with who has them by then, a shared one in parts."""
    found = tuple(aids)
    for one in in_order([each for each in successions if each.day <= day]):
        found = tuple(part for aid in found for part in moved(aid, one))
    return found


def in_order(successions) -> list:
    """Return successions by their day; of one day those first whose aid others pass on.

    The order in which they were entered says nothing.
    """
    left, found = sorted(successions, key=lambda one: (one.day, one.source)), []
    while left:
        same = [one for one in left if one.day == left[0].day]
        fed = {number for one in same for number in _numbers(one) if number != one.source}
        following = next((one for one in same if one.source not in fed), same[0])
        left.remove(following)
        found.append(following)
    return found


def moved(aid, succession) -> tuple:
    """Return an aid after a succession: itself, with another undertaking, or in parts."""
    if aid.undertaking != succession.source:
        return (aid,)
    if succession.stays and aid.day >= succession.day:
        return (aid,)
    taken = dict(succession.taken)
    if aid.number in taken:
        return (replace(aid, undertaking=taken[aid.number]),)
    return tuple(
        replace(aid, undertaking=number, amount=amount)
        for number, amount in shared(aid.amount, succession.shares)
        if amount
    )


def shared(amount, shares) -> list:
    """Return [(undertaking, part of the amount)]; the parts are the amount to the cent.

    Cents that are left over go to the largest remainders, of two alike to the smaller number.

    >>> shared(Decimal("100.00"), ((2, Decimal(1)), (3, Decimal(2))))
    [(2, Decimal('33.33')), (3, Decimal('66.67'))]
    """
    whole = sum(equity for _number, equity in shares)
    exact = {number: amount * equity / whole for number, equity in shares}
    parts = {number: part.quantize(CENT, ROUND_DOWN) for number, part in exact.items()}
    left = int((amount - sum(parts.values())) / CENT)
    for number in sorted(exact, key=lambda one: (parts[one] - exact[one], one))[:left]:
        parts[number] += CENT
    return [(number, parts[number]) for number, _equity in shares]
