"""The rules of projects as pure functions: partners, standing, changes of what was agreed.

A milestone is a mapping with `number`, `title`, `planned` (date), `done` (date or None), `dropped`
(a reason or ""), `earlier` (what was planned before) and who is responsible: `partner`, `function`,
`person`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
ZERO = Decimal(0)

#: How a milestone or a task stands.
DONE, DROPPED, LATE, MOVED, PLANNED = "done", "dropped", "late", "moved", "planned"


def is_day(value):
    return value is None or FIRST_DAY <= value <= LAST_DAY


def is_ordered(start, end):
    """Return whether a project ends when it begins or later; what is missing is no matter."""
    return start is None or end is None or start <= end


def is_within(share, whole):
    """Return whether a share is no more than the whole; what is missing is no matter."""
    return share is None or whole is None or share <= whole


def partners_of(lead, others):
    """Return the ids of all partners, the lead first, the others sorted, none twice.

    >>> partners_of("malente", {"oldenburg", "malente", "lensahn"})
    ('malente', 'lensahn', 'oldenburg')
    """
    rest = sorted(set(others or ()) - {lead})
    return (lead, *rest) if lead else tuple(rest)


def asked_of(partners, after):
    """Return whose consent a change needs: of all partners, and of those who are to join.

    >>> asked_of(("malente", "lensahn"), ("malente", "oldenburg"))
    ('malente', 'lensahn', 'oldenburg')
    """
    return tuple(dict.fromkeys((*partners, *after)))


def is_open(record):
    """Return whether something is still to be done."""
    return record["done"] is None and not record["dropped"]


def standing(record, today):
    """Return how a milestone or task stands on a day."""
    if record["dropped"]:
        return DROPPED
    if record["done"] is not None:
        return DONE
    if record["planned"] < today:
        return LATE
    return MOVED if record["earlier"] else PLANNED


def in_order(records):
    """Return records by the day on which they were reached, else are planned."""
    return sorted(records, key=lambda one: (one["done"] or one["planned"], one["number"]))


def next_of(records):
    """Return the open record that is planned first, or None."""
    found = [one for one in records if is_open(one)]
    return min(found, key=lambda one: (one["planned"], one["number"]), default=None)


@dataclass(frozen=True)
class Progress:
    """How far a project has come. total: without those that were dropped."""

    reached: int
    total: int
    late: int


def progress(milestones, today):
    """Return the Progress of milestones on a day."""
    counted = [one for one in milestones if not one["dropped"]]
    return Progress(
        sum(one["done"] is not None for one in counted),
        len(counted),
        sum(standing(one, today) == LATE for one in counted),
    )


def is_responsible(record, userid, groups):
    """Return whether a person has to see to something: by name, else as one of a function.

    >>> who = {"partner": "malente", "function": "editors", "person": ""}
    >>> [is_responsible(who, "mia", {f"malente-{one}"}) for one in ("editors", "staff")]
    [True, False]
    >>> is_responsible(who | {"person": "rita"}, "mia", {"malente-editors"})
    False
    """
    if record["person"]:
        return record["person"] == userid
    return f"{record['partner']}-{record['function']}" in groups


def needs_consent(before, after, limit):
    """Return whether a change of what was agreed needs the consent of all partners again.

    before, after: mappings with `goal`, `budget`, `own_share`, `end`, `partners`, the lead first.
    A new goal, other partners and another lead always do; money does from the limit on, whichever
    way it goes.
    """
    if set(before["partners"]) != set(after["partners"]) or is_led_anew(before, after):
        return True
    if " ".join(before["goal"].split()) != " ".join(after["goal"].split()):
        return True
    moved = max(abs(after[name] - before[name]) for name in ("budget", "own_share"))
    return moved > 0 and moved >= limit


def is_led_anew(before, after):
    """Return whether another partner leads than before: the first one does."""
    return before["partners"][:1] != after["partners"][:1]


def possible(before, after, known):
    """Return what can hold of what was asked for, with the partners that are still there.

    Where fewer than two would be left, or the lead to be is gone, those of before stay.

    >>> before = {"partners": ("malente", "lensahn")}
    >>> possible(before, {"partners": ("malente", "lensahn", "weg")}, ("lensahn", "malente"))
    {'partners': ('malente', 'lensahn')}
    """
    partners = tuple(one for one in after["partners"] if one in known)
    if len(partners) < 2 or partners[:1] != after["partners"][:1]:
        partners = before["partners"]
    return {**after, "partners": partners}


def is_change(before, after):
    """Return whether there is anything to agree on."""
    return any(before[name] != after[name] for name in before)
