"""The line below a page on who is responsible, and the button that says it is still right."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import operations as approvals
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.reviewing import operations
from kommunalhub.approvals.reviewing import reading
from kommunalhub.approvals.reviewing import rules
from kommunalhub.approvals.revisions import may_change
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site_url
from kommunalhub.partners.titles import spoken_title
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView


KEPT = _("message_page_kept", default="Thank you. “${page}” is reviewed, next time on ${day}.")


class PageUpkeep(BrowserView):
    """`page-upkeep`: who is responsible, when it was last reviewed, and what calls for it now."""

    def __call__(self):
        return self.index() if operations.is_released(self.context) else ""

    def responsible(self):
        return spoken_title(reading.responsible_of(self.context))

    def checked(self):
        """Return {text, iso} of the day of the last review, or None."""
        day = kept(self.context, "checked_on")
        return {"text": formatting.day(day), "iso": day.isoformat()} if day else None

    @cached_property
    def is_called(self):
        """Whether a review waits for who looks."""
        return (
            not asking.is_anonymous()
            and rules.REVIEW in reading.called_of(self.context)
            and reading.may_answer(self.context)
        )

    def may_change(self):
        return may_change(self.context)

    def offline(self):
        """Return the step that takes the page out of sight, or None where that is not for them."""
        return next(
            (a for a in approvals.acts_for(self.context) if a["id"] == "retract" and a["allowed"]),
            None,
        )

    def due(self):
        due = reading.called_of(self.context).get(rules.REVIEW)
        return formatting.day(formatting.to_local(due).date()) if due else None

    @property
    def token(self):
        return createToken()


class UpkeepViewlet(ViewletBase):
    """The same on a page in Plone's template."""

    def render(self):
        return api.content.get_view("page-upkeep", self.context, self.request)()


class NoLine(BrowserView):
    """The line of what nobody is responsible for."""

    def __call__(self):
        return ""


class StillRight(BrowserView):
    """@@stimmt-noch: POST; next: "inbox" leads back there."""

    def __call__(self):
        if self.request.method != "POST":
            return post_only(self.context, self.request)
        check_authenticator(self.request)
        try:
            operations.keep(self.context)
        except ApprovalError as error:
            status = status_of(error)
            return case_page(self.context, self.request, status, problem=error.args[0])
        mapping = {"page": self.context.Title(), "day": formatting.day(self.context.review_on)}
        api.portal.show_message(filled(KEPT, mapping), self.request)
        is_from_inbox = text(self.request.form.get("next")) == "inbox"
        url = f"{site_url()}/@@inbox" if is_from_inbox else self.context.absolute_url()
        self.request.response.redirect(url, status=303)
        return ""
