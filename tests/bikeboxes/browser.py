"""The page of a request, the way to its form, and the door on the home page."""

from bikeboxes import workflow
from bikeboxes.interfaces import IBikeBoxRequest
from kommunalhub.approvals.browser.addform import CaseAddForm
from kommunalhub.approvals.browser.addform import CaseAddView
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.core.browser.overview import Piece
from kommunalhub.security.browser.door import Door


class BikeBoxView(CaseView):
    """What is asked for."""

    def facts(self):
        return [("Fahrradbox", self.rows(IBikeBoxRequest, ["bike_kind"]))]


class BikeBoxAddForm(CaseAddForm):
    """Asks for a box."""

    portal_type = "BikeBoxRequest"
    label = "Fahrradbox beantragen"
    saved_message = "Der Entwurf ist gespeichert."
    submitted_message = "Ihr Antrag ist eingereicht."


class BikeBoxAddView(CaseAddView):
    """The page of the form."""

    form = BikeBoxAddForm


class BikeBoxDoor(Door):
    """Leads everybody with an account to the form."""

    portal_type = "BikeBoxRequest"
    permission = workflow.ADD
    for_everybody = True
    title = "Fahrradbox beantragen"

    def folder(self):
        return self.context.get("fahrradboxen")


class HomeDoor(Piece):
    """A door for everybody who sees the section."""

    def is_shown(self):
        self.url = self.address("fahrradboxen")
        return self.url is not None
