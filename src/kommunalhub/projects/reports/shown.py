"""What a report has kept of the project of its day, as people read it.

Reports from before milestones and partners were kept show none: those of today would be wrong.
"""

from kommunalhub.core import formatting
from kommunalhub.projects import said


def milestones_of(found):
    """Return [{id, title, day, before, look, standing}] of the milestones a report has kept."""
    return [milestone(one, found["day"]) for one in found.get("milestones", ())]


def milestone(row, day):
    """Return how a milestone stood on the day of its report."""
    look, standing = said.standing(row, day)
    return {
        "id": f"M{row['number']}",
        "title": row["title"],
        "day": formatting.day(row["planned"]),
        "before": [formatting.day(one["planned"]) for one in row["earlier"]],
        "look": look,
        "standing": standing,
    }


def lead_of(found):
    """Return the name of who led the project then, "" where it was not kept."""
    return named(found.get("partners", ())[:1])


def partners_of(found):
    """Return the names of all who took part then, the lead first."""
    return named(found.get("partners", ()))


def named(partners):
    return ", ".join(one["title"] for one in partners)
