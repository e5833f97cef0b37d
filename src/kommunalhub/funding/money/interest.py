"""What it costs to hold a grant for too long, as pure functions.

Interest is a number of percentage points a year over the base rate of § 247 BGB (§ 117a (3) and (4)
LVwG); both are dated data. Days are counted as they are, a year has the days it has: the law names
no other way.

>>> rates = [Rate(date(2024, 7, 1), Decimal("3.37")), Rate(date(2025, 1, 1), Decimal("2.27"))]
>>> points = [Rate(date(2000, 1, 1), Decimal(5))]
>>> interest_on(Decimal(36500), date(2025, 3, 1), date(2025, 3, 11), rates, points).amount
Decimal('72.70')
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from decimal import Decimal
from decimal import ROUND_HALF_UP
from fractions import Fraction
from kommunalhub.lib.money import CENT

import calendar


ZERO = Decimal(0)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rate:
    """Percent or percentage points a year from a day on, with the source."""

    since: date
    percent: Decimal
    source: str = ""


@dataclass(frozen=True)
class Span:
    """An amount that was held from a day until another, that one left out."""

    amount: Decimal
    start: date
    end: date

    @property
    def days(self):
        return (self.end - self.start).days


@dataclass(frozen=True)
class Step:
    """One line of the calculation: a span under one rate."""

    amount: Decimal
    start: date
    end: date
    percent: Decimal

    @property
    def days(self):
        return (self.end - self.start).days


@dataclass(frozen=True)
class Interest:
    """EUR to the cent, and how it came about.

    is_provisional: a base rate that held later than the last one known was asked for, so the last
    one was taken. newest: since when that one holds.
    """

    amount: Decimal
    steps: tuple = ()
    is_provisional: bool = False
    newest: date | None = None


class NoRate(LookupError):
    """For this day no rate is known: args[0]."""


def rate_on(rates, day):
    """Return the Rate in force on a day; raises NoRate before the first one."""
    found = [rate for rate in rates if rate.since <= day]
    if not found:
        raise NoRate(day)
    return max(found, key=lambda rate: rate.since)


def half_year_after(day):
    """Return the day on which the base rate changes next: § 247 (1) BGB.

    >>> half_year_after(date(2025, 1, 1)), half_year_after(date(2025, 7, 1))
    (datetime.date(2025, 7, 1), datetime.date(2026, 1, 1))
    """
    return date(day.year, 7, 1) if day.month < 7 else date(day.year + 1, 1, 1)


def interest_on(amount, start, end, rates, points):
    """Return the Interest on an amount held from `start` until `end`, that day left out."""
    return interest_of([Span(amount, start, end)], rates, points)


def interest_of(spans, rates, points):
    """Return the Interest on several Spans; only the sum is rounded. Raises NoRate."""
    exact, steps, provisional = Fraction(0), [], False
    newest = max((rate.since for rate in rates), default=None)
    for span in spans:
        for step in steps_of(span, rates, points):
            year = 366 if calendar.isleap(step.start.year) else 365
            exact += Fraction(step.amount) * Fraction(step.percent) * step.days / (100 * year)
            steps.append(step)
            provisional |= step.end > half_year_after(newest)
    return Interest(cents_of(exact), tuple(steps), provisional, newest)


def steps_of(span, rates, points):
    """Yield the Steps of a span, parted where a rate or the year changes; none for nothing held."""
    if span.amount <= 0 or span.end <= span.start:
        return
    years = range(span.start.year + 1, span.end.year + 1)
    cuts = {date(year, 1, 1) for year in years} | {rate.since for rate in (*rates, *points)}
    inside = sorted(day for day in cuts if span.start < day < span.end)
    days = [span.start, *inside, span.end]
    for start, end in zip(days, days[1:], strict=False):
        percent = rate_on(rates, start).percent + rate_on(points, start).percent
        if percent > 0:
            yield Step(span.amount, start, end, percent)


def cents_of(exact):
    """Return a Fraction of EUR as a Decimal, rounded to the cent, half up.

    >>> cents_of(Fraction(1, 200)), cents_of(Fraction(2, 3))
    (Decimal('0.01'), Decimal('0.67'))
    """
    wide = Decimal(exact.numerator * 1000 // exact.denominator) / 1000
    return wide.quantize(CENT, ROUND_HALF_UP)
