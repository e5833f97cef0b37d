"""@@delete-draft: POST deletes a draft for good; the page of the case asks before."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.case import drafts
from kommunalhub.approvals.interfaces import ApprovalError
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage


class DeleteDraft(BrowserView):
    """Who may is asked by drafts.may_delete."""

    def __call__(self):
        if self.request.method != "POST":
            return post_only(self.context, self.request)
        check_authenticator(self.request)
        title = self.context.Title()
        try:
            drafts.delete(self.context)
        except ApprovalError as error:
            return case_page(self.context, self.request, status_of(error), problem=error.args[0])
        IStatusMessage(self.request).add(
            _(
                "message_draft_deleted",
                default="The draft “${case}” is deleted.",
                mapping={"case": title},
            )
        )
        url = f"{api.portal.get().absolute_url()}/@@submitted"
        self.request.response.redirect(url, status=303)
        return ""
