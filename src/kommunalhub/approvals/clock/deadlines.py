"""Until when a step is due: pure."""

from datetime import datetime
from datetime import time
from datetime import UTC
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.lib.workdays import NONE_CLOSED
from zoneinfo import ZoneInfo


BERLIN = ZoneInfo("Europe/Berlin")
END_OF_DAY = time(23, 59)


def due_after(moment, days, closed=NONE_CLOSED):
    """Return when a step is due that starts at `moment`: the end of the last working day, in UTC.

    moment: aware datetime. days: working days of Schleswig-Holstein, None for never.
    closed: days on which the responsible office is closed.

    >>> due_after(datetime(2026, 12, 23, 9, tzinfo=UTC), 2).isoformat()
    '2026-12-28T22:59:00+00:00'
    """
    if days is None:
        return None
    return end_of(add_workdays(moment.astimezone(BERLIN).date(), days, closed))


def end_of(day):
    """Return the last minute of a day in Europe/Berlin, in UTC."""
    return datetime.combine(day, END_OF_DAY, tzinfo=BERLIN).astimezone(UTC)
