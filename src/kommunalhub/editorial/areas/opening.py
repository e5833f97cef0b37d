"""When an administration is open: by weekday, with days of their own. Pure, no Plone, no "now".

Hours are wall-clock minutes of a day in Berlin, as people read them on a door: a week is seven
tuples of (first minute, minute after the last), from Monday on. Public holidays of
Schleswig-Holstein and the days on which the office is closed (approvals/clock) are off, unless a
day of its own says otherwise.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import timedelta
from kommunalhub.lib.workdays import holiday_name
from kommunalhub.lib.workdays import is_holiday
from kommunalhub.lib.workdays import ONE_DAY


NEVER = ((),) * 7
#: So far ahead the next opening is told.
FARTHEST = timedelta(days=60)
OPEN, OPENS_TODAY, OPENS_LATER, SHUT = "open", "opens_today", "opens_later", "shut"


@dataclass(frozen=True)
class Special:
    """Days of their own, first and last counted: other hours, none for closed, and why."""

    first: date
    last: date
    hours: tuple = ()
    note: str = ""

    def holds(self, day):
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Hours:
    """week: see above; specials: the first that holds counts; closed: {date: why}."""

    week: tuple = NEVER
    specials: tuple = ()
    closed: dict = field(default_factory=dict)

    def __bool__(self):
        return any(self.week)

    def on(self, day):
        """Return (hours, why they are others than usual or "") of a day."""
        for special in self.specials:
            if special.holds(day):
                return special.hours, special.note
        if day in self.closed:
            return (), self.closed[day]
        if is_holiday(day):
            return (), holiday_name(day)
        return self.week[day.weekday()], ""


@dataclass(frozen=True)
class Standing:
    """How it stands at a moment. minute: until when, or from when on; day: on which; why: or ""."""

    kind: str
    minute: int | None = None
    day: date | None = None
    why: str = ""


def standing(hours: Hours, moment: datetime) -> Standing:
    """Return the Standing at a moment, given as wall-clock time in Berlin.

    >>> monday = datetime(2026, 11, 30, 10, 0)
    >>> week = (((480, 720), (840, 960)),) * 5 + ((), ())
    >>> standing(Hours(week), monday).minute // 60
    12
    >>> standing(Hours(week), monday.replace(hour=12)).kind
    'opens_today'
    """
    today, minute = moment.date(), moment.hour * 60 + moment.minute
    spans, why = hours.on(today)
    for first, until in spans:
        if first <= minute < until:
            return Standing(OPEN, until, today, why)
        if minute < first:
            return Standing(OPENS_TODAY, first, today, why)
    day = today + ONE_DAY
    while day - today <= FARTHEST:
        later, _why = hours.on(day)
        if later:
            return Standing(OPENS_LATER, later[0][0], day, why)
        day += ONE_DAY
    return Standing(SHUT, why=why)


def grouped(week):
    """Return [(weekdays, hours)]: days with the same hours together, by their first day.

    A weekend without hours is left out, as nobody expects some.

    >>> grouped((((480, 720),),) * 2 + ((),) + (((480, 720),),) * 2 + ((), ()))
    [((0, 1, 3, 4), ((480, 720),)), ((2,), ())]
    """
    found = {}
    for day, spans in enumerate(week):
        found.setdefault(spans, []).append(day)
    if not week[5] and not week[6] and () in found:
        found[()] = [day for day in found[()] if day < 5]
    return [(tuple(days), spans) for spans, days in found.items() if days]


def runs(days):
    """Return [(first, last)] of numbers that follow each other; two alone are no run.

    >>> runs((0, 1, 2, 4, 5))
    [(0, 2), (4, 4), (5, 5)]
    """
    found = []
    for day in days:
        if found and found[-1][1] == day - 1:
            found[-1][1] = day
        else:
            found.append([day, day])
    return [
        part
        for first, last in found
        for part in ([(first, last)] if last - first != 1 else [(first, first), (last, last)])
    ]


def clock(minute):
    """Return a minute of a day as people write it.

    >>> clock(480), clock(990), clock(1440)
    ('8', '16:30', '24')
    """
    hour, rest = divmod(minute, 60)
    return f"{hour}:{rest:02}" if rest else str(hour)


def spans_text(spans):
    """Return hours as people write them, "" for none.

    >>> spans_text(((480, 720), (840, 990)))
    '8–12, 14–16:30'
    """
    return ", ".join(f"{clock(first)}–{clock(until)}" for first, until in spans)
