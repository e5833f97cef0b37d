"""The statement of use in figures, as pure functions; amounts are `Decimal` EUR.

Source: ANBest-K 1.2 (the total of the plan is binding, single items give way), 2 (the grant shrinks
when costs do) and 6; none of 1.2 holds for a fixed sum. See docs/reference/funding-law.md.

>>> from kommunalhub.funding.money.drawdowns.rules import Terms
>>> terms = Terms(Decimal("135375"), eligible=Decimal("180500"), rate=Decimal(75))
>>> result(terms, Decimal("160000"))
Decimal('120000.00')
"""

from dataclasses import dataclass
from decimal import Decimal
from decimal import ROUND_DOWN
from kommunalhub.funding.money.drawdowns.rules import FIXED
from kommunalhub.funding.money.drawdowns.rules import GAP
from kommunalhub.funding.money.drawdowns.rules import SHARE
from kommunalhub.funding.money.drawdowns.rules import total
from kommunalhub.funding.money.interest import Span
from kommunalhub.lib.money import CENT


ZERO, HUNDRED = Decimal(0), Decimal(100)
#: What is found about an item or the whole.
WITHIN, OFFSET, TOTAL_OWN, ITEM_ABOVE, TOTAL_ABOVE, UNPLANNED, FREE = (
    *("within", "offset", "total_own", "item_above", "total_above", "unplanned", "free"),
)
#: Findings that need the agreement of the funder.
NEEDS_AGREEMENT = frozenset({ITEM_ABOVE, TOTAL_ABOVE, UNPLANNED})


@dataclass(frozen=True)
class Limits:
    """Percent by which an item and the whole may exceed the plan."""

    item: Decimal = Decimal(20)
    whole: Decimal = Decimal(10)


@dataclass(frozen=True)
class Planned:
    """An item of the plan."""

    title: str
    gross: Decimal
    eligible: Decimal


@dataclass(frozen=True)
class Spent:
    """What one receipt says for the proof."""

    item: str
    gross: Decimal
    eligible: Decimal


@dataclass(frozen=True)
class Line:
    """An item, planned and as it came; `finding` only where it exceeds the plan."""

    title: str
    planned: Decimal
    planned_eligible: Decimal
    gross: Decimal
    eligible: Decimal
    finding: str = WITHIN

    @property
    def difference(self):
        return self.gross - self.planned

    @property
    def percent(self):
        """The difference in percent of the plan, to one decimal; None without a plan."""
        return percent_of(self.difference, self.planned)


@dataclass(frozen=True)
class Comparison:
    """All lines, the whole, and what is found about the whole."""

    lines: tuple
    whole: Line

    @property
    def needs_agreement(self):
        return [line for line in (*self.lines, self.whole) if line.finding in NEEDS_AGREEMENT]


def percent_of(part, whole):
    """Return part of whole in percent, to one decimal; None where there is no whole.

    >>> percent_of(Decimal(5), Decimal(40))
    Decimal('12.5')
    """
    return (part * HUNDRED / whole).quantize(Decimal("0.1")) if whole else None


def compare(planned, spent, financing=SHARE, limits=None):
    """Return the Comparison of the items of the plan with what was spent.

    Items are looked at by what counts towards the grant: what does not is the municipality's own
    matter. Money for what is no item of the plan stands on a line of its own.
    """
    limits = limits or Limits()
    titles = [item.title for item in planned]
    titles += sorted({one.item for one in spent} - set(titles))
    by_title = {item.title: item for item in planned}
    rows = []
    for title in titles:
        item = by_title.get(title) or Planned(title, ZERO, ZERO)
        own = [one for one in spent if one.item == title]
        gross, eligible = total(one.gross for one in own), total(one.eligible for one in own)
        rows.append(Line(title, item.gross, item.eligible, gross, eligible))
    whole = Line(
        "",
        total(row.planned for row in rows),
        total(row.planned_eligible for row in rows),
        total(row.gross for row in rows),
        total(row.eligible for row in rows),
    )
    whole = _found(whole, whole_finding(whole, financing, limits))
    return Comparison(
        tuple(_found(row, item_finding(row, whole, financing, limits)) for row in rows), whole
    )


def _found(line, finding):
    return Line(**{**line.__dict__, "finding": finding})


def whole_finding(whole, financing, limits):
    if whole.eligible <= whole.planned_eligible:
        return WITHIN
    if financing == FIXED:
        return FREE
    return TOTAL_OWN if exceeds_by(whole) <= limits.whole else TOTAL_ABOVE


def item_finding(line, whole, financing, limits):
    if line.eligible <= line.planned_eligible:
        return WITHIN
    if financing == FIXED:
        return FREE
    if not line.planned_eligible:
        return UNPLANNED
    if exceeds_by(line) > limits.item:
        return ITEM_ABOVE
    return OFFSET if whole.eligible <= whole.planned_eligible else whole.finding


def exceeds_by(line):
    """Return by how many percent a line exceeds what the plan has for it, exactly."""
    if not line.planned_eligible:
        return Decimal("Infinity")
    return (line.eligible - line.planned_eligible) * HUNDRED / line.planned_eligible


def result(terms, eligible, third=ZERO):
    """Return the grant that remains: never above the notice, never above the costs.

    eligible: costs that count; third: other money that came, planned or not. A share shrinks by its
    rate, a gap by the whole of what was saved or came from others; a fixed sum only where the costs
    fall below it. The own funds of a gap are due in full. Rounded down to the cent.
    """
    eligible, third = max(eligible, ZERO), max(third, ZERO)
    most = min(terms.grant, max(eligible - third, ZERO))
    if terms.financing == SHARE:
        found = share_of(terms, max(eligible - max(third - terms.third, ZERO), ZERO))
    elif terms.financing == GAP:
        found = eligible - terms.own - max(third, terms.third)
    else:
        found = most
    return max(min(found, most), ZERO).quantize(CENT, ROUND_DOWN)


def share_of(terms, costs):
    """Return the share of costs by the rate of the notice, else by grant and costs in it."""
    if terms.rate is not None:
        return costs * terms.rate / HUNDRED
    return costs * terms.grant / terms.eligible if terms.eligible else costs


def repayment(remaining, received, paid_back=ZERO):
    """Return what has to be paid back, never negative."""
    return max(received - paid_back - remaining, ZERO)


def still_due(remaining, received, paid_back=ZERO):
    """Return what the funder still has to pay, never negative."""
    return max(remaining - (received - paid_back), ZERO)


def repayment_spans(amount, drawdowns, until):
    """Return the Spans in which money that has to be paid back was held.

    It came last, so it is looked for among the last payouts first.
    """
    found = []
    came = [one for one in drawdowns if one.received]
    for one in sorted(came, key=lambda one: (one.received_on, one.number), reverse=True):
        taken = min(amount, one.received)
        if taken > 0:
            found.append(Span(taken, one.received_on, max(until, one.received_on)))
        amount -= taken
    return found
