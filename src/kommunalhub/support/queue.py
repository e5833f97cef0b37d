"""The queue: which tickets it shows, in which order, and how they are parted.

One query of the catalog finds them; its parts follow from what the catalog knows of each. Tickets
are record ids here: a brain is made of those alone that a page shows.
"""

from datetime import timedelta
from kommunalhub.approvals.assignment.reading import person_in
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.case.facts import moment_in
from kommunalhub.core import asking
from kommunalhub.core.private.catalog import columns_of
from kommunalhub.core.private.catalog import rids_of
from kommunalhub.partners.membership import operator_partner
from kommunalhub.partners.membership import partners_of
from kommunalhub.support import workflow


ALL, MINE, NOBODYS, WAITING, AWAY, LATE, DONE = QUEUES = (
    "open",
    "mine",
    "nobody",
    "waiting",
    "away",
    "overdue",
    "solved",
)
#: What who has reported something tells apart.
OF_REPORTERS = (ALL, WAITING, DONE)
HELPERS = {"SupportAgent", "HubManager", "Manager"}
#: What the queue is narrowed by; the device by a part of what it is called.
FILTERS = ("partner", "category", "urgency", "device")
#: How many months back solved tickets of all people are looked for, the usual number first.
EVER = "all"
MONTHS = ("3", "12", EVER)
#: Longer values are in no list.
LONGEST = 120
#: How a ticket stands that is with the second level, see desk/secondlevel/rules.py.
OUTSIDE = ("out", "back")
OVER = tuple(state for state in workflow.STATES if state not in workflow.OPEN)


def helps():
    """Return whether who asks works on the tickets of others."""
    return not HELPERS.isdisjoint(asking.roles())


def is_second_level():
    """Return whether who asks works for the partner that runs the hub, and is its second level."""
    return operator_partner() in partners_of()


def chosen_of(form, may_help):
    """Return {queue, partner, category, urgency, device, months} as sent, else the usual.

    months: "" where all are looked for anyway: of what is open, and of one's own tickets.
    """
    known = QUEUES if may_help else OF_REPORTERS
    queue, months = form.get("queue"), form.get("months")
    queue = queue if queue in known else ALL
    months = months if months in MONTHS else MONTHS[0]
    return {
        "queue": queue,
        **{name: _text(form.get(name)) for name in FILTERS},
        "months": months if may_help and queue == DONE else "",
    }


def since(chosen, now):
    """Return from when on solved tickets are looked for, None for all of them."""
    months = chosen["months"]
    return now - timedelta(days=31 * int(months)) if months not in ("", EVER) else None


def further(chosen):
    """Return the next larger of MONTHS, None where all are looked for."""
    months = chosen["months"]
    return MONTHS[MONTHS.index(months) + 1] if months not in ("", EVER) else None


def find(catalog, chosen, now, may_help=False):
    """Return the record ids of the tickets that who asks may see and that were chosen.

    What is open comes soonest first. What is solved, which may be tens of thousands, comes last
    first and from some months only, so that no more than those are sorted and filtered.
    Who helps sees what was merged in the ticket it is worked on with.
    """
    query = {"portal_type": workflow.TYPE, "review_state": workflow.OPEN, "sort_on": "due"}
    if chosen["queue"] == DONE:
        query |= {"review_state": OVER, "sort_on": "modified", "sort_order": "descending"}
        first = since(chosen, now)
        if first is not None:
            query["modified"] = {"query": first, "range": "min"}
    if chosen["partner"]:
        query["partner"] = chosen["partner"]
    rids = list(rids_of(catalog(**query)))
    wanted = {name: chosen[name] for name in ("urgency", "category") if chosen[name]}
    device = chosen["device"].casefold()
    hides = may_help and chosen["queue"] != DONE
    if not (wanted or device or hides):
        return rids
    return [rid for rid, extra in _extras(catalog, rids) if _has(extra, wanted, device, hides)]


def _extras(catalog, rids):
    """Yield (record id, what the queue filters by)."""
    known = columns_of(catalog, "case_extra", "UID")
    return ((rid, known(rid)[0] or {}) for rid in rids)


def _has(extra, wanted, device, hides):
    if hides and extra.get("merged"):
        return False
    if device and device not in (extra.get("device") or "").casefold():
        return False
    return all(extra.get(name) == value for name, value in wanted.items())


def parted(catalog, rids, queue, userid, now):
    """Return {part: record ids} of what was found, in its order; of the solved ones all.

    now: an aware datetime; what was due before it is late.
    """
    if queue == DONE:
        return {DONE: rids}
    parts = {ALL: rids, MINE: [], NOBODYS: [], WAITING: [], AWAY: [], LATE: []}
    known = columns_of(catalog, "assigned", "due", "review_state", "case_extra")
    for rid in rids:
        assigned, due, state, extra = known(rid)
        person, due = person_in(assigned), moment_in(due)
        waits = state == workflow.WAITING and due is None
        if person == userid:
            parts[MINE].append(rid)
        # Asked inline: hardly any ticket is, and this runs for each that is open.
        away = bool(extra) and "second" in extra and stands_outside(extra) in OUTSIDE
        if person is None and not (waits or away):
            parts[NOBODYS].append(rid)
        if waits:
            parts[WAITING].append(rid)
        if away:
            parts[AWAY].append(rid)
        if due is not None and due <= now:
            parts[LATE].append(rid)
    return parts


def devices_of(catalog, rids):
    """Return what the devices of tickets are called, each once, in no order."""
    return {name for _rid, extra in _extras(catalog, rids) if (name := extra.get("device"))}


def rests(brain):
    """Return whether nothing is due of a ticket, since somebody is waited for."""
    return brain.review_state == workflow.WAITING and due_of(brain) is None


def stands_outside(extra):
    """Return how a ticket stands with the second level: one of its STANDS, "" for not at all.

    extra: its `case_extra`. Its clock goes on, however it stands.
    """
    return ((extra or {}).get("second") or {}).get("stands", "")


def _text(value):
    return value.strip() if isinstance(value, str) and len(value) <= LONGEST else ""
