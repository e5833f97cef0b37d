"""Which text was in force at a moment: pure, no Plone, no "now"."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from kommunalhub.approvals.pages import INTERNAL
from kommunalhub.approvals.pages import PUBLIC
from zoneinfo import ZoneInfo


BERLIN = ZoneInfo("Europe/Berlin")
FIRST = date(2000, 1, 1)


class NoDay(ValueError):
    """Not a day one can ask for; `reason`: form, early or future."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Standing:
    """What was in force. version: its number; since: from when on; until: None while it is so."""

    state: str
    version: int
    since: datetime
    until: datetime | None = None


def read_day(text, today):
    """Return the day that a text names, as 2026-03-03. Raises NoDay.

    >>> read_day("2026-03-03", date(2026, 11, 30))
    datetime.date(2026, 3, 3)
    """
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise NoDay("form") from error
    if day.isoformat() != text:  # a week, or without hyphens
        raise NoDay("form")
    if day < FIRST:
        raise NoDay("early")
    if day > today:
        raise NoDay("future")
    return day


def end_of(day):
    """Return the moment at which a day ends in Berlin."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=BERLIN)


def standing(states, versions, moment, colleague):
    """Return the Standing just before a moment for visitors or colleagues, None for nothing.

    states: [(when, state)] by time, each until the next; versions: moments at which a text was
    saved, by time. A text is in force from its release on, or from when it was saved on a page
    that was released; the oldest text there is stands for those before it.
    """
    before = [one for one in states if one[0] < moment]
    if not before or not is_read(before[-1][1], colleague) or not versions:
        return None
    began = _beginning(before, colleague)
    place = max(bisect_right(versions, moment - timedelta(microseconds=1)) - 1, 0)
    after = [when for when, state in states[len(before) :] if not is_read(state, colleague)]
    ends = [*versions[place + 1 : place + 2], *after[:1]]
    since = max(began, versions[place]) if versions[place] < moment else began
    return Standing(before[-1][1], place, since, min(ends, default=None))


def _beginning(before, colleague):
    """Return when the last unbroken time began in which it was read."""
    began = before[-1][0]
    for when, state in reversed(before):
        if not is_read(state, colleague):
            break
        began = when
    return began


def is_read(state, colleague):
    """Return whether others than its editors read a page in a state."""
    return state == PUBLIC or (colleague and state == INTERNAL)
