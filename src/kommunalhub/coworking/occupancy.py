"""How full the house is in a period, as far as approved applications tell."""

from dataclasses import dataclass
from datetime import date
from kommunalhub.coworking import rules
from kommunalhub.coworking import settings
from kommunalhub.coworking import workflow
from plone import api


@dataclass(frozen=True)
class Occupancy:
    """How much of what there is has been given away; desks by persons, rooms one by one."""

    taken: int
    total: int


def beside(application):
    """Return the Occupancy by others on the fullest day of an application's period, or None.

    Only what who is logged in may see is counted; reviewers of the host see all. None where no
    space of the kind has been entered.
    """
    kind = application.space_kind
    seats = settings.seats_of(kind)
    if not seats:
        return None
    is_desk = kind == rules.DESK
    own, periods = application.UID(), []
    for brain in _approved():
        extra = brain.case_extra or {}
        days = [extra.get(name) for name in ("start", "end")]
        if own == brain.UID or extra.get("space_kind") != kind or None in days:
            continue
        taken = (extra.get("persons") or 1) if is_desk else 1
        periods.append((*(date.fromisoformat(day) for day in days), taken))
    taken = rules.most_at_once(periods, application.start, application.end)
    return Occupancy(taken, sum(seats) if is_desk else len(seats))


def _approved():
    return api.portal.get_tool("portal_catalog")(
        portal_type="CoworkingApplication",
        review_state=(workflow.APPROVED, workflow.ACTIVE),
    )
