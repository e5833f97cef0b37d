"""Sums over funded cases, and what of them may be published: pure, `Decimal` EUR, no "now"."""

from dataclasses import dataclass
from decimal import Decimal
from decimal import ROUND_HALF_UP


ZERO = Decimal(0)
HUNDRED = Decimal(100)
TENTH = Decimal("0.1")
CENT = Decimal("0.01")
#: To which amount published sums are rounded.
ROUNDED_TO = Decimal(1000)

APPLIED, GRANTED, DENIED = "applied", "granted", "denied"
#: Stands for several funders of a case that cannot be told apart, or for none that is known.
SEVERAL, UNKNOWN, OTHERS = "several", "unknown", "others"


@dataclass(frozen=True)
class Money:
    """What came of one application, or of several."""

    applied: Decimal = ZERO
    granted: Decimal = ZERO
    drawn: Decimal = ZERO
    paid_back: Decimal = ZERO

    def __add__(self, other):
        return Money(*(getattr(self, name) + getattr(other, name) for name in NAMES))


NAMES = ("applied", "granted", "drawn", "paid_back")


@dataclass(frozen=True)
class Case:
    """A case for which somebody has applied. parts: ((funder, Money), ...); year: see year_of."""

    uid: str
    partner: str
    year: int
    outcome: str
    topics: tuple = ()
    cost: Decimal | None = None
    other_funds: Decimal | None = None
    parts: tuple = ()

    @property
    def money(self):
        return sum((money for _funder, money in self.parts), Money())

    @property
    def funders(self):
        return tuple(dict.fromkeys(funder for funder, _money in self.parts)) or (UNKNOWN,)


@dataclass(frozen=True)
class Sums:
    """Sums of some cases. own, by_own: what the granted ones of known cost take and get."""

    cases: int = 0
    granted_cases: int = 0
    denied_cases: int = 0
    money: Money = Money()
    own: Decimal = ZERO
    by_own: Decimal = ZERO

    @property
    def decided(self):
        return self.granted_cases + self.denied_cases

    @property
    def success(self):
        """Granted of all decided ones in percent, None where none is decided.

        >>> Sums(3, 2, 1).success
        Decimal('66.7')
        """
        if not self.decided:
            return None
        share = HUNDRED * self.granted_cases / self.decided
        return share.quantize(TENTH, ROUND_HALF_UP)

    @property
    def per_own_euro(self):
        """What was granted for each euro of one's own, None where that is not known.

        >>> Sums(own=Decimal(100), by_own=Decimal(250)).per_own_euro
        Decimal('2.50')
        """
        return (self.by_own / self.own).quantize(CENT, ROUND_HALF_UP) if self.own > 0 else None


def sums(cases):
    """Return the Sums of Cases."""
    cases = list(cases)
    known = [case for case in cases if case.outcome == GRANTED and case.cost is not None]
    own = [case.cost - (case.other_funds or ZERO) - case.money.granted for case in known]
    return Sums(
        cases=len(cases),
        granted_cases=sum(case.outcome == GRANTED for case in cases),
        denied_cases=sum(case.outcome == DENIED for case in cases),
        money=sum((case.money for case in cases), Money()),
        own=sum((max(one, ZERO) for one in own), ZERO),
        by_own=sum((case.money.granted for case in known), ZERO),
    )


def of_funder(case, funder):
    """Return a Case with the parts of one funder alone.

    What the case costs belongs to all of them together, so it is not known of the part.
    """
    parts = tuple(part for part in case.parts if part[0] == funder)
    cost = case.cost if len(parts) == len(case.parts) else None
    return Case(
        case.uid,
        case.partner,
        case.year,
        case.outcome,
        case.topics,
        cost,
        case.other_funds,
        parts,
    )


def outcome_of(states):
    """Return what came of a case by the states it went through, None where nobody has applied.

    >>> outcome_of(["draft", "applied", "granted", "closed"]), outcome_of(["recommended", "closed"])
    ('granted', None)
    """
    for state in (GRANTED, DENIED, APPLIED):
        if state in states:
            return state
    return None


def year_of(outcome, filed, decided):
    """Return the year in which a case counts: of the notice, of the application until there is one.

    So each case counts once, and what was granted stands beside what was refused in the same year.
    """
    day = decided if outcome in (GRANTED, DENIED) and decided is not None else filed
    return day.year if day is not None else None


def grouped(cases, keys):
    """Return {key: [Case]}; keys: function from a Case to its keys, a case may have several."""
    found = {}
    for case in cases:
        for key in keys(case):
            found.setdefault(key, []).append(case)
    return found


def by_partner(cases):
    return grouped(cases, lambda case: [case.partner])


def by_year(cases):
    return dict(sorted(grouped(cases, lambda case: [case.year]).items()))


def by_topic(cases):
    """Group by topic; a case of several topics stands in each of them."""
    return grouped(cases, lambda case: case.topics)


def by_funder(cases):
    """Group by funder; of a case with several each gets its part."""
    found = {}
    for case in cases:
        for funder in case.funders:
            found.setdefault(funder, []).append(of_funder(case, funder))
    return found


def joined(groups, least):
    """Return groups in which no case shows: {key: [Case]}, small ones together as OTHERS.

    groups: {key: [Case]} that do not overlap. What has fewer than `least` cases is joined, and as
    long as that is too small, the next smallest with it. {} where there is not enough for two rows.

    >>> case = Case("u", "p", 2026, "granted")
    >>> [(key, len(of)) for key, of in joined({"a": [case] * 5, "b": [case], "c": [case] * 3}, 3)
    ...     .items()]
    [('a', 5), ('others', 4)]
    """
    large = {key: list(cases) for key, cases in groups.items() if len(cases) >= least}
    small = [case for key, cases in groups.items() if key not in large for case in cases]
    while small and len(small) < least and large:
        smallest = min(large, key=lambda key: len(large[key]))
        small += large.pop(smallest)
    if small:
        large[OTHERS] = small
    return large if len(large) > 1 else {}


def rounded(amount):
    """Return an amount as it is published, to the nearest thousand.

    >>> rounded(Decimal("184500.50")), rounded(Decimal("499"))
    (Decimal('185000'), Decimal('0'))
    """
    return (amount / ROUNDED_TO).quantize(Decimal(1), ROUND_HALF_UP) * ROUNDED_TO


def published_row(key, cases):
    """Return what is published of a group: plain values, amounts rounded."""
    found = sums(cases)
    return {
        "key": key,
        "cases": found.cases,
        "granted_cases": found.granted_cases,
        **{name: str(rounded(getattr(found.money, name))) for name in NAMES},
    }


def snapshot(cases, least):
    """Return what is published of Cases, as plain values; None where they are fewer than `least`.

    Of topics, in which cases overlap, only numbers are told, and small ones not at all: sums of
    two overlapping rows would tell what lies between them.
    """
    cases = list(cases)
    if len(cases) < least:
        return None
    found = sums(cases)
    return {
        **published_row("", cases),
        "success": str(found.success) if found.decided >= least else None,
        "per_own_euro": str(found.per_own_euro)
        if found.granted_cases >= least and found.per_own_euro is not None
        else None,
        "partners": _rows(by_partner(cases), least),
        "years": _rows(by_year(cases), least),
        "topics": [
            {"key": topic, "cases": len(of)}
            for topic, of in sorted(by_topic(cases).items(), key=lambda item: -len(item[1]))
            if len(of) >= least
        ],
    }


def _rows(groups, least):
    return [published_row(key, cases) for key, cases in joined(groups, least).items()]


def told_by_comparing(before, now, least):
    """Return keys of rows in which fewer than `least` cases came since the last publication.

    Whoever keeps both pages could work those cases out. "" stands for the sum of all.
    """
    if before is None:
        return []
    found = []
    for name in ("", "partners", "years"):
        old, new = _counts(before, name), _counts(now, name)
        found += [key for key in new if key in old and 0 < abs(new[key] - old[key]) < least]
    return found


def _counts(published, name):
    rows = published[name] if name else [published]
    return {row["key"]: row["cases"] for row in rows}
