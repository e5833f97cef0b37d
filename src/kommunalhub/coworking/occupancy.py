"""How full the house is in a period, as far as approved applications tell."""

from datetime import date
from kommunalhub.coworking import rules
from kommunalhub.coworking import settings
from kommunalhub.coworking import workflow
from plone import api


def seats_of(kind):
    """Return how many seats of this kind there are in all, None where nobody has said."""
    seats = settings.seats_of(kind)
    return sum(seats) if seats else settings.default_capacity(kind)


def taken_beside(application):
    """Return how many seats of its kind others have on the fullest day of an application's period.

    Only what who is logged in may see is counted; reviewers of the host see all.
    """
    brains = api.portal.get_tool("portal_catalog")(
        portal_type="CoworkingApplication",
        review_state=(workflow.APPROVED, workflow.ACTIVE),
    )
    own = application.UID()
    periods = []
    for brain in brains:
        extra = brain.case_extra or {}
        if own == brain.UID or extra.get("space_kind") != application.space_kind:
            continue
        if extra.get("start") and extra.get("end"):
            start, end = (date.fromisoformat(extra[name]) for name in ("start", "end"))
            periods.append((start, end, extra.get("persons") or 1))
    return rules.most_at_once(periods, application.start, application.end)
