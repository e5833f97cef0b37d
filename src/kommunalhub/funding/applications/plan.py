"""The plan of costs and financing as pure functions; amounts are `Decimal` EUR.

>>> items = [{"title": "Dach", "net": None, "gross": Decimal(100), "eligible": True}]
>>> difference(items, [{"kind": "own", "title": "", "amount": Decimal("99.99")}])
Decimal('0.01')
"""

from decimal import Decimal


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
