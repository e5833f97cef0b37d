"""Who may keep the funding file of a case, and where it shows."""

from kommunalhub.approvals.case.actor import actor_on
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.core import asking
from kommunalhub.funding import workflow


#: States of a case from which on applications show.
SHOWN = (
    workflow.IN_CONSULTATION,
    workflow.RECOMMENDED,
    workflow.APPLIED,
    workflow.GRANTED,
    workflow.DENIED,
    workflow.CLOSED,
)
#: States in which it is kept, and the roles that keep it; see funding/rights.toml.
KEPT = tuple(state for state in SHOWN if state != workflow.CLOSED)
KEEPERS = frozenset({"Owner", "Editor", "Consultant", "HubManager"})


def may_keep(case):
    return asking.may(workflow.KEEP, case)


def keeps(brain):
    """Return whether who asks may keep the file of a case that is known from the catalog."""
    roles = actor_on(brain, facts_of(brain)).roles
    return brain.review_state in KEPT and bool(roles & (KEEPERS | {"Manager"}))
