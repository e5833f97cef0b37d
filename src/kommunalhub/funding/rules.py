"""The rules of funding as pure functions; amounts are `Decimal` EUR, shares percent (0..100)."""

from datetime import date
from decimal import Decimal


ZERO = Decimal(0)
HUNDRED = Decimal(100)

#: A deadline this many days ahead is shown as near.
NEAR_DAYS = 28


def funds_fit(total_cost, own_funds, other_funds) -> bool:
    """Return whether own and other funds together stay within the total cost.

    Unknown (None) funds count as zero; with an unknown total nothing can be exceeded.

    >>> funds_fit(Decimal(100), Decimal(60), Decimal(40))
    True
    >>> funds_fit(Decimal(100), Decimal(101), None)
    False
    """
    if total_cost is None:
        return True
    return (own_funds or ZERO) + (other_funds or ZERO) <= total_cost


def funding_gap(total_cost, own_funds, other_funds):
    """Return what is left to be funded in EUR, never negative; None while the total is unknown."""
    if total_cost is None:
        return None
    return max(total_cost - (own_funds or ZERO) - (other_funds or ZERO), ZERO)


def share_of(part, whole):
    """Return part of whole in percent, rounded to one decimal; None where either is unknown.

    >>> share_of(Decimal("46125"), Decimal("184500"))
    Decimal('25.0')
    """
    if part is None or not whole:
        return None
    return (part * HUNDRED / whole).quantize(Decimal("0.1"))


def is_within(amount, limit) -> bool:
    """Return whether amount stays within limit; what is unknown (None) limits nothing."""
    return amount is None or limit is None or amount <= limit


def is_ordered(*days) -> bool:
    """Return whether the known days follow each other; equal days count as ordered.

    >>> is_ordered(date(2026, 1, 1), None, date(2026, 1, 1))
    True
    """
    known = [day for day in days if day is not None]
    return all(earlier <= later for earlier, later in zip(known, known[1:], strict=False))


def shares_fit(rate, own_share) -> bool:
    """Return whether funding rate and own share (percent) do not exceed the whole."""
    return (rate or ZERO) + (own_share or ZERO) <= HUNDRED


def deadline_fits(kind, deadline) -> bool:
    """Return whether a deadline is given exactly where the kind calls for one.

    kind: "fixed" needs a date; "rolling" has none; "call" may have one once the call is out.
    """
    if kind == "fixed":
        return deadline is not None
    return kind != "rolling" or deadline is None


def deadline_status(kind, deadline, today: date) -> str:
    """Return how a programme's deadline stands: "passed", "near", "open", "rolling" or "call".

    The last day itself still counts. "near" begins NEAR_DAYS before it.

    >>> deadline_status("fixed", date(2026, 3, 31), date(2026, 3, 31))
    'near'
    >>> deadline_status("fixed", date(2026, 3, 31), date(2026, 4, 1))
    'passed'
    """
    if deadline is None:
        return "rolling" if kind == "rolling" else "call"
    left = (deadline - today).days
    if left < 0:
        return "passed"
    return "near" if left <= NEAR_DAYS else "open"


def is_stale(checked_on, today: date, months: int = 6) -> bool:
    """Return whether a programme was last checked more than `months` months (of 30 days) ago."""
    return checked_on is None or (today - checked_on).days > months * 30
