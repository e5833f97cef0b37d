"""Moments at which tests run: no test reads the real clock, and none fails by the hour.

A fixture that sets `formatting.now` takes its params from here; the ids stand in the test's name.
"""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from zoneinfo import ZoneInfo


BERLIN = ZoneInfo("Europe/Berlin")
#: An ordinary working day, for tests to which the moment is nothing.
WEDNESDAY = datetime(2026, 11, 18, 9, 12, tzinfo=BERLIN)
MOMENTS = {
    "wednesday": WEDNESDAY,
    "saturday-late": datetime(2026, 11, 21, 23, 47, tzinfo=BERLIN),
    "last-of-december": datetime(2026, 12, 31, 23, 58, tzinfo=BERLIN),
    "clocks-put-forward": datetime(2027, 3, 28, 1, 58, tzinfo=BERLIN),
    "clocks-put-back": datetime(2027, 10, 31, 2, 30, fold=1, tzinfo=BERLIN),
    "leap-day": datetime(2028, 2, 29, 12, 0, tzinfo=BERLIN),
}


def hours_from(moment, days):
    """Yield every hour of so many days from a moment on, in local time, none twice or left out."""
    start = moment.astimezone(UTC)
    for hour in range(days * 24):
        yield (start + timedelta(hours=hour)).astimezone(BERLIN)
