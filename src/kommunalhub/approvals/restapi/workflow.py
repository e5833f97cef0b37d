"""POST @workflow/<transition> on a case: the rules' answer instead of DCWorkflow's bare no."""

from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.restapi.errors import answer
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services.workflow.transition import WorkflowTransition
from zope.i18n import translate
from zope.interface import alsoProvides


class WorkflowPost(WorkflowTransition):
    """Takes a transition: {comment, seen_state}; answers like plone.restapi's service.

    `include_children` and publication dates are not for cases and are left aside.
    """

    def reply(self):
        if self.transition is None:
            return super().reply()
        data = body_of(self.request)
        comment = text_of(data, "comment", self.request)
        seen_state = text_of(data, "seen_state", self.request)
        # body_of has seen that no form of another site is behind it: docs/decisions/guards.md.
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.decide(self.context, self.transition, comment, seen_state)
        except ApprovalError as error:
            return answer(error, self.request)
        entry = operations.last_decision(self.context)
        title = workflows.state_title(self.context.portal_type, entry["to"])
        return {
            "action": entry["action"],
            "actor": entry["actor"],
            "comments": entry["comment"],
            "review_state": entry["to"],
            "time": entry["when"],
            "title": translate(title, context=self.request),
        }
