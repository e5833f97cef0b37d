"""@@antrag/<number>: the page of one application; what it shows are parts of the room."""

from functools import cached_property
from kommunalhub.approvals import workflows
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.browser.section import address
from kommunalhub.funding.applications.parts import application_sections
from kommunalhub.funding.applications.permissions import may_keep
from kommunalhub.funding.applications.permissions import SHOWN
from kommunalhub.funding.applications.storage import funding_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class ApplicationPage(NumberInPath, OwnPage):
    """The page of an application."""

    template = ViewPageTemplateFile("templates/application.pt")

    def __call__(self):
        if self.application is None:
            raise NotFound(str(self.number))
        return self.template()

    @cached_property
    def application(self):
        """The application, None where there is none, or where it does not show yet."""
        if workflows.state_of(self.context) not in SHOWN or self.number is None:
            return None
        return funding_of(self.context).applications.get(self.number)

    @property
    def url(self):
        return address(self.context, self.application)

    def may_keep(self):
        return may_keep(self.context)

    @property
    def kind(self):
        return titles.KINDS[self.application.kind]

    def bar(self):
        """Return the state bar as [{title, kind, day}]; kind: done, now or next."""
        application = self.application
        seen = [entry["state"] for entry in application.path]
        done = list(dict.fromkeys(state for state in seen[:-1] if state != application.state))
        ahead = rules.ahead(application.state)
        days = {entry["state"]: formatting.day(entry["day"]) for entry in application.path}
        return [
            {"title": titles.state(state), "kind": kind, "day": days.get(state) or ""}
            for kind, states in (("done", done), ("now", [application.state]), ("next", ahead))
            for state in states
        ]

    def sections(self):
        return application_sections(self.context, self.request, self.application)
