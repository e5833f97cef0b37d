"""What opens, stops and ends a round, by whatever channel it comes."""

from kommunalhub.approvals.consents import operations
from kommunalhub.approvals.consents import settings
from kommunalhub.approvals.consents.settings import step_of
from kommunalhub.core.tools import catalog


def after_transition(case, event):
    """A case that comes into the state collects consents; one that leaves it stops."""
    step = step_of(case.portal_type)
    if step is None or event.transition is None:
        return
    before, now = event.old_state.id, event.new_state.id
    if before in step.states and before != now:
        operations.close(case)
    if now in step.states:
        operations.open_round(case)
        case.reindexObject(idxs=["awaiting"])


def partner_removed(event):
    """No case waits for ever for an administration that is not there any more."""
    for step in settings.steps():
        query = {"portal_type": step.portal_type, "review_state": list(step.states)}
        for brain in catalog().unrestrictedSearchResults(**query):
            if event.partner in (brain.case_extra or {}).get("missing", ()):
                operations.leave_out(brain._unrestrictedGetObject(), event.partner)


def case_noted(case, event):
    """Silence says nothing while the applicant has to answer."""
    if event.entry["kind"] in ("question", "answer"):
        operations.follow_questions(case)
