"""@@mehrere-anmelden: an administration registers several people at once."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.workshops import operations
from kommunalhub.workshops import people
from kommunalhub.workshops import rules
from kommunalhub.workshops.browser import shown
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden


LONGEST = 10_000


class RegisterOthers(OwnPage):
    """A list of names and addresses; what is wrong with it is said at the field."""

    template = ViewPageTemplateFile("templates/others.pt")
    typed = ""
    all_or_none = True
    error = None

    def __call__(self):
        if "Staff" not in asking.roles():
            raise Forbidden("Only for people of the hub and its administrations.")
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    def post(self):
        self.typed = self.field("people")[:LONGEST]
        self.all_or_none = bool(self.field("all_or_none"))
        applicants, self.error = people.in_text(self.typed, self.userid)
        if self.error is None:
            try:
                found = operations.register(
                    self.context, *applicants, by=self.userid, all_or_none=self.all_or_none
                )
            except rules.Refused as refused:
                self.error = shown.refusal(refused)
            else:
                return self.lead_to(self.context.absolute_url(), done(found))
        self.request.response.setStatus(400)
        return self.template()


def done(registrations):
    """Return the sentence for what came of it."""
    waiting = sum(one.state == rules.WAITING for one in registrations)
    return _(
        "done_others",
        default="Registered: ${seats}. On the waiting list: ${waiting}.",
        mapping={"seats": len(registrations) - waiting, "waiting": waiting},
    )
