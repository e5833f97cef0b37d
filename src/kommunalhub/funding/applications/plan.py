"""The plan of costs and financing as pure functions; amounts are `Decimal` EUR.

>>> items = [{"title": "Dach", "net": None, "gross": Decimal(100), "eligible": True}]
>>> difference(items, [{"kind": "own", "title": "", "amount": Decimal("99.99")}])
Decimal('0.01')
"""

from decimal import Decimal
from decimal import ROUND_DOWN


ZERO = Decimal(0)
FUND_KINDS = ("own", "grant", "third", "gap")


def costs(items):
    """Return what all items cost, gross."""
    return sum((item["gross"] for item in items), ZERO)


def eligible(items):
    """Return what the items cost that may be funded."""
    return sum((item["gross"] for item in items if item["eligible"]), ZERO)


def financed(funds, *kinds):
    """Return what the funds of some kinds come to, of all without any."""
    return sum((fund["amount"] for fund in funds if not kinds or fund["kind"] in kinds), ZERO)


def difference(items, funds):
    """Return costs without financing: zero where the plan balances to the cent."""
    return costs(items) - financed(funds)


def share(amount, whole):
    """Return a part of the whole in percent, to one decimal; None of nothing."""
    return (amount * 100 / whole).quantize(Decimal("0.1")) if whole else None


def changes(before, now):
    """Return what differs between two versions: [(kind, title, amount before, amount now)].

    kind: "" for an item, else the kind of the fund; None where it is not there.
    """
    old, new = _amounts(before), _amounts(now)
    return [
        (kind, title, old.get((kind, title)), new.get((kind, title)))
        for kind, title in dict.fromkeys((*old, *new))
        if old.get((kind, title)) != new.get((kind, title))
    ]


def _amounts(version):
    found = {}
    for item in version["items"]:
        key = ("", item["title"])
        found[key] = found.get(key, ZERO) + item["gross"]
    for fund in version["funds"]:
        key = (fund["kind"], fund["title"])
        found[key] = found.get(key, ZERO) + fund["amount"]
    return found


def too_much(items, grants, rate, cap):
    """Return (most, by what) where grants are above what rate and cap allow, else None.

    rate: in percent; either may be unknown.

    >>> item = {"gross": Decimal(1000), "eligible": True}
    >>> too_much([item], Decimal(800), Decimal(75), None)
    (Decimal('750.00'), 'rate')
    >>> too_much([item], Decimal(750), Decimal(75), Decimal(700))
    (Decimal('700'), 'cap')
    """
    limits = []
    if rate is not None:
        most = (eligible(items) * rate / 100).quantize(Decimal("0.01"), ROUND_DOWN)
        limits.append((most, "rate"))
    if cap is not None:
        limits.append((cap, "cap"))
    broken = [limit for limit in limits if grants > limit[0]]
    return min(broken, default=None)
