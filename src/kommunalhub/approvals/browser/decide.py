"""Taking a decision from the page of a case, from the inbox, or from Plone's own menu."""

from kommunalhub import _
from kommunalhub.approvals import operations
from kommunalhub.approvals import workflows
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.browser.inplace import ANSWER
from kommunalhub.approvals.cases import is_page
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.core import asking
from kommunalhub.core.forms.resume import is_resumed
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations
from zope.component import getMultiAdapter


def status_of(error):
    """Return the HTTP status that tells this error: 403 not you, 409 too late, else 400."""
    if isinstance(error, AlreadyDecided):
        return 409
    return 403 if isinstance(error, NotAllowed) else 400


def case_page(case, request, status, **answer):
    """Return the page of a case with what went wrong and what was typed, and set the status.

    answer: attributes of CaseView.
    """
    request.response.setStatus(status)
    if is_page(case):
        IAnnotations(request)[ANSWER] = answer
        return getMultiAdapter((case, request), name=case.getLayout())()
    view = getMultiAdapter((case, request), name="view")
    for name, value in answer.items():
        setattr(view, name, value)
    if not isinstance(view, CaseView):
        IStatusMessage(request).add(answer.get("problem") or "", type="error")
    return view()


def post_only(case, request, **typed):
    """Return the page of a case as the answer to a GET of what only a POST may do.

    typed: attributes of CaseView, for who had to sign in again before what they sent was done.
    """
    if is_resumed(request):
        return case_page(case, request, 200, **typed)
    request.response.setHeader("Allow", "POST")
    problem = _("error_post_only", default="Please use the buttons on this page.")
    return case_page(case, request, 405, problem=problem)


def signed_in_only():
    """Lead who is not signed in (any more) to the sign-in page, with what they typed kept."""
    if asking.is_anonymous():
        raise Unauthorized("Only for people who are signed in.")


def text(value):
    """Return a form value as text; a field sent twice or as a file is not one."""
    return value if isinstance(value, str) else ""


class Decide(BrowserView):
    """@@decide: POST with transition, comment, seen_state; confirmed where the page has asked."""

    def __call__(self):
        if self.request.method != "POST":
            comment = text(self.request.form.get("comment"))
            return post_only(self.context, self.request, comment=comment)
        return self.take(text(self.request.form.get("transition")))

    def take(self, transition):
        signed_in_only()
        check_authenticator(self.request)
        form = self.request.form
        comment = text(form.get("comment"))
        title = workflows.transition_title(self.context.portal_type, transition)
        if not form.get("confirmed") and operations.is_unchanged(self.context, transition):
            # With the reason before their eyes, as the page of the case shows it.
            return case_page(
                self.context, self.request, 200, comment=comment, unchanged=transition
            )
        try:
            operations.decide(self.context, transition, comment, text(form.get("seen_state")))
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
        IStatusMessage(self.request).add(done_message(self.context, title))
        self.request.response.redirect(self.next_url(), status=303)

    def next_url(self):
        """Return the inbox when coming from there, or when the case is out of sight now."""
        stays = asking.may("View", self.context)
        if self.request.form.get("next") == "inbox" or not stays:
            return f"{api.portal.get().absolute_url()}/@@inbox"
        return self.context.absolute_url()


def done_message(case, title):
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
