"""What is odd about a receipt, as pure functions; amounts are `Decimal` EUR.

>>> remarks(date(2028, 1, 5), "Dach", ["Dach"], date(2026, 11, 20), date(2027, 12, 31), True)
['after_period']
"""

from datetime import date


#: Reasons for which a funder may not count a payment.
BEFORE_GRANT, AFTER_PERIOD, NO_ITEM, NO_FILE = (
    *("before_grant", "after_period", "no_item", "no_file"),
)


def remarks(paid_on: date, item, items, first, last, has_file):
    """Return what a funder will ask about a payment, as codes.

    first, last: days between which payments count, None where nobody says; items: of the plan.
    """
    found = []
    if first is not None and paid_on < first:
        found.append(BEFORE_GRANT)
    if last is not None and paid_on > last:
        found.append(AFTER_PERIOD)
    if items and item not in items:
        found.append(NO_ITEM)
    if not has_file:
        found.append(NO_FILE)
    return found
