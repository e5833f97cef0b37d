"""On a solved ticket: the one question whether it was well done."""

from kommunalhub import _
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.interfaces import ITicketPart
from kommunalhub.support.reports import satisfaction
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


ANSWERS = {
    satisfaction.YES: _("satisfied_yes", default="Yes, I am satisfied"),
    satisfaction.NO: _("satisfied_no", default="No"),
}


@implementer(ITicketPart)
@adapter(ISupportTicket, Interface)
class Satisfaction(BrowserView):
    """The question, for who has reported the ticket and has not answered yet."""

    order = 10
    id = "zufrieden"
    title = _("heading_satisfied", default="Are you satisfied?")
    template = ViewPageTemplateFile("templates/satisfaction.pt")

    def html(self):
        return self.template() if satisfaction.may_answer(self.context) else ""

    @property
    def token(self):
        return createToken()

    def answers(self):
        return [{"value": value, "title": title} for value, title in ANSWERS.items()]


class Satisfied(BrowserView):
    """POST with `satisfied`: yes or no, once."""

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            if satisfaction.answer(self.context, self.request.form.get("satisfied")):
                message = _("message_satisfied", default="Thank you for your answer.")
                api.portal.show_message(message, self.request)
        self.request.response.redirect(self.context.absolute_url(), status=303)
        return ""
