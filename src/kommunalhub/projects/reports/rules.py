"""What happened in a month, and what comes next. Pure."""

from kommunalhub.projects.months import after
from kommunalhub.projects.months import month_of
from kommunalhub.projects.months import within
from kommunalhub.projects.rules import LATE
from kommunalhub.projects.rules import standing as standing_of


#: How a project stands, in the eyes of its lead.
ON_PLAN, DEVIATES, STUCK = STANDINGS = ("on_plan", "deviates", "stuck")


#: What a report keeps of a milestone, besides the days it was planned for before.
KEPT = ("number", "title", "planned", "done")


def frozen(row):
    """Return a milestone as it stands, for a report to keep: no reasons, and no people.

    What stands there later, `projects.rules.standing` says of it as of the milestone itself.
    """
    earlier = tuple({"planned": one["planned"]} for one in row["earlier"])
    found = {name: row[name] for name in KEPT}
    return {**found, "dropped": bool(row["dropped"]), "earlier": earlier}


def happened(milestones, tasks, decisions, month):
    """Return {what: rows} of a month: reached, moved, done, decided; moves as (row, move)."""
    return {
        "reached": [row for row in milestones if within(row["done"], month)],
        "moved": [
            (row, move)
            for row in milestones
            for move in row["earlier"]
            if within(move["when"], month)
        ],
        "done": [row for row in tasks if within(row["done"], month)],
        "decided": [row for row in decisions if within(row["day"], month)],
    }


def standing(found, milestones, today):
    """Return how a project seems to stand: on plan unless something moved, or is late on a day.

    found: what happened, see above. It is looked over by who writes the report.
    """
    late = any(standing_of(row, today) == LATE for row in milestones)
    return DEVIATES if found["moved"] or late else ON_PLAN


def ahead(milestones, tasks, month):
    """Return what is planned for the month after, and what is late by then; in order."""
    last = after(month_of(after(month)))
    found = [row for row in (*milestones, *tasks) if row["done"] is None and not row["dropped"]]
    found = [row for row in found if row["planned"] < last]
    return sorted(found, key=lambda row: (row["planned"], row["title"]))
