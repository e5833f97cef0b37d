"""What is kept of a chain, and how a new one is merged into it: no old day is lost; pure.

An entry is a dict of plain values: what `of` takes from a Deadline, and

- earlier: ({day, until}, ...) the days it had before, and when each was replaced;
- done: None or {day, remark, by, name, kept}; kept: whether a person said so on its own;
- dropped: when the chain stopped to know it, or None; sequence: grows with each change of the day;
- sent: reminders that were given for its present day.
"""

from kommunalhub.funding.deadlines.terms import Deadline
from kommunalhub.funding.deadlines.terms import Source
from kommunalhub.funding.deadlines.terms import Step
from kommunalhub.funding.deadlines.terms import TO_DO

import dataclasses


#: How an entry stands on a day.
DONE, DROPPED, UNKNOWN = "done", "dropped", "unknown"
OVERDUE, TODAY, AHEAD, PASSED = "overdue", "today", "ahead", "passed"


def of(deadline):
    """Return a Deadline as plain values, without who has done it."""
    values = dataclasses.asdict(deadline)
    values.pop("done_on")
    values["sources"] = tuple((one.norm, one.stand) for one in deadline.sources)
    values["steps"] = tuple((one.code, one.day, one.values) for one in deadline.steps)
    return values


def deadline_of(entry):
    """Return the Deadline that an entry was made of."""
    names = {field.name for field in dataclasses.fields(Deadline)} - {"done_on"}
    values = {name: entry[name] for name in names}
    values["sources"] = tuple(Source(*one) for one in entry["sources"])
    values["steps"] = tuple(Step(*one) for one in entry["steps"])
    return Deadline(**values)


def merged(kept, chain, today):
    """Return {key: entry} of a new chain on top of what was kept; what is done stays done.

    kept: {key: entry}; entries that have not changed are the same objects.
    """
    new = {one.key: _entry(kept.get(one.key), one, today) for one in chain}
    for key, entry in kept.items():
        if key not in new:
            new[key] = entry if entry["dropped"] else _dropped(entry, today)
    return new


def _entry(before, deadline, today):
    values = of(deadline)
    if before is None:
        fresh = {"earlier": (), "done": None, "dropped": None, "sequence": 0, "sent": ()}
        return {**values, **fresh, "done": _done(None, deadline)}
    entry = {**before, **values, "dropped": None, "done": _done(before["done"], deadline)}
    if before["day"] != deadline.day:
        if before["day"] is not None:
            old = {"day": before["day"], "until": today}
            entry["earlier"] = (*before["earlier"], old)
        entry["sent"] = ()
    if before["day"] != deadline.day or before["dropped"]:
        entry["sequence"] = before["sequence"] + 1
    return before if entry == before else entry


def _done(before, deadline):
    """Return how it is done: as a person said, else as it is known from elsewhere."""
    if before is not None and before["kept"]:
        return before
    if deadline.done_on is None:
        return None
    return {"day": deadline.done_on, "remark": "", "by": "", "name": "", "kept": False}


def _dropped(entry, today):
    return {**entry, "dropped": today, "sequence": entry["sequence"] + 1}


def with_done(entry, day, remark, by, name):
    """Return an entry that somebody has done."""
    done = {"day": day, "remark": remark, "by": by, "name": name, "kept": True}
    return {**entry, "done": done}


def with_undone(entry):
    """Return an entry that is to be done again."""
    return {**entry, "done": None}


def is_open(entry):
    """Return whether an entry still matters: it is not done, has not gone, and has a day."""
    return entry["done"] is None and entry["dropped"] is None and entry["day"] is not None


def standing(entry, today):
    """Return how an entry stands on a day."""
    if entry["done"] is not None:
        return DONE
    if entry["dropped"] is not None:
        return DROPPED
    return UNKNOWN if entry["day"] is None else standing_of(entry["kind"], entry["day"], today)


def standing_of(kind, day, today):
    """Return how an open deadline of a kind stands on a day; only what is to do gets overdue."""
    if day == today:
        return TODAY
    if day > today:
        return AHEAD
    return OVERDUE if kind in TO_DO else PASSED


def is_asked_for(kind):
    """Return whether people can say of a deadline of this kind that it is done.

    Of what ends by itself nobody needs to: objections, earmarking, keeping receipts.
    """
    return kind in TO_DO
