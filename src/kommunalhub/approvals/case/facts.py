"""What is known of a case, from the object or from a brain.

A listing asks with brains: then nothing here wakes an object.
"""

from datetime import datetime
from datetime import UTC
from kommunalhub.approvals import rules
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.awaiting import barred
from kommunalhub.approvals.case.parts import parts_of
from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.approvals.processes import process_of
from kommunalhub.core.kept import kept
from kommunalhub.core.reading import once
from kommunalhub.partners.localroles import asked_partners
from kommunalhub.partners.localroles import partner_of
from Products.ZCatalog.interfaces import ICatalogBrain
from zope.component import queryAdapter


# The index `due` sorts and must therefore know every case: this stands for "no due date".
NEVER = datetime(2499, 12, 31, tzinfo=UTC)


def is_brain(case):
    """Return whether a case is known from the catalog alone."""
    return ICatalogBrain.providedBy(case)


def extra_of(obj):
    """Return the dict of plain values that the conditions of a case need.

    The type gives some (ICaseExtra), then the parts of the room (ICasePart.known).
    """
    extra = queryAdapter(obj, ICaseExtra)
    extra = dict(extra() if callable(extra) else extra or {})
    asked = asked_partners(obj)
    if asked:
        extra["asked"] = tuple(asked)
    for part in parts_of(obj):
        extra.update(part.known())
    return extra


@once
def facts_of(case):
    """Return the CaseFacts of an object or a brain."""
    if is_brain(case):
        return rules.CaseFacts(
            portal_type=case.portal_type,
            state=case.review_state,
            partner=case.partner or None,
            creator=case.Creator,
            last_editor=case.last_editor or None,
            extra=case.case_extra or {},
        )
    return rules.CaseFacts(
        portal_type=case.portal_type,
        state=workflows.state_of(case),
        partner=partner_of(case),
        creator=case.Creator(),
        last_editor=kept(case, "last_editor"),
        extra=extra_of(case),
    )


def barred_on(facts):
    """Return the user ids for whom a case does not wait although their group is awaited.

    See awaiting.barred; the workflow of its type is asked for the steps out of its state.
    """
    exits = workflows.exits_of(facts.portal_type, facts.state)
    roles = {name: found.roles for name, found in exits.items()}
    return barred(process_of(facts.portal_type), facts, roles)


def due_of(case):
    """Return when a case (object or brain) is due, in UTC, or None."""
    if not is_brain(case):
        return kept(case, "due")
    return moment_in(case.due)


def moment_in(column):
    """Return the moment behind what the catalog keeps as `due`, or None."""
    return column if isinstance(column, datetime) and column < NEVER else None
