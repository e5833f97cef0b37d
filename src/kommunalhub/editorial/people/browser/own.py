"""`@@meine-angaben`: what who holds a position says of themselves."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.editorial.people import operations
from kommunalhub.editorial.people.interfaces import IPosition
from kommunalhub.editorial.people.interfaces import VOLUNTARY
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class OwnPart(OwnPage):
    """A form of the voluntary fields; nobody else's position is found here."""

    template = ViewPageTemplateFile("templates/own.pt")

    def __call__(self):
        if not operations.holds(self.context):
            raise NotFound(self.__name__)
        self.errors = {}
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@meine-angaben"

    @property
    def portrait_url(self):
        return f"{self.site_url}/@@personal-information"

    def post(self):
        self.errors = operations.wrong_in(self.typed)
        if self.errors:
            self.request.response.setStatus(400)
            return self.template()
        operations.say_of_oneself(self.context, self.typed)
        return self.lead_to(
            self.context.absolute_url(),
            _("message_changes_saved", default="The changes are saved."),
        )

    @cached_property
    def typed(self):
        if self.request.method != "POST":
            return {name: getattr(self.context, name) or "" for name in VOLUNTARY}
        return {name: operations.tidied(self.field(name)) for name in VOLUNTARY}

    def fields(self):
        """Return [{name, label, help, value, longest, error}] of the form."""
        return [
            {
                "name": name,
                "label": IPosition[name].title,
                "help": IPosition[name].description,
                "value": self.typed[name],
                "longest": IPosition[name].max_length,
                "error": self.errors.get(name),
            }
            for name in VOLUNTARY
        ]
