"""The service clock as pure functions of a ticket's history: no Zope, no "now" in here.

Nothing is counted up and kept: from what happened and the service hours follow the due times, so
changed hours never leave stale ones. Three promises run side by side, none overrules another:

- *reaction*: from the report until support says something. Nothing stops it.
- *update*: from the last word of either side until support says something again; it rests while
  the person is waited for.
- *solution*: from the report until the ticket is solved; it rests while the person is waited for,
  and while the ticket was solved. Solved and opened again, it goes on with what was left, at least
  with the time of a first reaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from itertools import pairwise
from kommunalhub.lib.servicehours import ServiceHours


REACTION, UPDATE, SOLUTION = GOALS = ("reaction", "update", "solution")

#: What happens to a ticket, as far as the clock knows of it.
OPENED, URGENCY, SAID, ASKED_BACK, HEARD, SOLVED, REOPENED, CLOSED = KINDS = (
    "opened",  # somebody reports it
    "urgency",  # it became more or less urgent
    "said",  # support says something to the person
    "asked",  # support says something and waits for the person
    "heard",  # the person says something, or is waited for no longer
    "solved",
    "reopened",
    "closed",
)

#: How a goal stands.
RUNS, RESTS, KEPT, BROKEN, NONE = "runs", "rests", "kept", "broken", "none"

#: Why the solution of a ticket does not run.
WAITING, DONE = "waiting", "done"

NOTHING = timedelta(0)


@dataclass(frozen=True)
class Event:
    """Something that happened. urgency: what it is from then on, for OPENED and URGENCY."""

    kind: str
    when: datetime
    urgency: str = ""


@dataclass(frozen=True)
class Promise:
    """Within how much service time; None promises nothing."""

    reaction: timedelta | None = None
    update: timedelta | None = None
    solution: timedelta | None = None


@dataclass(frozen=True)
class Goal:
    """How one promise stands. due: when it ends in UTC, None while it rests or has nothing left.

    used and promised: service time. met: when it was kept or broken for good.
    """

    name: str
    state: str
    promised: timedelta | None = None
    used: timedelta = NOTHING
    due: datetime | None = None
    met: datetime | None = None

    @property
    def left(self):
        """Return the service time left, negative once it is overrun; None without a promise."""
        return None if self.promised is None else self.promised - self.used


class BadHistory(ValueError):
    """A history that does not begin with OPENED, or runs backwards."""


def check(history: Sequence[Event]) -> None:
    """Raise BadHistory for what cannot have happened."""
    if not history or history[0].kind != OPENED:
        raise BadHistory("begins with OPENED")
    if any(event.kind == OPENED for event in history[1:]):
        raise BadHistory("opened twice")
    if any(earlier.when > later.when for earlier, later in pairwise(history)):
        raise BadHistory("runs backwards")


def urgency_of(history: Sequence[Event]) -> str:
    """Return how urgent a ticket is now."""
    return next(event.urgency for event in reversed(history) if event.urgency)


def is_over(history: Sequence[Event]) -> bool:
    """Return whether a ticket is solved or closed."""
    state = ""
    for event in history:
        if event.kind in (SOLVED, CLOSED, REOPENED):
            state = event.kind
    return state in (SOLVED, CLOSED)


def rests(history: Sequence[Event]) -> list[tuple[datetime, datetime | None, str]]:
    """Return when the solution does not run: [(from, until, WAITING or DONE)]; None for still."""
    found, since, why = [], None, ""
    for event in history:
        now = {ASKED_BACK: WAITING, SOLVED: DONE, CLOSED: DONE}.get(event.kind)
        runs_again = event.kind == REOPENED or (event.kind == HEARD and why == WAITING)
        if since is not None and (runs_again or (now == DONE and why == WAITING)):
            found.append((since, event.when, why))
            since, why = None, ""
        if now is not None and since is None:
            since, why = event.when, now
    if since is not None:
        found.append((since, None, why))
    return found


def running(history: Sequence[Event], until: datetime) -> list[tuple[datetime, datetime]]:
    """Return the spans in which the solution runs, from the report to `until`."""
    spans, start = [], history[0].when
    for since, again, _why in rests(history):
        if since >= until:
            break
        if since > start:
            spans.append((start, since))
        if again is None:
            return spans
        start = again
    if until > start:
        spans.append((start, until))
    return spans


def beside(history: Sequence[Event], heard: Sequence[Event]) -> list[Event]:
    """Return a history with what was heard on tickets that are worked on with this one.

    heard: events HEARD. What is waited for is an answer of one's own: another's ends no pause, and
    brings no solved ticket to life.
    """
    pauses = rests(history)
    counted = [
        event
        for event in heard
        if event.when >= history[0].when
        and not any(
            since <= event.when and (again is None or event.when < again)
            for since, again, _why in pauses
        )
    ]
    return sorted((*history, *counted), key=lambda event: event.when)


def goals_of(
    history: Sequence[Event], promise: Promise, hours: ServiceHours, now: datetime
) -> dict[str, Goal]:
    """Return how the promises of a ticket stand: {name: Goal}.

    promise: of the urgency it has now; a change counts from the report on, and keeps the pauses.
    Raises BadHistory.
    """
    check(history)
    return {
        REACTION: _reaction(history, promise.reaction, hours, now),
        UPDATE: _update(history, promise.update, hours, now),
        SOLUTION: _solution(history, promise, hours, now),
    }


def due_of(goals: dict[str, Goal]) -> datetime | None:
    """Return the earliest moment at which a promise of a ticket ends, None while all rest."""
    return min((goal.due for goal in goals.values() if goal.due is not None), default=None)


def _reaction(history, promised, hours, now):
    start = history[0].when
    kinds = (SAID, ASKED_BACK, SOLVED, CLOSED)
    met = next((event.when for event in history if event.kind in kinds), None)
    if promised is None:
        return Goal(REACTION, NONE, met=met)
    used = hours.between(start, met or now)
    if met is not None:
        return Goal(REACTION, _kept(used, promised), promised, used, met=met)
    return Goal(REACTION, RUNS, promised, used, hours.after(start, promised))


def _update(history, promised, hours, now):
    spoken = [event for event in history if event.kind in (SAID, ASKED_BACK)]
    if promised is None or not spoken or is_over(history):
        return Goal(UPDATE, NONE, promised)
    if _is_waiting(history):
        return Goal(UPDATE, RESTS, promised)
    # A second message of the person, before there was an answer, does not win more time.
    since = (_first_unanswered(history) or spoken[-1]).when
    used = hours.between(since, now)
    return Goal(UPDATE, RUNS, promised, used, hours.after(since, promised))


def _first_unanswered(history):
    """Return the first word of the person that support has not answered, or None."""
    first = None
    for event in history:
        if event.kind in (SAID, ASKED_BACK, SOLVED, CLOSED):
            first = None
        elif event.kind in (HEARD, REOPENED) and first is None:
            first = event
    return first


def _solution(history, promise, hours, now):
    if promise.solution is None:
        return Goal(SOLUTION, NONE)
    promised = max(promise.solution, _granted_again(history, promise, hours))
    done = is_over(history)
    met = _solved(history) if done else None
    spans = running(history, met or now)
    used = sum((hours.between(*span) for span in spans), NOTHING)
    if done:
        return Goal(SOLUTION, _kept(used, promised), promised, used, met=met)
    if _is_waiting(history):
        return Goal(SOLUTION, RESTS, promised, used)
    return Goal(SOLUTION, RUNS, promised, used, _end(history, promised, hours))


def _solved(history):
    """Return when a ticket that is over was solved; one closed without it ended then."""
    return next((e.when for e in reversed(history) if e.kind == SOLVED), history[-1].when)


def _is_waiting(history):
    found = rests(history)
    return bool(found) and found[-1][1] is None


def _granted_again(history, promise, hours):
    """Return what the solution has in all since a ticket was opened again the last time."""
    again = [event.when for event in history if event.kind == REOPENED]
    if not again:
        return NOTHING
    used = sum((hours.between(*span) for span in running(history, again[-1])), NOTHING)
    return used + min(promise.reaction or NOTHING, promise.solution)


def _end(history, promised, hours):
    """Return when what was promised is used up, in an earlier run or in the present one."""
    start = history[0].when
    for since, again, _why in rests(history):
        worked = hours.between(start, since)
        if worked >= promised:
            break
        promised -= worked
        start = again
    return hours.after(start, promised)


def _kept(used, promised):
    return KEPT if used <= promised else BROKEN
