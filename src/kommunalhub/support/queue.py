"""The queue: which tickets it shows, in which order, and how they are parted.

One query of the catalog finds what is open; its parts follow from what the catalog knows of them.
"""

from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.core import asking
from kommunalhub.support import workflow


ALL, MINE, NOBODYS, WAITING, DONE = QUEUES = ("open", "mine", "nobody", "waiting", "solved")
#: What who has reported something tells apart.
OF_REPORTERS = (ALL, WAITING, DONE)
HELPERS = {"SupportAgent", "HubManager", "Manager"}
LONGEST = 80
OVER = tuple(state for state in workflow.STATES if state not in workflow.OPEN)


def helps():
    """Return whether who asks works on the tickets of others."""
    return not HELPERS.isdisjoint(asking.roles())


def chosen_of(form, may_help):
    """Return {queue, urgency, category} as far as they are known; the first part for others."""
    known = QUEUES if may_help else OF_REPORTERS
    queue = form.get("queue")
    return {
        "queue": queue if queue in known else ALL,
        "urgency": _text(form.get("urgency")),
        "category": _text(form.get("category")),
    }


def find(catalog, chosen):
    """Return the tickets that who asks may see and that were chosen.

    What is open comes soonest first; what is solved, which may be tens of thousands, last first.
    """
    query = {"portal_type": workflow.TYPE, "review_state": workflow.OPEN, "sort_on": "due"}
    if chosen["queue"] == DONE:
        query |= {"review_state": OVER, "sort_on": "modified", "sort_order": "descending"}
    brains = catalog(**query)
    wanted = {name: chosen[name] for name in ("urgency", "category") if chosen[name]}
    if not wanted:
        return brains
    return [brain for brain in brains if _has(brain, wanted)]


def _has(brain, wanted):
    extra = brain.case_extra or {}
    return all(extra.get(name) == value for name, value in wanted.items())


def parted(brains, queue, userid):
    """Return {part: brains} of what was found, in its order; of the solved ones nothing but all."""
    if queue == DONE:
        return {DONE: brains}
    return {
        ALL: brains,
        MINE: [brain for brain in brains if assigned_to(brain) == userid],
        NOBODYS: [brain for brain in brains if assigned_to(brain) is None and not rests(brain)],
        WAITING: [brain for brain in brains if rests(brain)],
    }


def rests(brain):
    """Return whether nothing is due of a ticket, since somebody is waited for."""
    return brain.review_state == workflow.WAITING and due_of(brain) is None


def _text(value):
    return value if isinstance(value, str) and len(value) <= LONGEST else ""
