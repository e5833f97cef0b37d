"""POST @workflow/<transition> on a case: the rules' answer instead of DCWorkflow's bare no."""

from kommunalhub import _
from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.errors import answer
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.pages import RELEASES
from kommunalhub.approvals.processes import is_page
from kommunalhub.approvals.timing.operations import set_dates
from kommunalhub.approvals.timing.rules import BEGIN
from kommunalhub.approvals.timing.rules import NAMES
from kommunalhub.approvals.timing.rules import Times
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.security.input.rules import is_in_time
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services.workflow.transition import WorkflowTransition
from zope.i18n import translate
from zope.interface import alsoProvides


class WorkflowPost(WorkflowTransition):
    """Takes a transition: {comment, seen_state}; answers like plone.restapi's service.

    Pages take publication dates (`effective`, `expires`) too: what is released with a day ahead
    is planned. `include_children` is left aside: each case is decided on by itself.
    """

    def reply(self):
        if self.transition is None:
            return super().reply()
        data = body_of(self.request)
        comment = text_of(data, "comment", self.request)
        seen_state = text_of(data, "seen_state", self.request)
        dates = self.dates(data)
        # body_of has seen that no form of another site is behind it: docs/decisions/guards.md.
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            times = Times(**dates, given=frozenset(dates)) if dates else None
            operations.decide(self.context, self.transition, comment, seen_state, times)
        except ApprovalError as error:
            return answer(error, self.request)
        if self.transition in RELEASES:
            # what lies ahead was planned, what was said of the end is set
            dates = {BEGIN: dates[BEGIN]} if self.is_past(dates.get(BEGIN)) else {}
        if dates:
            set_dates(self.context, dates)
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

    @staticmethod
    def is_past(moment):
        return moment is not None and moment <= formatting.now()

    def dates(self, data):
        """Return the publication dates that a page is given, in UTC; 400 for what is no date."""
        if not is_page(self.context):
            return {}
        found = {name: data[name] for name in NAMES if name in data}
        for name, value in found.items():
            try:
                found[name] = value if value is None else moment_in(value)
                if not is_in_time(found[name]):
                    raise ValueError(value)
            except ValueError as error:
                message = _("error_not_a_moment", default="Please give a date and a time.")
                raise wrong(name, message, self.request) from error
        return found
