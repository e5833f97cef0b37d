"""@@platz: register, give back, take or decline, by one press of a button of the page."""

from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.workshops import answering
from kommunalhub.workshops import excusing
from kommunalhub.workshops import operations
from kommunalhub.workshops import people
from kommunalhub.workshops import rules
from kommunalhub.workshops.browser import shown
from kommunalhub.workshops.browser.excuses import TOLD
from kommunalhub.workshops.browser.registering import PAGE
from plone import api


class Seat(OwnPage):
    """For people with an account; what is pressed twice is done once."""

    after = "#platz"

    def template(self):
        return self.lead_to(self.context.absolute_url())

    def post(self):
        acts = {
            "register": self.register,
            "accept": self.accept,
            "leave": self.leave,
            "excuse": self.excuse,
        }
        act = acts.get(self.field("act"))
        if act is not None:
            try:
                self.say(act())
            except rules.Refused as refused:
                self.say(shown.refusal(refused), "error")
        return self.lead_to(f"{self.context.absolute_url()}{self.after}")

    def say(self, message, kind="info"):
        api.portal.show_message(message, self.request, kind)

    def register(self):
        if self.own() is not None:  # pressed twice, or in another window
            return shown.DONE.get(self.own().state, shown.DONE[rules.WAITING])
        me = operations.member(self.userid, self.field("needs"))
        if answering.missing(self.context, me):
            self.after = f"/@@{PAGE}"
            return _("answers_first", default="Please answer these questions first.")
        [one] = operations.register(self.context, me, by=self.userid)
        return shown.DONE[one.state]

    def accept(self):
        if self.own() is not None and self.own().state == rules.REGISTERED:
            return shown.DONE[rules.REGISTERED]
        return shown.DONE[operations.accept(self.context, self.number()).state]

    def leave(self):
        if self.own() is None:
            return shown.DONE[rules.CANCELLED]
        waited = self.own().state != rules.REGISTERED
        operations.give_back(self.context, self.number())
        if waited:
            return _("done_left", default="You no longer wait for a seat.")
        return shown.DONE[rules.CANCELLED]

    def excuse(self):
        excusing.excuse(self.context, self.number(), self.field("why"))
        return TOLD

    def own(self):
        return people.registration_of(self.context, self.userid)

    def number(self):
        found = self.own()
        if found is None:
            raise rules.Refused(rules.UNKNOWN)
        return found.number
