"""Dates of an event as a stored list: how a plan is taken over, what stays, what changes; pure.

A plan (plans.py) says when an event takes place now. The list keeps each date once it
was told: it has a number for ever, so that calendars find it again; what has begun is not touched
any more; what others have seen is not dropped but called off.
"""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import time
from datetime import timedelta
from kommunalhub.core.formatting import to_local
from kommunalhub.security.input.recurrence import MOST_EVENTS


PLANNED, MOVED, CANCELLED = "planned", "moved", "cancelled"
#: Dates of one event at most, with those that were called off or are over.
MOST_DATES = 2 * MOST_EVENTS
#: A date that a changed rule has at another day within these is the same one, moved.
NEAR = timedelta(days=6)
#: How far ahead a date can be moved.
MOST_AHEAD = timedelta(days=5 * 366)
LONGEST = timedelta(days=366)
#: Months of one event that the catalog knows: an exhibition may last.
MOST_MONTHS = 12 * 15


class NotChangeable(ValueError):
    """A date cannot become what is asked. why: "unknown", "over", "same", "order", "far"."""

    def __init__(self, why):
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Date:
    """One date. number: from 1, for ever. before: (start, end, place) that it had, or None.

    by_hand: somebody has moved it or called it off, so a plan does not. own_place: it takes place
    elsewhere than the others.
    """

    number: int
    slot: str
    start: datetime
    end: datetime
    place: str = ""
    is_whole_day: bool = False
    is_open_end: bool = False
    state: str = PLANNED
    reason: str = ""
    before: tuple | None = None
    sequence: int = 0
    by_hand: bool = False
    own_place: bool = False

    @property
    def is_cancelled(self):
        return self.state == CANCELLED

    @property
    def when_and_where(self):
        return self.start, self.end, self.place

    def has_begun(self, now):
        return self.start <= now

    def is_over(self, now):
        return self.end <= now


# What becomes of the list


def renewed(dates, plan, now, is_told, old_title=None):
    """Return the list of Dates after an event was saved, by number.

    is_told: others have seen the dates, so that what has begun stays, and what is left out is
    called off. old_title: what the event was called before; a new one is a change people see.
    """
    if not is_told:
        return _drafted(dates, plan)
    past = [one for one in dates if one.has_begun(now)]
    ahead = [one for one in dates if not one.has_begun(now)]
    gone = {one.slot for one in past}
    slots = {one.slot for one in ahead}
    wanted = [
        span
        for span in plan.spans
        if span.slot not in gone and (span.slot in slots or span.start > now or not dates)
    ]
    pairs, left, new = _paired(ahead, wanted)
    is_renamed = old_title is not None and old_title != plan.title
    found = past + [followed(one, span, plan, is_renamed) for one, span in pairs]
    found += [_left_out(one, plan, is_renamed) for one in left]
    number = max((one.number for one in dates), default=0)
    found += [_new(number + count, span, plan) for count, span in enumerate(new, 1)]
    return tuple(sorted(found, key=lambda one: one.number)[:MOST_DATES])


def _drafted(dates, plan):
    """Return the list of a draft: the plan, but for what was changed by hand."""
    kept = {one.slot: one for one in dates}
    number, found = max(kept and [one.number for one in dates], default=0), []
    for span in plan.spans:
        one = kept.get(span.slot)
        if one is None:
            number += 1
            found.append(_new(number, span, plan))
        elif one.by_hand:
            found.append(one)
        else:
            found.append(replace(_new(one.number, span, plan), sequence=one.sequence))
    return tuple(sorted(found, key=lambda one: one.number))


def _new(number, span, plan):
    return Date(
        number=number,
        slot=span.slot,
        start=span.start,
        end=span.end,
        place=plan.place,
        is_whole_day=plan.is_whole_day,
        is_open_end=plan.is_open_end,
    )


def _paired(ahead, wanted):
    """Return ([(date, span)], dates left, spans left): by slot first, then by nearness."""
    by_slot = {span.slot: span for span in wanted}
    pairs = [(one, by_slot[one.slot]) for one in ahead if one.slot in by_slot]
    met = {one.slot for one, _span in pairs}
    left = [one for one in ahead if one.slot not in met]
    new = [span for span in wanted if span.slot not in met]
    free = [one for one in left if not one.by_hand and not one.is_cancelled]
    alone = len(free) == 1 and len(new) == 1 and not pairs
    for span in list(new):
        near = [one for one in free if alone or abs(one.start - span.start) <= NEAR]
        if near:
            best = min(near, key=lambda one: (abs(one.start - span.start), one.number))
            free.remove(best)
            left.remove(best)
            new.remove(span)
            pairs.append((best, span))
    return pairs, left, new


def followed(one, span, plan, is_renamed=False):
    """Return a date as a plan has it; what was done by hand stays, its sequence grows at most once.

    A date that a plan has again after it left it out takes place again.
    """
    if one.by_hand and one.is_cancelled:
        return replace(one, sequence=one.sequence + is_renamed)
    place = one.place if one.own_place else plan.place
    if one.by_hand:
        changed = replace(one, place=place)
    else:
        whole, opened = plan.is_whole_day, plan.is_open_end
        changed = replace(one, slot=span.slot, start=span.start, end=span.end, place=place)
        changed = replace(changed, is_whole_day=whole, is_open_end=opened)
    return _told(one, changed, is_renamed)


def _told(one, changed, is_renamed=False):
    """Return a changed date with what it was before; one that is where it was is as planned."""
    has_changed = one.is_cancelled or is_renamed
    if changed.when_and_where != one.when_and_where:
        has_changed = True
        is_back = changed.when_and_where == one.before
        before = None if is_back else one.when_and_where
        changed = replace(changed, before=before)
    if one.is_cancelled or changed.before != one.before:
        changed = replace(changed, state=MOVED if changed.before else PLANNED)
        changed = replace(changed, reason="" if not changed.by_hand else changed.reason)
    if (changed.is_whole_day, changed.is_open_end) != (one.is_whole_day, one.is_open_end):
        has_changed = True
    return replace(changed, sequence=one.sequence + has_changed)


def _left_out(one, plan, is_renamed):
    """Return a date that a plan does not have any more: called off, unless somebody moved it."""
    if one.is_cancelled or one.by_hand:
        return replace(one, sequence=one.sequence + is_renamed)
    return replace(one, state=CANCELLED, sequence=one.sequence + 1)


# What somebody does with one date


def of_number(dates, number):
    """Return the date with a number; NotChangeable where there is none."""
    found = next((one for one in dates if one.number == number), None)
    if found is None:
        raise NotChangeable("unknown")
    return found


def cancelled(one, reason, now):
    """Return a date that somebody has called off."""
    if one.is_over(now):
        raise NotChangeable("over")
    if one.is_cancelled:
        raise NotChangeable("same")
    return replace(one, state=CANCELLED, reason=reason, by_hand=True, sequence=one.sequence + 1)


def cancelled_from(dates, one, reason, now):
    """Return the list after somebody has called off a date and all that come after it."""
    first = cancelled(one, reason, now)
    return tuple(
        first
        if other.number == one.number
        else cancelled(other, reason, now)
        if other.start > one.start and not other.is_cancelled and not other.is_over(now)
        else other
        for other in dates
    )


def moved(one, start, end, place, reason, now):
    """Return a date that somebody has moved to another time or place; a cancelled one is on again.

    place: "" leaves it where it is.
    """
    if one.is_over(now) or (one.has_begun(now) and not one.is_cancelled):
        raise NotChangeable("over")
    if end < start:
        raise NotChangeable("order")
    if start <= now:
        raise NotChangeable("over")
    if start > now + MOST_AHEAD or end - start > LONGEST:
        raise NotChangeable("far")
    place = place or one.place
    if (start, end, place) == one.when_and_where:
        raise NotChangeable("same")
    return replace(
        one,
        start=start,
        end=end,
        place=place,
        is_open_end=False,
        own_place=one.own_place or place != one.place,
        state=MOVED,
        reason=reason,
        before=one.when_and_where,
        by_hand=True,
        sequence=one.sequence + 1,
    )


def restored(one, plan, now):
    """Return a date as it was planned, where it still lies ahead."""
    if not one.by_hand and one.state != CANCELLED:
        raise NotChangeable("same")
    span = next((span for span in plan.spans if span.slot == one.slot), None)
    if span is None:
        raise NotChangeable("unknown")
    if span.start <= now or one.is_over(now):
        raise NotChangeable("over")
    fresh = _new(one.number, span, plan)
    return replace(fresh, sequence=one.sequence + 1)


def months_of(dates):
    """Return the local months, like `2026-12`, in which any of the dates lies."""
    found = set()
    for one in dates:
        day = to_local(one.start).date().replace(day=1)
        last = max(to_local(one.end - timedelta(seconds=1)).date(), day)
        while day <= last and len(found) < MOST_MONTHS:
            found.add(f"{day:%Y-%m}")
            day = (day + timedelta(days=32)).replace(day=1)
    return sorted(found)


def months_between(start, end):
    """Return the local months that lie between two moments, as in months_of."""
    span = Date(0, "", start, max(end, start))
    return months_of([span])


def is_whole(start, end):
    """Return whether this lasts from midnight to midnight in Europe/Berlin."""
    midnight = time()
    return to_local(start).time() == midnight == to_local(end).time()
