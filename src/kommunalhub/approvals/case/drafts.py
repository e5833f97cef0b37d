"""Deleting a draft: nothing has been decided on it, so nothing has to be kept."""

from AccessControl import getSecurityManager
from Acquisition import aq_parent
from kommunalhub import _
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK


HANDED_IN = Denied(
    _(
        "denied_delete_handed_in",
        default="Only drafts can be deleted. What has been handed in stays, with all that was "
        "decided on it, until the time for which it must be kept is over.",
    )
)
NOT_YOURS = Denied(
    _(
        "denied_delete_not_yours",
        default="A draft is deleted by who made it, or by who writes for the administration.",
    ),
    cause="role",
)


def may_delete(case):
    """Return Ok or Denied: may who is logged in delete a case as a draft?"""
    process = process_of(case.portal_type)
    if process is None or facts_of(case).state != process.milestones[0]:
        return HANDED_IN
    if not getSecurityManager().checkPermission("Delete objects", case):
        return NOT_YOURS
    return OK


def delete(case):
    """Delete a draft with its documents and its journal for good; raises NotAllowed."""
    answer = may_delete(case)
    if not answer:
        raise NotAllowed(answer.reason, answer)
    aq_parent(case).manage_delObjects([case.getId()])
