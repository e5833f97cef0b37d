"""What calendars show of one space on one day, as values for templates."""

from dataclasses import dataclass
from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import said
from kommunalhub.booking.rules import Span
from kommunalhub.booking.storage import moment_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from urllib.parse import urlencode


#: Minutes of a column of the day, and of a day: no buffer is longer.
COLUMN, DAY = 15, 1440
FREE, PART, BUSY, MINE = "free", "partly", "busy", "mine"
SHUT, OVER, NONE = "shut", "over", "none"
WORDS = {
    FREE: _("slot_free", default="free"),
    PART: _("slot_part", default="partly free"),
    BUSY: _("slot_busy", default="taken"),
    MINE: _("slot_mine", default="yours"),
    SHUT: _("slot_shut", default="closed"),
    OVER: _("slot_over", default="over"),
}
WHY = {
    "holiday": _("shut_holiday", default="closed: public holiday"),
    "closed": _("shut_closed", default="closed on this day"),
    "weekday": _("shut_weekday", default="not open"),
}
FROM = _("slot_free_from", default="free from ${time}")
UNTIL = _("slot_free_until", default="free until ${time}")
GAPS = _("slot_free_gaps", default="${n} gaps")


@dataclass(frozen=True)
class Cell:
    """One piece of a row: how many columns wide, its state, what it says and leads to."""

    width: int
    state: str
    word: object = ""
    time: str = ""
    url: str | None = None


def book_url(space, span):
    return f"{space.absolute_url()}/@@buchen?{urlencode(said.form_query(span))}"


def booking_url(space, booking):
    return f"{space.absolute_url()}/@@buchung?id={booking.id}"


def frame_of(terms, day):
    """Return (first, last) minute of a day, at whole hours, in which any of the terms is open."""
    spans = [minutes for one in terms for minutes in one.hours[day.weekday()]] or [(480, 1080)]
    first, last = min(one[0] for one in spans), max(one[1] for one in spans)
    return first // 60 * 60, -(-last // 60) * 60


def row(space, terms, day, frame, now):
    """Return the Cells of a day, left to right."""
    first, last = frame
    count = (last - first) // COLUMN
    columns, pieces = [None] * count, []

    def lay(span, piece, outwards):
        start = said.minute_of(span.start, day) - first
        end = said.minute_of(span.end, day) - first
        if outwards:
            start, end = start // COLUMN, -(-end // COLUMN)
        else:
            start, end = -(-start // COLUMN), end // COLUMN
        for column in range(max(start, 0), min(end, count)):
            columns[column] = len(pieces)
        pieces.append(piece)

    whole = free.day_span(day)
    opened = rules.open_spans(day, terms)
    if not opened:
        lay(whole, (SHUT, WHY[rules.why_closed(day, terms)], "", None), True)
    for span in opened:
        over = Span(span.start, min(max(span.start, now), span.end))
        lay(over, (OVER, WORDS[OVER], "", None), False)
    for span in free.free_spans(space, whole, now, terms):
        lay(span, (FREE, WORDS[FREE], said.hours(span), book_url(space, span)), False)
    for claim in free.claims_of(space, whole):
        span = Span(moment_of(claim.start), moment_of(claim.end))
        shown = Span(max(span.start, whole.start), min(span.end, whole.end))
        state, word, url = taken(space, claim)
        lay(shown, (state, word, said.hours(shown), url), True)
    return cells(columns, pieces, space)


def taken(space, claim):
    """Return (state, word, address or None) of a taken time."""
    booking = free.booking_of(claim)
    if booking.kind == bookings.CLOSED:
        return SHUT, booking.purpose or WORDS[SHUT], None
    if booking.holder and booking.holder == asking.userid():
        own = booking.space == space.UID()
        return MINE, WORDS[MINE], booking_url(space, booking) if own else None
    return BUSY, rights.called(booking) or WORDS[BUSY], None


def cells(columns, pieces, space):
    found, start = [], 0
    for column in range(1, len(columns) + 1):
        if column == len(columns) or columns[column] != columns[start]:
            piece = pieces[columns[start]] if columns[start] is not None else (NONE, "", "", None)
            found.append(Cell(column - start, *piece))
            start = column
    return found


@dataclass(frozen=True)
class Day:
    """How full a space is on a day: state, what is said of it, a picture of it (CSS)."""

    day: object
    state: str
    more: object = ""
    bar: str = ""

    @property
    def word(self):
        return WORDS[self.state]


def days(space, terms, first, count, now, me):
    """Return a Day for each of so many days from a first one on."""
    period = Span(rules.local_moment(first, 0), rules.local_moment(first + timedelta(count), 0))
    ahead = free.claims_of(space, period.padded(DAY, DAY))[::-1]
    near, found, mine = [], [], ids_of(me)
    for number in range(count):
        day = first + timedelta(number)
        whole = free.day_span(day).padded(DAY, DAY)
        start, end = whole.start.timestamp(), whole.end.timestamp()
        near = [claim for claim in near if claim.last > start]
        while ahead and ahead[-1].first < end:
            near.append(ahead.pop())
        found.append(summary(day, terms, near, now, mine))
    return found


def ids_of(me):
    """Return the ids of what a person has booked from yesterday on."""
    book = free.book()
    account = book.accounts.get(me) if book is not None and me else None
    return frozenset(entry[4] for entry in account.entries) if account is not None else frozenset()


def summary(day, terms, claims, now, mine):
    """Return the Day of a space whose claims are near it."""
    opened = rules.open_spans(day, terms)
    if not opened:
        return Day(day, SHUT, WHY[rules.why_closed(day, terms)])
    first, last = opened[0].start.timestamp(), opened[-1].end.timestamp()
    today = [claim for claim in claims if claim.start < last and claim.end > first]
    own = next((claim for claim in today if claim.id in mine), None)
    bar = bar_of(today, first, last)
    if own is not None:
        start, end = (moment_of(number) for number in (own.start, own.end))
        return Day(day, MINE, said.hours(Span(start, end)), bar)
    reached = now.timestamp()
    if last <= reached:
        return Day(day, OVER, "", bar)
    ahead = [
        (max(span.start.timestamp(), reached), span.end.timestamp())
        for span in opened
        if span.end.timestamp() > reached
    ]
    least = max(60, 60 * terms.shortest)
    found = rules.free_between(ahead, [claim[:2] for claim in claims], terms, least)
    if not found:
        return Day(day, BUSY, "", bar)
    if found == ahead:
        return Day(day, FREE, "", bar)
    return Day(day, PART, gaps_text(found, ahead), bar)


def gaps_text(found, ahead):
    """Return what is said of the gaps of a day."""
    if len(found) > 1:
        return filled(GAPS, n=len(found))
    [(start, end)] = found
    if end == ahead[-1][1]:
        return filled(FROM, time=formatting.clock(moment_of(start)))
    if start == ahead[0][0]:
        return filled(UNTIL, time=formatting.clock(moment_of(end)))
    return said.hours(Span(moment_of(start), moment_of(end)))


def bar_of(claims, first, last):
    """Return the stops of a gradient that shows what of a day is taken, in percent of it."""
    stops, reached = [], 0
    for claim in claims:
        start = max(round(100 * (claim.start - first) / (last - first)), reached)
        end = min(round(100 * (claim.end - first) / (last - first)), 100)
        if end > start:
            stops.append(f"#0000 {reached}% {start}%,var(--hub-edge) {start}% {end}%")
            reached = end
    if not stops:
        return ""
    return f"--bar:linear-gradient(90deg,{','.join(stops)},#0000 {reached}%)"
