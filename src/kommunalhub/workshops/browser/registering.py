"""@@anmeldung: register with answers to the workshop's own questions, or change the answers."""

from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.workshops import operations
from kommunalhub.workshops import people
from kommunalhub.workshops import retention
from kommunalhub.workshops import rules
from kommunalhub.workshops.browser import shown
from kommunalhub.workshops.browser.asking import Asking
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


PAGE = "anmeldung"
SAVED = _("done_answers", default="Your answers are saved.")


class Registering(Asking, OwnPage):
    """For people with an account; sent twice it is one registration."""

    template = ViewPageTemplateFile("templates/registering.pt")

    def __call__(self):
        self.mine = people.registration_of(self.context, self.userid)
        if self.mine is not None and self.request.method != "POST":
            self.show_answers(self.mine)
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def months(self):
        return retention.retention_months()

    def post(self):
        answers = self.read_answers(self.mine.answers if self.mine is not None else ())
        if answers is None:
            self.request.response.setStatus(400)
            return self.template()
        try:
            message, kind = self.keep(answers), "info"
        except rules.Refused as refused:
            message, kind = shown.refusal(refused), "error"
        api.portal.show_message(message, self.request, kind)
        return self.lead_to(f"{self.context.absolute_url()}#platz")

    def keep(self, answers):
        """Register, or change the answers of who is registered; return what to say."""
        if self.mine is not None:
            operations.change_answers(self.context, self.mine.number, answers, self.needs)
            return SAVED
        me = operations.member(self.userid, self.needs, answers)
        [one] = operations.register(self.context, me, by=self.userid)
        return shown.DONE[one.state]
