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
from dateutil.relativedelta import relativedelta
from functools import lru_cache
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.lib.workdays import is_holiday
from kommunalhub.lib.workdays import NONE_CLOSED


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


def local_moment(day: date, minutes: int) -> datetime:
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


#: So long before it begins a time that somebody has asked for is granted, or not.
ANSWER = timedelta(hours=1)


def answer_by(span, now):
    """Return until when a Span that is asked for now waits for the answer: before it begins.

    >>> eight, nine, noon = (datetime(2027, 1, 4, hour, tzinfo=UTC) for hour in (8, 9, 12))
    >>> [answer_by(Span(start, noon), eight).hour for start in (nine, noon)]
    [8, 11]
    >>> answer_by(Span(nine, noon), eight).minute
    30
    """
    return at_minute(span.start - min(ANSWER, max(span.start - now, timedelta()) / 2))


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


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, the last of a shorter month.

    >>> months_before(date(2027, 3, 31), 1), months_before(date(2027, 1, 15), 12)
    (datetime.date(2027, 2, 28), datetime.date(2026, 1, 15))
    """
    return day - relativedelta(months=months)


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
