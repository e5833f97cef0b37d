"""When a page appears and when it is shown no longer: pure, moments are aware, in UTC."""

from dataclasses import dataclass
from datetime import datetime
from kommunalhub.approvals.pages import EXPIRE
from kommunalhub.approvals.pages import PLANNED
from kommunalhub.approvals.pages import RELEASED


#: What can be said with a decision: from when and until when, called as Plone calls it.
BEGIN, END = NAMES = ("effective", "expires")


@dataclass(frozen=True)
class Times:
    """What somebody says with a decision; only the names in `given` were said at all.

    None: from now on, without end.
    """

    effective: datetime | None = None
    expires: datetime | None = None
    given: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Plan:
    """What was decided for later: the transition `release`, at `moment`."""

    moment: datetime
    release: str


def is_ahead(moment, now):
    """Return whether something lies in the future; None does not."""
    return moment is not None and moment > now


def ends_too_early(begin, end, now):
    """Return whether a page would be shown no longer before anybody has read it."""
    return end is not None and end <= max(begin or now, now)


def due_at(state, plan, expires):
    """Return when the hub moves a page on by itself, or None."""
    if state == PLANNED:
        return plan.moment if plan is not None else None
    return expires if state in RELEASED else None


def next_step(state, plan, expires, now):
    """Return the transition whose time has come, or None."""
    due = due_at(state, plan, expires)
    if due is None or due > now:
        return None
    return plan.release if state == PLANNED else EXPIRE


def begin_when_shown(effective, plan, now):
    """Return from when a page counts as read that others can read from now on.

    effective: what it says itself so far; a plan whose time has come is kept to the minute, also
    after a night in which nothing ran.
    """
    if plan is not None and plan.moment <= now:
        return plan.moment
    return now if effective is None or effective > now else effective


def end_when_shown(expires, plan, now):
    """Return until when it is shown: an end of the past is none, but for what was planned with it.

    Who releases again what had expired means it.
    """
    if plan is not None and plan.moment <= now:
        return expires
    return expires if is_ahead(expires, now) else None
