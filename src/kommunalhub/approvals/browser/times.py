"""@@page-times: another time for a page that is planned, an end for one that is read."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.operations import change_times
from kommunalhub.approvals.timing import reading
from kommunalhub.approvals.timing import rules
from kommunalhub.approvals.timing.form import times_in
from kommunalhub.core import formatting
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage


class PageTimes(BrowserView):
    """POST with `effective`, `expires` and seen_state."""

    def __call__(self):
        if self.request.method != "POST":
            return post_only(self.context, self.request)
        check_authenticator(self.request)
        form = self.request.form
        try:
            change_times(self.context, times_in(form), text(form.get("seen_state")))
        except ApprovalError as error:
            return refused(self.context, self.request, error)
        IStatusMessage(self.request).add(self.done())
        self.request.response.redirect(self.context.absolute_url(), status=303)
        return ""

    def done(self):
        said = reading.said_of(self.context, formatting.now())
        if said is None:
            return _("message_times_none", default="Saved: the page is shown without end.")
        return _("message_times", default="Saved. ${what}.", mapping={"what": said})


def refused(page, request, error, **answer):
    """Return the page with what is wrong at the times that were sent, or else above it."""
    field = getattr(error, "field", None)
    at_field = field in rules.NAMES
    typed = {name: text(request.form[name]) for name in rules.NAMES if name in request.form}
    return case_page(
        page,
        request,
        status_of(error),
        times_typed=typed,
        time_errors={field: error.args[0]} if at_field else {},
        problem=None if at_field else error.args[0],
        **answer,
    )


def said_when_done(page):
    """Return what to say of a step after which a page appears by itself, None of all others."""
    plan = reading.plan_of(page)
    if plan is None:
        return None
    return _(
        "message_planned",
        default="“${page}” is released and appears by itself on ${when}.",
        mapping={"page": page.Title(), "when": formatting.moment(plan.moment)},
    )
