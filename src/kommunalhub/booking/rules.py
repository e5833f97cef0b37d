"""The rules of time as pure functions; now comes in as an argument.

Moments are aware datetimes in UTC, spans are half-open [start, end). What people agree on (opening
hours, days, weeks, months) is meant by the clock on the wall in Europe/Berlin: 8 to 18 stays 8 to
18 when the clocks are changed, and a whole day then lasts an hour less or more.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from functools import lru_cache
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.lib.workdays import is_holiday
from kommunalhub.lib.workdays import NONE_CLOSED

import re


MINUTE = timedelta(minutes=1)
#: A booking may begin in the quarter of an hour that runs.
GRACE = timedelta(minutes=15)

DESK, OFFICE, MEETING, HALL, DEVICE = "desk", "office", "meeting", "hall", "device"
KINDS = (DESK, OFFICE, MEETING, HALL, DEVICE)

STAFF, APPROVED, EVERYBODY = "staff", "approved", "everybody"
#: Whom a space lets book without asking: people of the administrations, whoever an offer gives the
#: right (see IBookingRight), everybody with an account.
USERS = (STAFF, APPROVED, EVERYBODY)

PERSON, PARTNER = "person", "partner"
HOURS, DAYS = "hours", "days"
WEEK, MONTH = "week", "month"

WEEKDAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
LINE = re.compile(r"(?P<days>[a-zäöü.,;\s–-]+?)\s+(?P<times>\d.*)", re.IGNORECASE)
TIMES = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?\s*(?:[–-]|bis)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?",
    re.IGNORECASE,
)
GERMAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
NO_HOURS = ((),) * 7


@dataclass(frozen=True, order=True)
class Span:
    """From start to end, the end not counted; both in UTC."""

    start: datetime
    end: datetime

    def overlaps(self, other):
        """Return whether both have a moment in common; touching is not overlapping.

        >>> eight, nine, ten = (datetime(2027, 1, 4, hour, tzinfo=UTC) for hour in (8, 9, 10))
        >>> Span(eight, nine).overlaps(Span(nine, ten)), Span(eight, ten).overlaps(Span(nine, ten))
        (False, True)
        """
        return self.start < other.end and other.start < self.end

    def covers(self, other):
        return self.start <= other.start and other.end <= self.end

    def padded(self, before, after):
        """Return the span with so many minutes before and after it."""
        return Span(self.start - before * MINUTE, self.end + after * MINUTE)

    @property
    def length(self):
        return self.end - self.start

    def days(self):
        """Return the local days on which it lies, in order."""
        first = to_local(self.start).date()
        last = to_local(self.end - timedelta(microseconds=1)).date()
        return [first + timedelta(n) for n in range((last - first).days + 1)]


@dataclass(frozen=True)
class Quota:
    """How much of one kind of space a person or an administration may book ahead and use.

    whose: PERSON or PARTNER; unit: HOURS or DAYS; period: WEEK (from Monday) or MONTH.
    """

    whose: str
    amount: int
    unit: str = DAYS
    period: str = WEEK


@dataclass(frozen=True)
class Terms:
    """On what terms one space is booked.

    hours: for each day of the week from Monday ((first minute, last minute), ...) of the local day.
    closed: days besides public holidays. notice: whole hours at least before the start.
    horizon: days at most from today to the day of the start, None for no limit.
    shortest, longest: minutes; before, after: minutes for setting up and clearing.
    """

    hours: tuple = NO_HOURS
    closed: frozenset = NONE_CLOSED
    notice: int = 0
    horizon: int | None = None
    shortest: int = 0
    longest: int | None = None
    before: int = 0
    after: int = 0
    quotas: tuple = ()


@dataclass(frozen=True)
class Refusal:
    """Why a time cannot be booked: a code with what its sentence needs, and the field to mend."""

    code: str
    field: str
    facts: tuple = ()

    @property
    def mapping(self):
        return dict(self.facts)


def at_minute(moment):
    """Return the moment without seconds, in UTC.

    >>> at_minute(datetime(2027, 1, 4, 9, 12, 31, tzinfo=BERLIN)).isoformat()
    '2027-01-04T08:12:00+00:00'
    """
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def local_moment(day, minutes):
    """Return the moment, in UTC, of so many minutes on the wall clock of a day; 1440 is midnight.

    A time that the clocks skip in March is read as winter time, of one that comes twice in October
    the first is meant.

    >>> local_moment(date(2027, 3, 28), 150).isoformat()
    '2027-03-28T01:30:00+00:00'
    >>> local_moment(date(2027, 6, 1), 1440).isoformat()
    '2027-06-01T22:00:00+00:00'
    """
    day, minutes = day + timedelta(days=minutes // 1440), minutes % 1440
    return datetime.combine(day, time(minutes // 60, minutes % 60), BERLIN).astimezone(UTC)


def span_of(day, first, last):
    """Return the Span of two minutes of one local day."""
    return Span(local_moment(day, first), local_moment(day, last))


@lru_cache(maxsize=256)
def parse_hours(text):
    """Return the hours of Terms from lines as `Mo–Fr 8:00–18:00` or `Sa 9–12, 13–16`.

    Raises ValueError with the line that is not understood, or that opens a day twice at once.

    >>> parse_hours("Mo–Fr 8–18\\nSa 9:30–12")[4:]
    (((480, 1080),), ((570, 720),), ())
    """
    found = [[] for _day in WEEKDAYS]
    for line in filter(None, map(str.strip, (text or "").splitlines())):
        match = LINE.fullmatch(line)
        if match is None:
            raise ValueError(line)
        spans = [_minutes(part, line) for part in re.split(r"[,;]|\bund\b", match["times"])]
        for day in _weekdays(match["days"], line):
            found[day] += spans
    for day, spans in enumerate(found):
        spans.sort()
        if any(second[0] < first[1] for first, second in zip(spans, spans[1:], strict=False)):
            raise ValueError(WEEKDAYS[day].capitalize())
    return tuple(map(tuple, found))


def _minutes(part, line):
    match = TIMES.fullmatch(part.strip())
    if match is None:
        raise ValueError(line)
    first, last = (int(match[n]) * 60 + int(match[n + 1] or 0) for n in (1, 3))
    if not 0 <= first < last <= 1440:
        raise ValueError(line)
    return first, last


def _weekdays(text, line):
    if text.strip().lower() in ("täglich", "jeden tag"):
        return list(range(7))
    days = []
    for part in re.split(r"[,;]|\bund\b", text):
        names = [name.strip(" .").lower()[:2] for name in re.split(r"[–-]|\bbis\b", part)]
        if len(names) > 2 or any(name not in WEEKDAYS for name in names):
            raise ValueError(line)
        first, last = WEEKDAYS.index(names[0]), WEEKDAYS.index(names[-1])
        if last < first:
            raise ValueError(line)
        days += range(first, last + 1)
    return sorted(set(days))


@lru_cache(maxsize=256)
def parse_days(text):
    """Return the days of lines as `24.12.2026` or `24.12.2026–1.1.2027`; ValueError with the line.

    >>> sorted(day.day for day in parse_days("30.12.2026–2.1.2027"))
    [1, 2, 30, 31]
    """
    found = set()
    for line in filter(None, map(str.strip, (text or "").splitlines())):
        parts = [part.strip() for part in re.split(r"[–-]|\bbis\b", line)]
        try:
            first, last = (_day(parts[n]) for n in (0, -1))
        except ValueError as error:
            raise ValueError(line) from error
        if len(parts) > 2 or not 0 <= (last - first).days < 400:
            raise ValueError(line)
        found.update(first + timedelta(n) for n in range((last - first).days + 1))
    return frozenset(found)


def _day(text):
    match = GERMAN_DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return date(int(match[3]), int(match[2]), int(match[1]))


def why_closed(day, terms):
    """Return "holiday", "closed" or "weekday" for a day on which a space is closed, else None."""
    if is_holiday(day):
        return "holiday"
    if day in terms.closed:
        return "closed"
    return None if terms.hours[day.weekday()] else "weekday"


@lru_cache(maxsize=8192)
def open_spans(day, terms):
    """Return the Spans in which a space is open on a local day."""
    if why_closed(day, terms) is not None:
        return ()
    return tuple(span_of(day, first, last) for first, last in terms.hours[day.weekday()])


def is_open(span, terms):
    """Return whether a space is open for the whole of a span; open at midnight joins days."""
    reached = span.start
    for day in span.days():
        for opened in open_spans(day, terms):
            if opened.start <= reached < opened.end:
                reached = opened.end
    return reached >= span.end


def refusals(span, terms, now):
    """Return the Refusals of a span by the terms of a space, but for quotas; empty for none."""
    if span.end <= span.start:
        return [Refusal("order", "end")]
    found = []
    start_day, today = to_local(span.start).date(), to_local(now).date()
    if span.start < now - GRACE:
        found.append(Refusal("past", "start"))
    elif terms.notice and span.start < now + timedelta(hours=terms.notice):
        found.append(Refusal("notice", "start", (("hours", terms.notice),)))
    if terms.horizon is not None and (start_day - today).days > terms.horizon:
        first = start_day - timedelta(days=terms.horizon)
        facts = (("days", terms.horizon), ("from", first))
        found.append(Refusal("horizon", "start", facts))
    minutes = span.length / MINUTE
    if minutes < terms.shortest:
        found.append(Refusal("shortest", "end", (("minutes", terms.shortest),)))
    if terms.longest is not None and minutes > terms.longest:
        found.append(Refusal("longest", "end", (("minutes", terms.longest),)))
    elif not is_open(span, terms):
        found.append(_closed(span, terms))
    return found


def _closed(span, terms):
    for day in span.days():
        why = why_closed(day, terms)
        if why is not None:
            return Refusal(why, "start", (("day", day),))
    return Refusal("hours", "start", (("day", span.days()[0]),))


#: So long before a booking begins one can check in.
EARLY = timedelta(minutes=15)


def check_in_window(span, minutes):
    """Return the Span in which the holder of a booking checks in; minutes: at most, from its start.

    >>> eight, nine = (datetime(2027, 1, 4, hour, tzinfo=UTC) for hour in (8, 9))
    >>> window = check_in_window(Span(eight, nine), 90)
    >>> window.start.minute, window.end == nine
    (45, True)
    """
    return Span(span.start - EARLY, min(span.start + minutes * MINUTE, span.end))


def period_of(day, period):
    """Return the first day of the week or month of a day, and the first day after it.

    >>> period_of(date(2027, 12, 31), MONTH)
    (datetime.date(2027, 12, 1), datetime.date(2028, 1, 1))
    """
    if period == WEEK:
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=7)
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1)


def used(spans, quota, first, after):
    """Return how much of a quota spans take from the local day `first` to `after`, not counted.

    Hours are rounded up to the half of one; a day counts once, however often it is booked.
    """
    period = Span(local_moment(first, 0), local_moment(after, 0))
    cut = [
        Span(max(span.start, period.start), min(span.end, period.end))
        for span in spans
        if span.overlaps(period)
    ]
    if quota.unit == DAYS:
        return len({day for span in cut for day in span.days()})
    minutes = sum(span.length / MINUTE for span in cut)
    return -(-minutes // 30) / 2


def over_quota(span, others, quota):
    """Return the Refusal of a span that takes more than the quota leaves beside others, or None."""
    for period in {period_of(day, quota.period) for day in span.days()}:
        before = used(others, quota, *period)
        if used([*others, span], quota, *period) > quota.amount:
            facts = (
                ("whose", quota.whose),
                ("amount", quota.amount),
                ("used", before),
                ("unit", quota.unit),
                ("period", quota.period),
            )
            return Refusal("quota", "start", facts)
    return None


def gaps(opened, claims, terms, least=MINUTE):
    """Return the Spans that can be booked within opening spans beside claims, in order.

    claims: Spans with the times before and after of others in them. least: shorter ones are left
    out, and those below the shortest booking of the space.
    """
    least = max(least, terms.shortest * MINUTE)
    found = free_between(
        [(span.start.timestamp(), span.end.timestamp()) for span in opened],
        sorted((claim.start.timestamp(), claim.end.timestamp()) for claim in claims),
        terms,
        least.total_seconds(),
    )
    return [Span(*(datetime.fromtimestamp(number, UTC) for number in gap)) for gap in found]


def free_between(opened, claims, terms, least):
    """Return what `gaps` does, all in seconds of the epoch; claims in order."""
    before, after = 60 * terms.before, 60 * terms.after
    found = []
    for start, end in opened:
        reached = start
        for first, last in claims:
            if first - after >= end:
                break
            if first - after - reached >= least:
                found.append((reached, first - after))
            reached = max(reached, last + before)
        if end - reached >= least:
            found.append((reached, end))
    return found


def fit(gap, wanted, length):
    """Return the Span of a length within a gap, as near as it can be to a wanted start, or None.

    >>> eight, noon = (datetime(2027, 1, 4, hour, tzinfo=UTC) for hour in (8, 12))
    >>> fit(Span(eight, noon), noon, timedelta(hours=1)).start.hour
    11
    """
    if gap.length < length:
        return None
    start = min(max(wanted, gap.start), gap.end - length)
    return Span(start, start + length)
