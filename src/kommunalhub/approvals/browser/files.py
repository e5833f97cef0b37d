"""Putting documents into a case and taking them out."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import UploadRefused
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import NotFound


class AddFile(BrowserView):
    """@@add-file: POST with one or more `files`."""

    def __call__(self):
        if self.request.method != "POST":
            return post_only(self.context, self.request)
        check_authenticator(self.request)
        sent = self.request.form.get("files") or []
        sent = sent if isinstance(sent, list) else [sent]
        try:
            added = files.add_files(self.context, sent)
        except UploadRefused as refused:
            return case_page(self.context, self.request, 400, upload_problems=refused.problems)
        names = ", ".join(files.name_of(file) for file in added)
        IStatusMessage(self.request).add(
            _("message_files_added", default="Added: ${names}.", mapping={"names": names})
        )
        url = f"{self.context.absolute_url()}#unterlagen"
        self.request.response.redirect(url, status=303)


class DeleteFile(BrowserView):
    """@@delete-file on a file in a case: POST."""

    def __call__(self):
        case = self.context.__parent__
        if not IApprovable.providedBy(case):
            raise NotFound("delete-file")
        if self.request.method != "POST":
            return post_only(case, self.request)
        check_authenticator(self.request)
        name = files.name_of(self.context)
        case.manage_delObjects([self.context.getId()])
        IStatusMessage(self.request).add(
            _("message_file_deleted", default="Deleted: ${name}.", mapping={"name": name})
        )
        self.request.response.redirect(f"{case.absolute_url()}#unterlagen", status=303)
