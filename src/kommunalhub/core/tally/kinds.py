"""What can be counted: pure, no Plone, no "now"."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta


@dataclass(frozen=True)
class TallyKind:
    """Something that is counted for things (texts); `name` is where the numbers are kept.

    days: so long numbers are kept. weekly: no finer time than the week is kept. most: so many
    different things a day or week, the rest is not counted: a flood must not fill the database.
    """

    name: str
    days: int = 365
    weekly: bool = False
    most: int = 5000

    def period(self, day: date) -> str:
        """Return the ISO day that a day counts for: itself, or the Monday of its week.

        >>> day = date(2026, 11, 26)
        >>> TallyKind("a").period(day), TallyKind("b", weekly=True).period(day)
        ('2026-11-26', '2026-11-23')
        """
        if self.weekly:
            day -= timedelta(days=day.weekday())
        return day.isoformat()

    def oldest(self, day: date) -> str:
        """Return the oldest period that is still kept on a day."""
        return self.period(day - timedelta(days=self.days))
