"""„Besuch anmelden“ on the page of an exhibit."""

from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.parts import ExhibitPart
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Visiting(ExhibitPart):
    """The way to the form, where groups may register."""

    order = 82
    template = ViewPageTemplateFile("templates/part.pt")

    def shown(self):
        return operations.is_offered(self.context)

    def render(self):
        return self.template()
