"""Dates and times as people type them, or as a browser's date field sends them."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local

import re


GERMAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})")
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?:\s*Uhr)?", re.IGNORECASE)


def day_of(text):
    """Return a date from `2026-08-03` or `3.8.2026`, `03.08.26`; ValueError when it is none.

    >>> day_of("3. 8. 26")
    datetime.date(2026, 8, 3)
    """
    found = GERMAN_DAY.fullmatch(text)
    if found is None:
        return date.fromisoformat(text)
    day, month, year = map(int, found.groups())
    return date(year + 2000 if year < 100 else year, month, day)


def time_of(text):
    """Return a time from `08:00`, `8.30 Uhr` or `8`; ValueError when it is none.

    >>> time_of("8.30 Uhr")
    datetime.time(8, 30)
    """
    found = CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))


def moment_of(day, clock):
    """Return the aware UTC datetime of a local day and time; ValueError on the lost hour of March.

    clock: a time or None for the beginning of the day. In the doubled hour of October the first
    one is meant.
    """
    local = datetime.combine(day, clock or time(), tzinfo=BERLIN)
    moment = local.astimezone(UTC)
    if moment.astimezone(BERLIN).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ValueError(local)
    return moment


def end_of(day, clock):
    """Return when a period ends: without a time with the last minute of the day, at 24:00."""
    return moment_of(day, clock) if clock is not None else moment_of(day + timedelta(days=1), None)


def last_day_of(moment):
    """Return (local date, local time or None for 24:00) of the end of a period."""
    local = to_local(moment)
    if local.time() == time():
        return local.date() - timedelta(days=1), None
    return local.date(), local.time()
