"""Who decides on cases of a kind and therefore reads what the applicant never does: pure."""

from kommunalhub.approvals.case.awaiting import answerers
from kommunalhub.approvals.journal.entries import INTERNAL
from kommunalhub.approvals.rules import FUNCTIONS
from kommunalhub.approvals.rules import lenders


HUB = frozenset({"HubManager", "Manager"})


def insiders(process):
    """Return the functions that decide on cases of this kind in any state."""
    asked = answerers(process)
    awaited = {name for step in process.steps.values() for name in step.awaits}
    return tuple(name for name in FUNCTIONS if name in awaited and name not in asked)


def roles_of(functions):
    """Return the roles that functions hold on a case."""
    return frozenset(FUNCTIONS[name] for name in functions)


def inside_roles(process):
    """Return the roles of those who decide on cases of this kind, or lead the hub."""
    return HUB | roles_of(insiders(process))


def is_inside(process, facts, actor):
    """Return whether a person reads what is not for the applicant: who decides or leads the hub.

    Never the applicant, whatever else they are.
    """
    return not is_applicant(facts, actor) and acts_as(facts, actor, inside_roles(process))


def acts_as(facts, actor, roles):
    """Return whether a person holds one of the roles, not only in place of the applicant."""
    people = lenders(actor, roles)
    return bool(actor.roles & roles) and not (people and {facts.creator}.issuperset(people))


def is_applicant(facts, actor):
    """Return whether a person has made a case, or it was made for them, or they own it."""
    return actor.userid in facts.owners or "Owner" in actor.roles


def visible(entries, reads_notes):
    """Return the entries for one reader: without notes, and without what was done to a note."""
    if reads_notes:
        return list(entries)
    entries = list(entries)
    hidden = {entry["seq"] for entry in entries if entry["kind"] in INTERNAL}
    return [
        entry
        for entry in entries
        if entry["seq"] not in hidden and (entry.get("redacts") or {}).get("seq") not in hidden
    ]
