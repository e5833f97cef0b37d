"""Time in which somebody is there: service hours by weekday, in Berlin, without holidays. Pure.

Hours are wall-clock minutes of a day, so a service day from 8 to 16 is eight hours on every day,
and one from 0 to 24 is 23 hours on the day on which clocks are put forward. Moments are aware,
spans and results are in UTC. Public holidays are those of Schleswig-Holstein (lib/workdays.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub.lib.workdays import is_holiday
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.lib.workdays import ONE_DAY
from zoneinfo import ZoneInfo


BERLIN = ZoneInfo("Europe/Berlin")
DAY = 24 * 60
#: No amount of service time is looked for longer than this: somebody has closed for good.
FARTHEST = timedelta(days=3 * 366)
NOTHING = timedelta(0)

#: What holds from a day on: seven tuples of (first minute, minute after the last), from Monday on.
Week = tuple[tuple[tuple[int, int], ...], ...]
Span = tuple[datetime, datetime]


class NeverOpen(ValueError):
    """Within three years there is not as much service time as was looked for."""


@dataclass(frozen=True)
class ServiceHours:
    """When somebody is there. weeks: {first day: Week}; before the first of them its week holds.

    closed: days of the house's own on which nobody is there. holidays: whether public holidays are
    off. Raises ValueError for hours that overlap, run backwards or leave their day.
    """

    weeks: tuple[tuple[date, Week], ...]
    closed: frozenset[date] = field(default=NONE_CLOSED)
    holidays: bool = True

    def __post_init__(self):
        if not self.weeks or [day for day, _week in self.weeks] != sorted(
            {day for day, _week in self.weeks}
        ):
            raise ValueError("weeks: one or more, ordered by their first day")
        for _day, week in self.weeks:
            if len(week) != 7 or not all(_is_sound(hours) for hours in week):
                raise ValueError(f"week: {week}")

    def week_of(self, day: date) -> Week:
        """Return the week that holds on a day."""
        held = self.weeks[0][1]
        for first, week in self.weeks[1:]:
            if first > day:
                break
            held = week
        return held

    def spans_of(self, day: date) -> tuple[Span, ...]:
        """Return the service time of a day as spans in UTC, in their order."""
        if day in self.closed or (self.holidays and is_holiday(day)):
            return ()
        spans = ((_moment(day, start), _moment(day, end)) for start, end in self._hours(day))
        return tuple((start, end) for start, end in spans if start < end)

    def _hours(self, day):
        return self.week_of(day)[day.weekday()]

    def spans(self, start: datetime, end: datetime) -> Iterator[Span]:
        """Yield the service time in [start, end) as spans in UTC."""
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        day, last = start.astimezone(BERLIN).date(), end.astimezone(BERLIN).date()
        while day <= last:
            for first, until in self.spans_of(day):
                if first < end and until > start:
                    yield max(first, start), min(until, end)
            day += ONE_DAY

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Return how much service time lies in [start, end); nothing where end is not after start.

        >>> week = ((((480, 960),),) * 5 + ((),) * 2)  # 8 to 16
        >>> hours = ServiceHours(((date(2026, 1, 1), week),))
        >>> friday = datetime(2026, 11, 27, 15, tzinfo=BERLIN)
        >>> hours.between(friday, datetime(2026, 11, 30, 9, tzinfo=BERLIN))
        datetime.timedelta(seconds=7200)
        """
        return sum((until - first for first, until in self.spans(start, end)), NOTHING)

    def after(self, start: datetime, amount: timedelta) -> datetime:
        """Return the first moment at which `amount` of service time has passed since `start`.

        Nothing to wait for is over at once. Raises NeverOpen.
        """
        start = start.astimezone(UTC)
        if amount <= NOTHING:
            return start
        for first, until in self.spans(start, start + FARTHEST):
            if until - first >= amount:
                return first + amount
            amount -= until - first
        raise NeverOpen

    def is_open(self, moment: datetime) -> bool:
        """Return whether somebody is there at a moment."""
        return any(True for _span in self.spans(moment, moment + timedelta(microseconds=1)))

    def opens(self, moment: datetime) -> datetime:
        """Return the moment itself in service time, else the next at which somebody is there."""
        for first, _until in self.spans(moment, moment + FARTHEST):
            return first
        raise NeverOpen


def _is_sound(hours) -> bool:
    edges = [minute for pair in hours for minute in pair]
    return edges == sorted(set(edges)) and all(0 <= minute <= DAY for minute in edges)


def _moment(day: date, minute: int) -> datetime:
    """Return a wall-clock minute of a day in UTC; minute 1440 is the next day's beginning."""
    days, minute = divmod(minute, DAY)
    at = time(minute // 60, minute % 60)
    return datetime.combine(day + days * ONE_DAY, at, tzinfo=BERLIN).astimezone(UTC)
