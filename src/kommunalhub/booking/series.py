"""Series: the same time on several days, by the clock on the wall."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from dateutil.rrule import DAILY
from dateutil.rrule import MONTHLY
from dateutil.rrule import rrule
from dateutil.rrule import WEEKLY
from kommunalhub.booking.rules import local_moment
from kommunalhub.booking.rules import Span


DAYS, WEEKS, FORTNIGHTS, MONTHS = "days", "weeks", "fortnights", "months"
STEPS = {DAYS: (DAILY, 1), WEEKS: (WEEKLY, 1), FORTNIGHTS: (WEEKLY, 2), MONTHS: (MONTHLY, 1)}
#: Dates of one series at most.
MOST = 60


@dataclass(frozen=True)
class Series:
    """Every so often from a day until another, both counted: step is one of STEPS.

    first, last: minutes of the local day. `days` leaves out Saturdays and Sundays. A monthly series
    keeps the day of the week: the second Tuesday stays the second Tuesday.
    """

    start: date
    until: date
    step: str
    first: int
    last: int

    def days(self):
        """Return the local days, in order, at most MOST of them."""
        freq, interval = STEPS[self.step]
        rule = {"dtstart": datetime.combine(self.start, datetime.min.time()), "count": MOST}
        if self.step == DAYS:
            rule["byweekday"] = range(5)
        if self.step == MONTHS:
            rule |= {"byweekday": self.start.weekday(), "bysetpos": (self.start.day - 1) // 7 + 1}
        days = [moment.date() for moment in rrule(freq, interval=interval, **rule)]
        return [day for day in days if day <= self.until]

    def spans(self):
        """Return the Span of each date."""
        return [
            Span(local_moment(day, self.first), local_moment(day, self.last)) for day in self.days()
        ]

    @property
    def is_long(self):
        """Whether there would be more dates than a series may have."""
        days = self.days()
        return len(days) == MOST and days[-1] < self.until
