"""`@@personen-in-akten`: where a person is named in the funding files, and out with them."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.traces import operations
from kommunalhub.funding.traces.titles import PLACES
from kommunalhub.security.userids.book import full_name
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PersonTraces(OwnPage):
    """A person is named by their id; without one the page asks for it."""

    template = ViewPageTemplateFile("templates/traces.pt")
    errors = {}

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@personen-in-akten"

    @cached_property
    def person(self):
        return self.field("person").strip()[: operations.MAX_ID]

    def name(self):
        return full_name(self.person)

    @cached_property
    def rows(self):
        if not self.person:
            return []
        return [
            {"kind": PLACES[one.kind], "times": one.times, "title": one.title, "url": one.url}
            for one in operations.traces_of(self.person)
        ]

    def post(self):
        values = {name: self.field(name) for name in ("reason", "confirmed")}
        try:
            count = operations.take_out(self.person, values)
        except Wrong as wrong:
            self.errors = wrong.errors
            self.request.response.setStatus(400)
            return self.template()
        message = _(
            "message_traces_out",
            default="Done: the person was taken out of ${n} places.",
            mapping={"n": count},
        )
        return self.lead_to(self.url, message)
