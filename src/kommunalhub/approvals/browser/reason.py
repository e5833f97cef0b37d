"""@@decide-with-reason: one step of a case that needs a reason, with nothing else around it.

The lists lead here: the title stays in sight, and the field has the focus.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.browser.decide import Decide
from kommunalhub.approvals.browser.decide import done_message
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core.kept import kept
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage


NO_SUCH_STEP = _("error_not_in_this_state", default="This is not possible in the present state.")


class DecideWithReason(Decide):
    """GET with `transition` shows the field; POST with comment and seen_state takes the step."""

    template = ViewPageTemplateFile("templates/reason.pt")
    error = None

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            return self.post()
        if self.act is None:
            return case_page(self.context, self.request, 400, problem=NO_SUCH_STEP)
        if not self.act["allowed"]:
            return case_page(self.context, self.request, 403, problem=self.act["reason"])
        return self.template()

    def post(self):
        seen = text(self.request.form.get("seen_state"))
        try:
            operations.decide(self.context, self.transition, self.comment, seen)
        except ApprovalError as error:
            status, said = status_of(error), error.args[0]
            if getattr(error, "field", None) != "comment" or self.act is None:
                return case_page(
                    self.context, self.request, status, comment=self.comment, problem=said
                )
            self.request.response.setStatus(status)
            self.error = said
            return self.template()
        IStatusMessage(self.request).add(done_message(self.context, self.title))
        self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@inbox", status=303)
        return ""

    @property
    def transition(self):
        return text(self.request.form.get("transition"))

    @property
    def comment(self):
        return text(self.request.form.get("comment"))

    @cached_property
    def act(self):
        """The step that was asked for as operations.acts_for gives it, or None."""
        for act in operations.acts_for(self.context):
            if act["id"] == self.transition:
                return act
        return None

    @cached_property
    def title(self):
        return workflows.transition_title(self.context.portal_type, self.transition)

    @property
    def number(self):
        return kept(self.context, "case_number")

    @property
    def inbox_url(self):
        return f"{api.portal.get().absolute_url()}/@@inbox"

    @property
    def seen_mark(self):
        return operations.seen_mark(self.context)

    @property
    def token(self):
        return createToken()
