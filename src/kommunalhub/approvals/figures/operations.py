"""The verbs: put a case on the list, count it anew."""

from kommunalhub.approvals.clock.rules import AFTER
from kommunalhub.approvals.clock.rules import today as day_of
from kommunalhub.approvals.clock.settings import closed_for
from kommunalhub.approvals.figures import rules
from kommunalhub.approvals.figures.ledger import ensure_ledger
from kommunalhub.approvals.figures.ledger import ledger_of
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.storage import entries_of
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.workflows import definition_of
from kommunalhub.core import formatting
from kommunalhub.core.tools import thing_of
from kommunalhub.partners.localroles import stored_partner
from plone import api
from plone.uuid.interfaces import IUUID


def note(case):
    """Put a case on the list of those that are counted anew."""
    waiting = ensure_ledger(api.portal.get()).waiting
    uid = IUUID(case, None)
    if uid is not None and uid not in waiting:
        waiting.insert(uid)


def note_all():
    """Put all cases of the site on the list."""
    ledger = ensure_ledger(api.portal.get())
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(object_provides=IApprovable.__identifier__)
    ledger.waiting.update(brain.UID for brain in brains)
    ledger.complete = True


def count_all(now):
    """Count all cases of the site at once; what has moved since is the job's."""
    note_all()
    for uid in list(ledger_of(api.portal.get()).waiting):
        count(uid, now)
    keep_overdue(now)


def count(uid, now):
    """Count a case anew; one that is gone stays counted as it was, but is open no more."""
    ledger = ledger_of(api.portal.get())
    case = thing_of(uid)
    if case is not None:
        entries = entries_of(case)
        if entries is not None and entries._p_jar is not None:
            # A step at this moment finds the case on the list still and puts it there no second
            # time: then this is done again.
            entries._p_jar.readCurrent(entries)
        ledger.replace(uid, kept_of(case))
        case._p_deactivate()
    else:
        ledger.replace(uid, of_one_gone(ledger.kept_of(uid), now))
    if uid in ledger.waiting:
        ledger.waiting.remove(uid)
    ledger.until = now.isoformat()


def kept_of(case):
    """Return [(Cell, days), ...] of all that happened to a case."""
    process = process_of(case.portal_type)
    if process is None:
        return []
    partner = stored_partner(case) or ""
    counts = rules.counts_of(
        IJournal(case), process.milestones[0], ends_of(process), closed_for(partner)
    )
    return [(cell_of(count, case.portal_type, partner), count.days) for count in counts]


def cell_of(count, portal_type, partner):
    """Return where a Count of a case is added up."""
    return rules.Cell(count.month, portal_type, partner, count.what, count.state)


def of_one_gone(kept, now):
    """Return what is kept of a case that was deleted: as it was, and its end where it was open."""
    counts = [rules.Count(cell.month, cell.what) for cell, _days in kept]
    if not kept or not rules.still_open(counts):
        return kept
    last = kept[-1][0]
    month = rules.month_of(day_of(now))
    return [*kept, (rules.Cell(month, last.portal_type, last.partner, rules.BACK), 0)]


def ends_of(process):
    """Return the states of a process in which nobody has to do anything any more."""
    workflow = definition_of(process.portal_type)
    states = workflow.states.objectIds() if workflow is not None else ()
    first = process.milestones[0]
    return frozenset(s for s in states if s != first and not process.step(s).awaits)


def overdue_in_all(now):
    """Return how many cases of the whole hub are overdue, whoever may see them."""
    catalog = api.portal.get_tool("portal_catalog")
    due = {"query": now, "range": "max"}
    return len(catalog.unrestrictedSearchResults(due=due))


def keep_overdue(now):
    """Remember how many cases are overdue now."""
    ensure_ledger(api.portal.get()).overdue = overdue_in_all(now)


# Subscribers.


def case_noted(case, event):
    """Steps, and the day on which a case became overdue, are counted; nothing else is."""
    kind, action = event.entry["kind"], event.entry["action"]
    if kind == "transition" or (kind == "reminder" and action == AFTER):
        note(case)


def case_removed(case, event):
    """A case that has brought something in is looked at once more when it is gone."""
    portal = api.portal.get()
    ledger = ledger_of(portal) if portal is not None else None
    uid = IUUID(case, None)
    if ledger is not None and uid in ledger.cases and uid not in ledger.waiting:
        ledger.waiting.insert(uid)


def until(ledger):
    """Return up to when the figures are told, as people read it, or None."""
    if ledger is None or ledger.until is None:
        return None
    return formatting.moment(formatting.datetime.fromisoformat(ledger.until))
