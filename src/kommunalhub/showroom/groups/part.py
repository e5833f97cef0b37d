"""„Besuch anmelden“ on the page of an exhibit."""

from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.parts import ExhibitPart
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Visiting(ExhibitPart):
    """The way to the form, where groups may register."""

    #: Nobody registers on the screen in the hall, see visit.pages.AROUND.
    order = 92
    template = ViewPageTemplateFile("templates/part.pt")

    def shown(self):
        return operations.is_offered(self.context)

    def render(self):
        return self.template()

    def hall(self):
        return operations.hall_of(self.context).Title()
