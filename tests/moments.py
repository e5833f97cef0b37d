"""Moments at which tests run: no test follows the real clock, and none fails by the hour.

A run begins at one of them (`pytest --moment leap-day`), by itself on an ordinary Wednesday, and
its clocks tick on from there: the project's own (`formatting.now`), those of Plone, Zope and ZODB,
in this process and in all that it starts. So what is made, changed and due has one time. A fixture
that sets `formatting.now` takes its params from here; the ids stand in the test's name.
"""

from clock import sitecustomize
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

import os
import sysconfig
import time


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


def begin(moment):
    """Let this process, and all Python processes that it starts, live from a moment on.

    Processes of pytest-xdist have their clock from the one that started them.
    """
    if sitecustomize.SHIFT in os.environ:
        return
    paths = [str(Path(sitecustomize.__file__).parent), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    os.environ[sitecustomize.PACKAGES] = sysconfig.get_path("platlib")
    os.environ[sitecustomize.SHIFT] = str(moment.timestamp() - time.time())
    sitecustomize.travel()
