"""Taking a decision from the page of a case, from the inbox, or from Plone's own menu."""

from kommunalhub import _
from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.browser.times import refused
from kommunalhub.approvals.browser.times import said_when_done
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import WrongTime
from kommunalhub.approvals.timing.form import times_in
from kommunalhub.core import asking
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage


class Decide(BrowserView):
    """@@decide: POST with transition, comment, seen_state; confirmed where the page has asked."""

    def __call__(self):
        if self.request.method != "POST":
            comment = text(self.request.form.get("comment"))
            return post_only(self.context, self.request, comment=comment)
        return self.take(text(self.request.form.get("transition")))

    def take(self, transition):
        check_authenticator(self.request)
        form = self.request.form
        comment = text(form.get("comment"))
        title = workflows.transition_title(self.context.portal_type, transition)
        if not form.get("confirmed") and operations.is_unchanged(self.context, transition):
            # With the reason before their eyes, as the page of the case shows it.
            return case_page(self.context, self.request, 200, comment=comment, unchanged=transition)
        try:
            seen, times = text(form.get("seen_state")), times_in(form)
            operations.decide(self.context, transition, comment, seen, times)
        except WrongTime as error:
            return refused(self.context, self.request, error, comment=comment)
        except ApprovalError as error:
            at_field = getattr(error, "field", None) == "comment"
            return case_page(
                self.context,
                self.request,
                status_of(error),
                comment=comment,
                comment_error=error.args[0] if at_field else None,
                problem=None if at_field else error.args[0],
            )
        said = said_when_done(self.context) or done_message(self.context, title)
        IStatusMessage(self.request).add(said)
        self.request.response.redirect(self.next_url(), status=303)

    def next_url(self):
        """Return the inbox when coming from there, or when the case is out of sight now."""
        stays = asking.may("View", self.context)
        if self.request.form.get("next") == "inbox" or not stays:
            return f"{api.portal.get().absolute_url()}/@@inbox"
        return self.context.absolute_url()


def done_message(case, title):
    """Return what to say of a step that was taken. title: its verb."""
    return _(
        "message_decided",
        default="Done: ${what}. “${case}” now stands at “${state}”.",
        mapping={
            "what": title,
            "case": case.Title(),
            "state": workflows.state_title(case.portal_type, workflows.state_of(case)),
        },
    )


class ContentStatusModify(Decide):
    """Plone's own view of this name, for cases: the menu and the history form lead here.

    Unlike Plone's it gives no publication dates and answers with the reasons of the rules.
    """

    def __call__(self, workflow_action=None, **ignored):
        return self.take(text(workflow_action))
