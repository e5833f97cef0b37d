"""What is asked of a calendar: which dates, and of when; pure."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub.core.agenda.month import YEARS
from kommunalhub.core.formatting import BERLIN


#: Days that a list shows at once.
DAYS = 28


@dataclass(frozen=True)
class Asked:
    """Which dates. kind: name of a source, or one's own; access: facts that must all be there."""

    kind: str = ""
    partner: str = ""
    topic: str = ""
    access: tuple = ()

    def fits(self, one):
        """Return whether an Occurrence is asked for; of which kind it is has been looked at."""
        return (
            (not self.partner or one.partner == self.partner)
            and (not self.topic or self.topic in one.topics)
            and set(self.access) <= set(one.access)
        )

    def query(self):
        """Return [(name, value)] of what stays in addresses."""
        pairs = [("kind", self.kind), ("partner", self.partner), ("topic", self.topic)]
        return [pair for pair in pairs if pair[1]] + [("access", token) for token in self.access]


@dataclass(frozen=True)
class Period:
    """DAYS from a day on."""

    first: date

    @property
    def last(self):
        return self.first + timedelta(days=DAYS - 1)

    @property
    def before(self):
        return Period(self.first - timedelta(days=DAYS))

    @property
    def after(self):
        return Period(self.first + timedelta(days=DAYS))

    def span(self):
        """Return its (start, end) in UTC: midnight to midnight in Europe/Berlin."""
        return midnight(self.first), midnight(self.first + timedelta(days=DAYS))


def midnight(day):
    """Return the moment at which a day begins in Europe/Berlin, in UTC."""
    return datetime.combine(day, time(), tzinfo=BERLIN).astimezone(UTC)


def period_in(text, today):
    """Return the Period from the day that a text such as `2026-12-03` names; else from today on.

    >>> period_in("2026-12-03", date(2026, 3, 5)).first, period_in("x", date(2026, 3, 5)).first
    (datetime.date(2026, 12, 3), datetime.date(2026, 3, 5))
    """
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError):
        return Period(today)
    return Period(day if abs(day.year - today.year) <= YEARS else today)
