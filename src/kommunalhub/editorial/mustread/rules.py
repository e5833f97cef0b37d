"""Who still has to confirm what, and when they are reminded: pure, no Plone and no "now"."""

from dataclasses import dataclass
from datetime import datetime
from datetime import time
from datetime import timedelta
from hashlib import sha256
from kommunalhub.lib.workdays import subtract_workdays

import calendar


#: Working days before the last day on which those who have not confirmed are reminded, and when.
REMINDED_BEFORE, REMINDED_AT = 2, time(8)
#: Between the parts of what is hashed; in none of them.
BETWEEN = "\x1f"


@dataclass(frozen=True)
class Revision:
    """One released text of a page.

    number: from 1. round: which round of confirmations it belongs to, from 1. mark: hash over what
    is read. when: ISO, in UTC. by: id of who wrote it.
    """

    number: int
    round: int
    mark: str
    when: str
    by: str
    title: str
    description: str
    html: str


def mark_of(title, description, html):
    """Return what tells one text of a page from another; white space is no difference.

    >>> mark_of("A", "", "<p>x  y</p>") == mark_of("A ", "", "<p>x y</p>")
    True
    """
    parts = (" ".join((part or "").split()) for part in (title, description, html))
    return sha256(BETWEEN.join(parts).encode()).hexdigest()


def next_round(last, mark, is_essential):
    """Return the round of a text that is released, None where it is the last one's text.

    last: the Revision before, or None.
    """
    if last is None:
        return 1
    if last.mark == mark:
        return None
    return last.round + 1 if is_essential else last.round


def still_asked(audience, confirmed):
    """Return who has to confirm: those it is for now, without those who did in this round.

    >>> sorted(still_asked({"mia", "rolf"}, {"rolf", "who-left"}))
    ['mia']
    """
    return frozenset(audience) - frozenset(confirmed)


@dataclass(frozen=True)
class Count:
    """How far it is, in numbers, of those it is for now. away: of those who have not confirmed."""

    asked: int
    confirmed: int
    away: int

    @property
    def is_complete(self):
        return self.confirmed == self.asked


def count(audience, confirmed, away):
    """Return the Count.

    >>> count({"mia", "rolf", "petra"}, {"rolf", "who-left"}, {"petra", "somebody"})
    Count(asked=3, confirmed=1, away=1)
    """
    missing = still_asked(audience, confirmed)
    return Count(len(audience), len(audience) - len(missing), len(missing & frozenset(away)))


def remind_at(due, zone):
    """Return the moment at which is reminded of something to be confirmed until a day.

    due: the last day. zone: in which the office's clock runs.
    """
    day = subtract_workdays(due, REMINDED_BEFORE)
    return datetime.combine(day, REMINDED_AT, tzinfo=zone)


def end_of(due, zone):
    """Return the moment at which the last day is over."""
    return datetime.combine(due + timedelta(days=1), time(), tzinfo=zone)


def is_overdue(due, now, zone):
    return due is not None and now >= end_of(due, zone)


def forget_on(ended, months):
    """Return the day on which confirmations are forgotten: so many months after they were ended.

    >>> from datetime import date
    >>> forget_on(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(ended.month - 1 + months, 12)
    year, month = ended.year + year, month + 1
    return ended.replace(
        year=year, month=month, day=min(ended.day, calendar.monthrange(year, month)[1])
    )
