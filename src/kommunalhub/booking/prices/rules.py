"""What a time costs, as pure functions; amounts are EUR as Decimal, exact to the cent."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from decimal import ROUND_HALF_UP
from kommunalhub.booking.rules import MINUTE
from kommunalhub.booking.rules import open_spans
from kommunalhub.booking.rules import Span
from kommunalhub.lib.money import CENT


HOUR, HALF_DAY, DAY = "hour", "half_day", "day"
UNITS = (HOUR, HALF_DAY, DAY)
#: For how many minutes of one day a unit is enough; a day is, however long it is.
MINUTES = {HOUR: 60, HALF_DAY: 5 * 60, DAY: 25 * 60}
DEPOSIT = "deposit"
#: EUR of one unit at most: catches slips of the finger.
MOST = Decimal(10_000)
NOTHING = Decimal("0.00")

ADMINISTRATION, PERSON = "administration", "person"


@dataclass(frozen=True)
class Rate:
    """What one kind of applicant pays for one kind of space; None is a unit that is not offered.

    deposit: asked for once with a fixed place.
    """

    hour: Decimal | None = None
    half_day: Decimal | None = None
    day: Decimal | None = None
    deposit: Decimal | None = None

    @property
    def offered(self):
        """Return [(unit, EUR)] of what is offered, the smallest unit first."""
        return [(unit, price) for unit in UNITS if (price := getattr(self, unit)) is not None]


FREE = Rate()


@dataclass(frozen=True)
class PriceList:
    """Prices in force from a day on.

    entered: the minute in which it was written down, in UTC, as bookings have theirs.
    rates: {(kind of space, kind of applicant): Rate}.
    cancel_hours: so long before the beginning a booking is given back for nothing; later
    cancel_share percent of its price are owed, once it has begun all of it.
    """

    valid_from: date
    entered: datetime
    rates: dict = field(default_factory=dict, hash=False)
    cancel_hours: int = 0
    cancel_share: int = 100
    by: str = ""


@dataclass(frozen=True)
class Price:
    """What a time costs: units is {unit: how many} of what it was reckoned by."""

    amount: Decimal = NOTHING
    units: dict = field(default_factory=dict, hash=False)
    deposit: Decimal = NOTHING


def list_for(lists, day, known=None):
    """Return the PriceList in force on a day, or None.

    lists: in the order in which they were entered; of two for one day the later one holds.
    known: those entered after this minute do not count.
    """
    found = [
        (one.valid_from, one.entered, number, one)
        for number, one in enumerate(lists)
        if one.valid_from <= day and (known is None or one.entered <= known)
    ]
    return max(found)[-1] if found else None


def pieces_of(spans, terms):
    """Return [(local day, minutes)] of Spans within the opening hours of a space, each day once.

    What is closed costs nothing.
    """
    minutes = {}
    for span in spans:
        for day in span.days():
            for opened in open_spans(day, terms):
                if opened.overlaps(span):
                    cut = Span(max(opened.start, span.start), min(opened.end, span.end))
                    minutes[day] = minutes.get(day, 0) + int(cut.length / MINUTE)
    return sorted(minutes.items())


def price_of_day(minutes, rate):
    """Return (EUR, {unit: how many}) of so many minutes of one day, by the cheapest units.

    >>> rate = Rate(hour=Decimal("4.00"), half_day=Decimal("15.00"), day=Decimal("25.00"))
    >>> [price_of_day(60 * hours, rate)[0] for hours in (1, 3, 4, 6, 8)]
    [Decimal('4.00'), Decimal('12.00'), Decimal('15.00'), Decimal('19.00'), Decimal('25.00')]
    """
    best = (NOTHING, {}) if minutes <= 0 or not rate.offered else None
    for counts in covers(minutes, rate.offered) if best is None else ():
        amount = sum((getattr(rate, unit) * count for unit, count in counts.items()), NOTHING)
        if best is None or amount < best[0]:
            best = (amount, {unit: count for unit, count in counts.items() if count})
    return best


def covers(minutes, offered):
    """Yield {unit: how many} of every choice of units that is enough for minutes, none too many."""
    (unit, _price), smaller = offered[-1], offered[:-1]
    for count in range(-(-minutes // MINUTES[unit]) + 1):
        left = minutes - count * MINUTES[unit]
        if left <= 0:
            yield {unit: count}
            return
        for others in covers(left, smaller) if smaller else ():
            yield {unit: count, **others}


def price_of(pieces, space_kind, applicant_kind, lists, known=None):
    """Return the Price of pieces of days, each by the list in force on it, or None without a list.

    known: as for list_for.
    """
    amount, units, deposit, found = NOTHING, {}, NOTHING, False
    for day, minutes in pieces:
        prices = list_for(lists, day, known)
        if prices is None:
            continue
        rate = prices.rates.get((space_kind, applicant_kind), FREE)
        if not found:
            deposit = rate.deposit or NOTHING
        found = True
        of_day, counts = price_of_day(minutes, rate)
        amount += of_day
        for unit, count in counts.items():
            units[unit] = units.get(unit, 0) + count
    return Price(amount, units, deposit) if found else None


def fee(amount, start, now, prices):
    """Return what is owed of a price when its booking is given back now.

    >>> from datetime import UTC
    >>> start = datetime(2027, 1, 4, 8, tzinfo=UTC)
    >>> prices = PriceList(start.date(), start, cancel_hours=24, cancel_share=50)
    >>> [fee(Decimal("12.35"), start, start - timedelta(hours=n), prices) for n in (24, 23, 0)]
    [Decimal('0.00'), Decimal('6.18'), Decimal('12.35')]
    """
    if now >= start:
        return amount
    if prices is None or now <= start - timedelta(hours=prices.cancel_hours):
        return NOTHING
    return (amount * prices.cancel_share / 100).quantize(CENT, ROUND_HALF_UP)
