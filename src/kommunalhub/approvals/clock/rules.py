"""How the clock of a case runs: pure, all days are days in Europe/Berlin.

A term is counted in working days from the day its state was entered: the service time of the state
plus `extra`, what pauses have added. So nothing is lost when service times or closing days change.
"""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from kommunalhub.approvals.clock.deadlines import BERLIN
from kommunalhub.approvals.clock.deadlines import end_of
from kommunalhub.approvals.journal import entries
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.lib.workdays import subtract_workdays
from kommunalhub.lib.workdays import workdays_between


#: Who gets an answer has at least this many working days to read it.
LEAST_AFTER_PAUSE = 2

BEFORE, AFTER, ESCALATED = entries.BEFORE, entries.AFTER, entries.ESCALATED


@dataclass(frozen=True)
class Clock:
    """What a case remembers of its term.

    entered: when the present state began. since: when the term last began to run (entering or
    resuming). paused, why: since when it stands still and for what, None while it runs.
    aside_state, aside_left: working days left of a step that the case was sent back from.
    sent_due, sent: which reminders went out, and for which due date (ISO).
    """

    entered: date
    since: date
    extra: int = 0
    paused: date | None = None
    why: str = ""
    aside_state: str = ""
    aside_left: int = 0
    sent_due: str = ""
    sent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reminders:
    """When to remind: working days before due, working days overdue until it is escalated.

    Zero switches that kind off.
    """

    before: int = 1
    escalate: int = 3


def as_stored(clock):
    """Return a clock as a dict of plain values."""
    return asdict(clock)


def from_stored(values):
    """Return the clock that a dict stands for; names of other versions are left out."""
    known = {name: values[name] for name in Clock.__dataclass_fields__ if name in values}
    return Clock(**known)


def today(moment):
    """Return the day of a moment in Europe/Berlin."""
    return moment.astimezone(BERLIN).date()


def start_of(day):
    """Return the first moment of a day in Europe/Berlin, in UTC."""
    return datetime.combine(day, time(0), tzinfo=BERLIN).astimezone(UTC)


def due_of(clock, days, closed=NONE_CLOSED):
    """Return the end of the last day of a term in UTC, None without a term or while paused.

    days: service time of the state in working days, None for no term.
    """
    if days is None or clock.paused is not None:
        return None
    return end_of(add_workdays(clock.entered, max(days + clock.extra, 0), closed))


def left_of(clock, days, day, closed=NONE_CLOSED):
    """Return how many working days are left at the end of `day`; negative when overdue.

    While paused it is what was left when the pause began.
    """
    day = clock.paused or day
    return days + clock.extra - workdays_between(clock.entered, day, closed)


def paused(clock, day, why):
    """Return the clock standing still from `day`; one that stands already stays as it is."""
    if clock.paused is not None:
        return clock
    return replace(clock, paused=max(day, clock.entered), why=why)


def resumed(clock, days, day, closed=NONE_CLOSED):
    """Return the clock running again from `day` with what was left, but for the least.

    One that runs stays as it is.
    """
    if clock.paused is None:
        return clock
    running = replace(clock, paused=None, why="", since=max(day, clock.paused))
    if days is None:
        return running
    wanted = max(left_of(clock, days, day, closed), LEAST_AFTER_PAUSE)
    missing = wanted - left_of(running, days, running.since, closed)
    return replace(running, extra=running.extra + missing)


def entering(former, day, state, days, left_state, left_days, sent_back, closed=NONE_CLOSED):
    """Return the clock of a case that enters `state` on `day`.

    former: its clock so far, or None; left_state and left_days: the state it leaves and that
    state's service time. sent_back: whether the applicant has to answer now, so that the step
    left goes on later with what is left of it.
    """
    clock = Clock(entered=day, since=day)
    if former is None:
        return clock
    if sent_back:
        if left_days is None:
            return clock
        left = left_of(former, left_days, day, closed)
        return replace(clock, aside_state=left_state, aside_left=left)
    if former.aside_state == state and days is not None:
        wanted = max(min(former.aside_left, days), LEAST_AFTER_PAUSE)
        return replace(clock, extra=wanted - days)
    return clock


def moments(clock, due, reminders, closed=NONE_CLOSED):
    """Return {kind: moment} of the reminders for a due date.

    Before: from the beginning of that working day, unless the term only began on it or later.
    After: once it is overdue. Escalated: from the beginning of the nth working day after.
    """
    found = {}
    due_day = today(due)
    if reminders.before:
        day = subtract_workdays(due_day, reminders.before, closed)
        if day > clock.since:
            found[BEFORE] = start_of(day)
    found[AFTER] = due
    if reminders.escalate:
        found[ESCALATED] = start_of(add_workdays(due_day, reminders.escalate, closed))
    return found


def sent_for(clock, due):
    """Return the kinds of reminders that went out for this due date."""
    return clock.sent if due is not None and clock.sent_due == due.isoformat() else ()


def next_reminder(clock, due, reminders, closed=NONE_CLOSED):
    """Return (moment, kind) of the first reminder not sent yet, or None.

    Once one has gone out those before it are pointless: a missed night sends none of them late.
    """
    if due is None:
        return None
    sent = sent_for(clock, due)
    pending = sorted(
        (moment, kind)
        for kind, moment in moments(clock, due, reminders, closed).items()
        if kind not in sent and not (kind == BEFORE and sent)
    )
    return pending[0] if pending else None


def reminders_due(clock, due, reminders, now, closed=NONE_CLOSED):
    """Return the kinds to send now, in order; none of them twice for one due date.

    Where it is overdue already, nobody is told any more that it will be.
    """
    if due is None:
        return ()
    sent = sent_for(clock, due)
    return tuple(
        kind
        for kind, moment in moments(clock, due, reminders, closed).items()
        if moment < now and kind not in sent and not (kind == BEFORE and (due < now or sent))
    )


def with_sent(clock, due, kinds):
    """Return the clock that remembers these reminders as sent for a due date."""
    sent = (*sent_for(clock, due), *kinds)
    return replace(clock, sent_due=due.isoformat(), sent=tuple(dict.fromkeys(sent)))


def moved(clock, old_due, new_due, reminders, now, closed=NONE_CLOSED):
    """Return the clock after its due date was moved: what stays true is not sent once more."""
    sent = sent_for(clock, old_due)
    if new_due is None or not sent:
        return clock
    passed = {
        kind for kind, moment in moments(clock, new_due, reminders, closed).items() if moment < now
    }
    return replace(
        clock,
        sent_due=new_due.isoformat(),
        sent=tuple(kind for kind in sent if kind in passed),
    )
