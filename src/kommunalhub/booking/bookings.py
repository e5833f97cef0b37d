"""A booking, and its claim, as values."""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from decimal import Decimal
from kommunalhub.booking.rules import Span
from kommunalhub.lib.queues import LAPSED
from kommunalhub.lib.queues import OFFERED
from kommunalhub.lib.queues import WAITING
from typing import NamedTuple


CONFIRMED, CANCELLED = "confirmed", "cancelled"
#: Waits to be approved („Vorgemerkt“); was not approved.
ASKED, REFUSED = "asked", "refused"
STATES = (CONFIRMED, ASKED, OFFERED, WAITING, CANCELLED, REFUSED, LAPSED)
#: States that keep others off the time.
HOLDING = (CONFIRMED, ASKED, OFFERED)
#: What holds a space: somebody's booking, a desk given for a whole period, a time it is closed.
BOOKING, FIXED, CLOSED = "booking", "fixed", "closed"


@dataclass(frozen=True)
class Booking:
    """One time of one space.

    space: UID. start, end: UTC; before, after: minutes, as the space had it when it was booked.
    holder: user id of whose booking it is, "" for nobody with an account; made_by: who made it.
    partner: administration that the holder works for, "" for none. kind: BOOKING, FIXED or CLOSED.
    source: UID of the case it follows from, or that asks for it. series: what all dates of one
    series share. sequence: counts changes, for calendars. arrived: when the holder checked in.
    missed: given back because nobody did. applicant: kind of applicant as which the holder pays;
    price, deposit: EUR, as it was when it was booked; None where nothing was asked for. until: when
    an offer ends, or what is asked for lapses. number: counts those who wait, in their order.
    reminded: its holder was reminded of it.
    """

    id: str
    space: str
    start: datetime
    end: datetime
    holder: str = ""
    made_by: str = ""
    partner: str = ""
    purpose: str = ""
    state: str = CONFIRMED
    kind: str = BOOKING
    before: int = 0
    after: int = 0
    source: str = ""
    series: str = ""
    sequence: int = 0
    arrived: datetime | None = None
    missed: bool = False
    applicant: str = ""
    price: Decimal | None = None
    deposit: Decimal | None = None
    until: datetime | None = None
    number: int = 0
    reminded: bool = False
    made: datetime | None = field(default=None, compare=False)

    @property
    def is_firm(self):
        """Whether it holds its time: confirmed, asked for, or offered to who waited for it."""
        return self.state in HOLDING

    @property
    def is_confirmed(self):
        return self.state == CONFIRMED

    @property
    def is_open(self):
        """Whether something can still become of it."""
        return self.is_firm or self.state == WAITING

    @property
    def is_queued(self):
        """Whether it stands on a waiting list, or has an offer from it."""
        return self.state in (WAITING, OFFERED)

    @property
    def span(self):
        return Span(self.start, self.end)

    @property
    def claimed(self):
        """The Span that is closed to others."""
        return self.span.padded(self.before, self.after)

    @property
    def claim(self):
        claimed = self.claimed
        moments = (claimed.start, claimed.end, self.start, self.end)
        return Claim(*map(seconds, moments), self.space, self.id)


class Claim(NamedTuple):
    """What ledgers keep of a booking: the claimed span, the booked one (seconds), space and id."""

    first: int
    last: int
    start: int
    end: int
    space: str
    id: str


def seconds(moment):
    return int(moment.timestamp())
