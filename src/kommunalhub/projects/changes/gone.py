"""An administration is taken out of the hub: no project goes on with it, and none waits for it."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import catalog
from kommunalhub.projects import workflow
from kommunalhub.projects.changes import leaving
from kommunalhub.projects.changes import operations as changes
from kommunalhub.projects.partnership import partners_of


IS_GONE = _("project_noted_gone", default="The hub does not know this administration any more.")


def partner_removed(partner):
    """Let all projects go on without an administration. It leads none: else it could not go."""
    for brain in catalog().unrestrictedSearchResults(portal_type=workflow.TYPE):
        extra = brain.case_extra or {}
        if partner in (*extra.get("partners", ()), *extra.get("consenting", ())):
            without(brain._unrestrictedGetObject(), partner)


def without(project, partner):
    """Let a project go on without an administration.

    It takes part no longer, and nothing waits for it. What needs two falls back: a project that was
    proposed to it alone is an idea again, a change that it alone made one is given up. Of what is
    over it was a partner and stays it.
    """
    before, state = partners_of(project), workflows.state_of(project)
    if state in workflow.OVER:
        return
    now, reason = tuple(one for one in before if one != partner), in_site_language(IS_GONE)
    if partner in before:
        leaving.regroup(project, now, {"roles": {}, "reason": reason})
        project.reindexObject()
    is_alone = state == workflow.PROPOSED and len(now) < 2
    is_void = state == workflow.CHANGING and not changes.is_possible(project)
    if is_alone or is_void:
        consents.give_up(project, reason)
    else:
        consents.leave_out(project, partner)
