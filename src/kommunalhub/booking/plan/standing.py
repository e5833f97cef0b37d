"""How a space is at one moment, for who asks: what it is, until when, what can be booked then."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import presence
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import said
from kommunalhub.booking.bookings import Booking
from kommunalhub.booking.browser import days
from kommunalhub.booking.rules import Span
from kommunalhub.booking.storage import moment_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from plone.uuid.interfaces import IUUID


#: How far ahead the end of a state is looked for.
AHEAD = timedelta(days=14)
#: Asked for, and not decided on yet.
WAIT = "wait"
ASKED = _("slot_asked", default="kept until decided")
UNTIL = _("standing_until", default="until ${time}")
UNTIL_DAY = _("standing_until_day", default="until ${day}, ${time}")
THEN_FREE = _("standing_then_free", default="until ${time}, then free")
OPENS = _("standing_opens", default="opens at ${time}")
CLOSED_NOW = _("standing_not_open", default="not open")


@dataclass(frozen=True)
class Standing:
    """state, word: as in days.WORDS, or why it is shut; called: what more who asks may read.

    until: end of the state, None where it is not known; next: Span that could be booked from then
    on that day, or None. own: the Booking of who asks that holds it.
    """

    state: str
    word: object
    called: str = ""
    until: datetime | None = None
    next: Span | None = None
    opens: datetime | None = None
    own: Booking | None = None

    @property
    def is_free(self):
        return self.state == days.FREE


def standing_of(space, terms, moment, now):
    """Return the Standing of a Space; terms: its Terms."""
    day = rules.to_local(moment).date()
    gaps = free.free_spans(space, free.day_span(day), now, terms)
    ahead = free.claims_of(space, Span(moment, moment + AHEAD))
    holding = [claim for claim in ahead if moment_of(claim.first) <= moment]
    if holding:
        return _held(space, terms, moment, ahead, gaps)
    opened = next((o for o in rules.open_spans(day, terms) if o.start <= moment < o.end), None)
    if opened is None:
        return _shut(terms, day, moment, gaps)
    end = min([opened.end, *(moment_of(c.first) for c in ahead)])
    if end <= now:
        return Standing(days.OVER, days.WORDS[days.OVER])
    return Standing(days.FREE, days.WORDS[days.FREE], until=end, next=bookable(gaps, moment, terms))


def _held(space, terms, moment, ahead, gaps):
    """Return the Standing of a space that somebody has, or that is closed, at a moment."""
    holding = [claim for claim in ahead if moment_of(claim.first) <= moment]
    shown = [(days.taken(space, claim), claim) for claim in holding]
    weight = {days.MINE: 0, days.SHUT: 1}
    (state, word, _url), claim = min(shown, key=lambda one: weight.get(one[0][0], 2))
    usual = days.WORDS.get(state, word)
    if is_asked(claim) and state == days.BUSY:
        state, word = WAIT, ASKED if word == usual else word
        usual = ASKED
    until, own = moment_of(claim.last), None
    if state == days.MINE:
        booking = free.booking_of(claim)
        own = booking if booking.space == IUUID(space) else None
        until = moment_of(claim.end)
    else:
        until = _end_of_run(ahead, until)
    called = "" if word == usual else word
    return Standing(state, usual, called, until, bookable(gaps, until, terms), own=own)


def is_asked(claim):
    """Return whether a time is kept until somebody decides, and who asks is told so."""
    return free.booking_of(claim).state == bookings.ASKED and (
        rights.sees_partners() or rights.may_read(free.booking_of(claim))
    )


def _end_of_run(claims, until):
    """Return when what follows without a gap is over."""
    for claim in claims:
        if moment_of(claim.first) <= until:
            until = max(until, moment_of(claim.last))
    return until


def _shut(terms, day, moment, gaps):
    why = rules.why_closed(day, terms)
    if why is not None:
        return Standing(days.SHUT, days.WORDS[days.SHUT], days.WHY[why])
    later = [opened.start for opened in rules.open_spans(day, terms) if opened.start > moment]
    opens = min(later, default=None)
    found = bookable(gaps, moment, terms)
    return Standing(days.SHUT, days.WORDS[days.SHUT], CLOSED_NOW, next=found, opens=opens)


def bookable(gaps, moment, terms):
    """Return the first Span that can be booked from a moment on, as long as it may be, or None."""
    for gap in gaps:
        start = max(gap.start, moment)
        end = gap.end
        if terms.longest:
            end = min(end, start + terms.longest * rules.MINUTE)
        if end - start >= max(terms.shortest, 1) * rules.MINUTE:
            return Span(start, end)
    return None


def lasting(standing, moment):
    """Return how long the state lasts as a translatable sentence, "" where it is not known."""
    if standing.opens is not None:
        return filled(OPENS, {"time": formatting.clock(standing.opens)})
    if standing.until is None:
        return ""
    day, last = (rules.to_local(one).date() for one in (moment, standing.until))
    clock = said.end_clock(Span(moment, standing.until))
    if last != day and clock != "24:00":
        return filled(UNTIL_DAY, {"day": formatting.weekday(last), "time": clock})
    then = standing.next is not None and standing.next.start == standing.until
    if then and not standing.is_free:
        return filled(THEN_FREE, {"time": clock})
    return filled(UNTIL, {"time": clock})


def awaited(folder, now):
    """Return [(Space, Booking)] of who is signed in that wait for checking in, in a folder."""
    me = asking.userid()
    if me is None:
        return []
    found = []
    for space in free.spaces_in(folder):
        if not space.check_in:
            continue
        for claim in free.claims_of(space, Span(now - presence.BACK, now + rules.EARLY)):
            booking = free.booking_of(claim)
            if (
                booking.holder == me
                and booking.space == IUUID(space)
                and presence.is_awaited(space, booking, now)
            ):
                found.append((space, booking))
    return found
