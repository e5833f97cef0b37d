"""Classes by which reports of experience are looked through, without amounts and names. Pure."""

from decimal import Decimal


#: Upper ends of the classes of cost, in euros; None: whatever is above.
COSTS = {
    "up_to_5000": Decimal(5_000),
    "up_to_25000": Decimal(25_000),
    "up_to_100000": Decimal(100_000),
    "above": None,
}
#: Upper ends of the classes of municipalities, in inhabitants.
TOWNS = {"up_to_5000": 5_000, "up_to_20000": 20_000, "above": None}
MOST_MONTHS = 240


def cost_class(amount):
    """Return the class of an amount (Decimal EUR), None without one.

    >>> cost_class(Decimal("5000.00")), cost_class(Decimal("5000.01")), cost_class(None)
    ('up_to_5000', 'up_to_25000', None)
    """
    if amount is None:
        return None
    return next(name for name, most in COSTS.items() if most is None or amount <= most)


def months_between(start, end):
    """Return how many months something took, a begun one counted; None where that is not known.

    >>> from datetime import date
    >>> months_between(date(2026, 1, 15), date(2026, 3, 2)), months_between(None, None)
    (3, None)
    """
    if start is None or end is None or end < start:
        return None
    return min((end.year - start.year) * 12 + end.month - start.month + 1, MOST_MONTHS)
