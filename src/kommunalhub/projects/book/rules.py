"""How records change: what was planned before stays. Pure; rows are mappings with plain values."""

from kommunalhub.projects.rules import is_open


def planned_anew(row, planned, why, when, who):
    """Return a row with another planned day; the day before stays in `earlier`.

    when: date on which it was moved; who: id of who did it. The same day again changes nothing.
    """
    if planned == row["planned"]:
        return row
    moved = {"planned": row["planned"], "why": why, "when": when, "by": who}
    return {**row, "planned": planned, "earlier": (*row["earlier"], moved)}


def reached(row, done, why):
    """Return a row as done on a day."""
    return {**row, "done": done, "why_late": why if is_late(row, done) else ""}


def is_late(row, done):
    return done > row["planned"]


def is_told_why(old, planned, agreed):
    """Return whether a new planned day needs a reason: not while nobody has agreed on the old."""
    return agreed and is_open(old) and planned != old["planned"]


def first_planned(row):
    """Return the day for which something was planned at first."""
    return row["earlier"][0]["planned"] if row["earlier"] else row["planned"]
