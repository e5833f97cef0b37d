"""How the clock of a ticket ran, stretch by stretch: pure, for people who want to know why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunalhub.lib.servicehours import ServiceHours
from kommunalhub.support.clock import rules


#: Why a stretch counts or does not, besides rules.WAITING and rules.DONE.
OUTSIDE, SERVICE = "outside", "service"

NOTHING = timedelta(0)


@dataclass(frozen=True)
class Stretch:
    """A part of the story of a clock. why: SERVICE counts; the others do not."""

    start: datetime
    end: datetime
    why: str
    counted: timedelta = NOTHING

    @property
    def counts(self):
        return self.why == SERVICE


def story_of(history: Sequence[rules.Event], hours: ServiceHours, now: datetime) -> list[Stretch]:
    """Return how the clock of the solution ran, without gaps from the report to its end or now."""
    rules.check(history)
    end = history[-1].when if rules.is_over(history) else now
    stretches = []
    for start, until, why in _phases(history, end):
        if why != SERVICE:
            stretches.append(Stretch(start, until, why))
            continue
        at = start
        for first, last in hours.spans(start, until):
            if first > at:
                stretches.append(Stretch(at, first, OUTSIDE))
            stretches.append(Stretch(first, last, SERVICE, last - first))
            at = last
        if at < until:
            stretches.append(Stretch(at, until, OUTSIDE))
    return _joined(stretches)


def _phases(history, end):
    at = history[0].when
    for since, again, why in rules.rests(history):
        if since > at:
            yield at, min(since, end), SERVICE
        stop = min(again or end, end)
        if stop > since:
            yield since, stop, why
        at = max(stop, since)
    if end > at:
        yield at, end, SERVICE


def _joined(stretches):
    """Join stretches that touch and do not count for the same reason."""
    found: list[Stretch] = []
    for one in stretches:
        before = found[-1] if found else None
        if before is not None and before.why == one.why and before.end == one.start:
            counted = before.counted + one.counted
            found[-1] = Stretch(before.start, one.end, one.why, counted)
        else:
            found.append(one)
    return found
