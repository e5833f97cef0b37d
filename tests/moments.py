"""Moments at which tests run: no test reads the real clock, and none fails by the hour.

A fixture that sets `formatting.now` takes its params from here; the ids stand in the test's name.
"""

from datetime import datetime
from zoneinfo import ZoneInfo


BERLIN = ZoneInfo("Europe/Berlin")
#: An ordinary working day, for tests to which the moment is nothing.
WEDNESDAY = datetime(2026, 11, 18, 9, 12, tzinfo=BERLIN)
MOMENTS = {
    "wednesday": WEDNESDAY,
    "saturday-late": datetime(2026, 11, 21, 23, 47, tzinfo=BERLIN),
    "last-of-december": datetime(2026, 12, 31, 23, 58, tzinfo=BERLIN),
    "clocks-put-forward": datetime(2027, 3, 28, 1, 58, tzinfo=BERLIN),
    "clocks-put-back": datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
    "leap-day": datetime(2028, 2, 29, 12, 0, tzinfo=BERLIN),
}
