"""The agreement on the page of an application: read it as a PDF, accept it."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core import asking
from kommunalhub.coworking.agreement import operations
from kommunalhub.coworking.agreement import showing
from kommunalhub.coworking.agreement.storage import agreement_of
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from zExceptions import NotFound


PLEASE = _("agreement_please_accept", default="Please read the agreement and accept it.")


class AgreementPart(BrowserView):
    """A part of the page of an application."""

    def __call__(self):
        if not self.is_there:
            raise NotFound("coworking-agreement")
        return self.index()

    @property
    def is_there(self):
        return agreement_of(self.context) is not None

    @property
    def shown(self):
        return showing.shown(self.context)

    @property
    def is_mine(self):
        return asking.userid() == self.context.Creator()

    @property
    def token(self):
        return createToken()

    def tasks(self):
        """Return what the applicant is asked to do, for the box on top of the page."""
        if not self.is_there or not self.is_mine or self.shown["accepted"]:
            return []
        verb = _("link_to_agreement", default="To the agreement")
        return [{"text": PLEASE, "verb": verb, "url": "#vereinbarung"}]


class AgreementPdf(BrowserView):
    """@@nutzungsvereinbarung.pdf: the same bytes for everybody who sees the application."""

    def __call__(self):
        agreement = agreement_of(self.context)
        if agreement is None:
            raise NotFound("nutzungsvereinbarung.pdf")
        name = f"nutzungsvereinbarung-{agreement.facts['number'].lower()}.pdf"
        header = self.request.response.setHeader
        header("Content-Type", operations.PDF)
        header("Content-Length", str(agreement.pdf.getSize()))
        header("Content-Disposition", f'attachment; filename="{name}"')
        header("Cache-Control", "private, no-store")
        header("X-Robots-Tag", "noindex")
        return agreement.pdf.data


class Accept(BrowserView):
    """@@vereinbarung-annehmen: POST by the applicant."""

    def __call__(self):
        if self.request.method != "POST":
            return post_only(self.context, self.request)
        check_authenticator(self.request)
        try:
            operations.accept(self.context)
        except ApprovalError as error:
            status = status_of(error)
            return case_page(self.context, self.request, status, problem=error.args[0])
        message = _("message_agreement_accepted", default="The agreement is accepted. Thank you.")
        api.portal.show_message(message, self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}#vereinbarung", status=303)
