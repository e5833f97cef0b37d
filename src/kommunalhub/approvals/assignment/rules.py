"""Which steps one person of a group can take upon themselves: pure, no Plone."""

from dataclasses import dataclass
from datetime import datetime
from kommunalhub.approvals.journal.entries import ASSIGNED
from kommunalhub.approvals.journal.entries import GIVEN_BACK
from kommunalhub.approvals.journal.entries import HANDED
from kommunalhub.approvals.journal.entries import TAKEN


KIND = ASSIGNED
ACTIONS = (TAKEN, HANDED, GIVEN_BACK)
#: What the index `assigned` holds for a case that nobody has taken; no user id begins so.
NOBODY = "-"
# The filters of lists: taken by who looks, taken by nobody.
BY_ME, BY_NOBODY = CHOICES = ("me", "nobody")
#: A step that is the applicant's, or of several groups together, nobody takes upon themselves.
SHARED = frozenset({"owner", "asked-reviewers"})


@dataclass(frozen=True)
class Assignment:
    """person: user id of who works on the case; by: of who said so; since: aware datetime."""

    person: str
    by: str
    since: datetime


def is_assignable(process, state):
    """Return whether a state awaits a group out of which one person can work on a case."""
    awaits = process.step(state).awaits
    return bool(awaits) and SHARED.isdisjoint(awaits)


def as_stored(assignment):
    """Return an Assignment as a dict of plain values."""
    return {
        "person": assignment.person,
        "by": assignment.by,
        "since": assignment.since.isoformat(),
    }


def from_stored(values):
    """Return the Assignment that a dict stands for, None for None."""
    if not values:
        return None
    since = datetime.fromisoformat(values["since"])
    return Assignment(values["person"], values["by"], since)
