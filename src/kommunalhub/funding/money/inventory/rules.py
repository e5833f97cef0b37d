"""What stays earmarked, as pure functions.

>>> bike = Thing(1, "Lastenrad", date(2027, 3, 1), Decimal("4500"), until=date(2032, 3, 1))
>>> is_bound(bike, date(2030, 1, 1)), is_bound(bike, date(2032, 3, 2))
(True, False)
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Thing:
    """Something bought with a grant: `until` the last day on which it must serve its purpose."""

    number: int
    title: str
    bought_on: date
    price: Decimal
    until: date | None = None
    disposed_on: date | None = None


@dataclass(frozen=True)
class Threshold:
    """Prices without tax (EUR, both ends count) that a rule asks to list apart, from a day on."""

    since: date
    least: Decimal
    most: Decimal
    source: str = ""


def is_bound(thing, today):
    """Return whether something must still serve its purpose; the last day counts."""
    return thing.disposed_on is None and (thing.until is None or today <= thing.until)


def is_early(thing, day):
    """Return whether getting rid of something on a day would break the earmarking."""
    return thing.until is None or day <= thing.until


def threshold_of(thresholds, bought_on, price):
    """Return the Threshold that a price falls under, None where none does."""
    found = [one for one in thresholds if one.since <= bought_on]
    latest = max(found, key=lambda one: one.since, default=None)
    if latest is not None and latest.least <= price <= latest.most:
        return latest
    return None


def years_after(day, years):
    """Return the same day so many years later; the last of February where there is no 29th.

    >>> years_after(date(2028, 2, 29), 5)
    datetime.date(2033, 2, 28)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
