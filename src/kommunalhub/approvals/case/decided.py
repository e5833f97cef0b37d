"""Who has decided on a case: kept in the catalog, so that people find what they have dealt with."""

from kommunalhub.approvals.interfaces import IJournal


KINDS = ("transition", "vote")


def decisions_of(case):
    """Return {user id: their last decision on a case} out of its journal.

    A decision: kind, action, to, when (ISO, UTC). Entries without a name for data protection count
    for nobody.
    """
    return {
        entry["actor"]: {name: entry[name] for name in ("kind", "action", "to", "when")}
        for entry in IJournal(case)
        if entry["kind"] in KINDS and entry["actor"]
    }


def case_noted(case, event):
    """A vote moves no case and is a decision all the same; transitions are indexed anyway."""
    if event.entry["kind"] == "vote":
        case.reindexObject(idxs=["decided_by"])


def case_redacted(case, event):
    """Who was taken out of an entry has decided on nothing any more."""
    case.reindexObject(idxs=["decided_by"])
