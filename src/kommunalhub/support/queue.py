"""The queue: which tickets it shows, in which order, and how they are parted.

One query of the catalog finds what is open; its parts follow from what the catalog knows of them.
"""

from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.core import asking
from kommunalhub.support import workflow


ALL, MINE, NOBODYS, WAITING, LATE, DONE = QUEUES = (
    "open",
    "mine",
    "nobody",
    "waiting",
    "overdue",
    "solved",
)
#: What who has reported something tells apart.
OF_REPORTERS = (ALL, WAITING, DONE)
HELPERS = {"SupportAgent", "HubManager", "Manager"}
#: What the queue is narrowed by; the device by a part of what it is called.
FILTERS = ("partner", "category", "urgency", "device")
#: Longer values are in no list.
LONGEST = 120
OVER = tuple(state for state in workflow.STATES if state not in workflow.OPEN)


def helps():
    """Return whether who asks works on the tickets of others."""
    return not HELPERS.isdisjoint(asking.roles())


def chosen_of(form, may_help):
    """Return {queue, partner, category, urgency, device} as sent; the first part for others."""
    known = QUEUES if may_help else OF_REPORTERS
    queue = form.get("queue")
    return {
        "queue": queue if queue in known else ALL,
        **{name: _text(form.get(name)) for name in FILTERS},
    }


def find(catalog, chosen, may_help=False):
    """Return the tickets that who asks may see and that were chosen.

    What is open comes soonest first; what is solved, which may be tens of thousands, last first.
    Who helps sees what was merged in the ticket it is worked on with.
    """
    query = {"portal_type": workflow.TYPE, "review_state": workflow.OPEN, "sort_on": "due"}
    if chosen["queue"] == DONE:
        query |= {"review_state": OVER, "sort_on": "modified", "sort_order": "descending"}
    if chosen["partner"]:
        query["partner"] = chosen["partner"]
    brains = catalog(**query)
    wanted = {name: chosen[name] for name in ("urgency", "category") if chosen[name]}
    device = chosen["device"].casefold()
    hides = may_help and chosen["queue"] != DONE
    if not (wanted or device or hides):
        return brains
    return [brain for brain in brains if _has(brain, wanted, device, hides)]


def _has(brain, wanted, device, hides):
    extra = brain.case_extra or {}
    if hides and extra.get("merged"):
        return False
    if device and device not in (extra.get("device") or "").casefold():
        return False
    return all(extra.get(name) == value for name, value in wanted.items())


def parted(brains, queue, userid, now):
    """Return {part: brains} of what was found, in its order; of the solved ones nothing but all.

    now: an aware datetime; what was due before it is late.
    """
    if queue == DONE:
        return {DONE: brains}
    parts = {ALL: brains, MINE: [], NOBODYS: [], WAITING: [], LATE: []}
    for brain in brains:
        person, due = assigned_to(brain), due_of(brain)
        waits = brain.review_state == workflow.WAITING and due is None
        if person == userid:
            parts[MINE].append(brain)
        if person is None and not waits:
            parts[NOBODYS].append(brain)
        if waits:
            parts[WAITING].append(brain)
        if due is not None and due <= now:
            parts[LATE].append(brain)
    return parts


def rests(brain):
    """Return whether nothing is due of a ticket, since somebody is waited for."""
    return brain.review_state == workflow.WAITING and due_of(brain) is None


def _text(value):
    return value.strip() if isinstance(value, str) and len(value) <= LONGEST else ""
