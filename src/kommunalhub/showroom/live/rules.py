"""How a livestream stands at a moment. Pure."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from urllib.parse import urlsplit


ANNOUNCED, LIVE, FOLLOWS, AVAILABLE = "announced", "live", "follows", "available"
PHASES = (ANNOUNCED, LIVE, FOLLOWS, AVAILABLE)
#: So long before it begins a stream may be looked at, to try it out.
DOORS = timedelta(minutes=15)
#: No livestream lasts longer.
LONGEST = timedelta(hours=24)

DAYS, HOURS, MINUTES, SOON = "days", "hours", "minutes", "soon"


@dataclass(frozen=True)
class Countdown:
    """How long until it begins, in whole units."""

    unit: str
    number: int = 0


def phase(now: datetime, start: datetime, end: datetime, has_recording: bool) -> str:
    """Return how a livestream stands.

    A recording counts once the stream has ended: what stands there before is of another event.
    """
    if now < start:
        return ANNOUNCED
    if now < end:
        return LIVE
    return AVAILABLE if has_recording else FOLLOWS


def plays(now: datetime, start: datetime, end: datetime) -> bool:
    """Return whether the stream may be asked for, and its host be named to browsers."""
    return start - DOORS <= now < end


def countdown(now: datetime, start: datetime) -> Countdown:
    """Return how long until it begins, never more than there is.

    >>> from datetime import UTC
    >>> start = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
    >>> countdown(datetime(2026, 11, 17, 12, 0, tzinfo=UTC), start)
    Countdown(unit='days', number=3)
    >>> countdown(datetime(2026, 11, 20, 17, 59, 30, tzinfo=UTC), start)
    Countdown(unit='soon', number=0)
    """
    left = start - now
    if left >= timedelta(days=2):
        return Countdown(DAYS, left.days)
    if left >= timedelta(hours=2):
        return Countdown(HOURS, int(left.total_seconds() // 3600))
    minutes = int(left.total_seconds() // 60)
    return Countdown(MINUTES, minutes) if minutes >= 1 else Countdown(SOON)


def next_change(now: datetime, start: datetime, end: datetime) -> datetime | None:
    """Return when the page says something else by itself, None for never."""
    return next((moment for moment in (start - DOORS, start, end) if moment > now), None)


def host_of(url) -> str | None:
    """Return the host of an address of a stream, None for what is no such address.

    >>> host_of("https://live.example.org/ratssaal/index.m3u8")
    'live.example.org'
    >>> host_of("http://live.example.org/x.m3u8"), host_of("https://a@live.example.org/x")
    (None, None)
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except (ValueError, TypeError, AttributeError):
        return None
    if parts.scheme != "https" or parts.username is not None or port not in (None, 443):
        return None
    if any(sign.isspace() or sign in "\"'<>\\;," for sign in url):
        return None
    return parts.hostname or None


def is_in_order(start, end) -> bool:
    """Return whether a livestream ends after it begins, and within a day; half is in order too."""
    if start is None or end is None:
        return True
    try:
        return timedelta(0) < aware(end) - aware(start) <= LONGEST
    except (AttributeError, TypeError, ValueError):  # one of both is no moment at all
        return False


def aware(moment: datetime) -> datetime:
    """Return a moment in UTC; one without a zone, as it is stored, is in UTC already.

    plone.restapi keeps moments as those before, and knows only some kinds of zones.
    """
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def stored(moment: datetime | None) -> datetime | None:
    """Return a moment as it is stored: in UTC, without a zone."""
    return None if moment is None else aware(moment).replace(tzinfo=None)
