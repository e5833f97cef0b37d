"""@@mein-hub-ordnen: order, hiding and links by buttons; @@erste-schritte: the list of an area."""

from contextlib import suppress
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.partners.localroles import partner_of
from kommunalhub.site.mine import operations
from kommunalhub.site.mine import rules
from kommunalhub.site.mine import storage
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.i18n import translate


COLUMN_TITLES = {
    rules.MAIN: _("column_main", default="In the middle"),
    rules.ASIDE: _("column_aside", default="At the side"),
}
FULL = _("error_links_full", default="There is room for ${n}. Please remove one first.")
NOT_YOURS = _("error_first_day_not_yours", default="This is for those who look after the area.")
#: Who edits the list of an area.
EDITORS = frozenset({"Editor", "Reviewer", "HubManager", "Manager"})
ADD, REMOVE = "add", "remove"
STEPS = ("tick", "untick")


class TwoFields(OwnPage):
    """A page with a list of links, and a form of two fields that adds one."""

    errors = {}
    values = {"title": "", "address": ""}

    def add(self, add, most, needs_address=True):
        """Check what was typed and add it; return whether that was done. add: function."""
        self.values = {name: " ".join(self.field(name).split()) for name in self.values}
        self.errors = rules.errors_in(**self.values, needs_address=needs_address)
        if not self.errors:
            try:
                add(self.values["title"], self.values["address"])
            except operations.TooMany:
                self.errors = {"form": filled(FULL, n=most)}
        if self.errors:
            self.request.response.setStatus(400)
        return not self.errors


class Arrange(TwoFields):
    """What a person makes of their „Mein Hub“; without scripts, each block has its buttons."""

    template = ViewPageTemplateFile("templates/arrange.pt")

    @property
    def url(self):
        return f"{self.site_url}/@@mein-hub-ordnen"

    @cached_property
    def page(self):
        """The page that is arranged: it knows its blocks."""
        return api.content.get_view("mein-hub", self.portal, self.request)

    def columns(self):
        return [
            {**column, "title": COLUMN_TITLES[column["name"]]} for column in self.page.columns()
        ]

    def links(self):
        return self.page.links()

    def post(self):
        action = self.field("action")
        if action in STEPS:
            self.tick(action == "tick")
            return self.lead_to(self.site_url)
        if action == ADD:
            if not self.add(self.add_link, rules.MOST_LINKS):
                return self.template()
            return self.lead_to(f"{self.url}#links")
        if action == REMOVE:
            operations.remove_link(self.userid, self.field("link"))
            return self.lead_to(f"{self.url}#links")
        if action == "reset":
            operations.reset(self.userid)
        elif action in operations.ARRANGING:
            self.arrange(action)
        return self.lead_to(self.url)

    def add_link(self, title, address):
        operations.add_link(self.userid, title, address)

    def tick(self, is_done):
        if any(step.id == self.field("step") for step in self.page.steps):
            operations.tick(self.userid, self.field("step"), is_done)

    def arrange(self, action):
        column = self.field("column")
        if column not in rules.COLUMNS:
            raise NotFound(column)
        names = self.page.names(column)
        with suppress(LookupError):  # the block may have gone since the page was shown
            name, locked = self.field("block"), self.page.locked
            operations.arrange(self.userid, column, names, name, action, locked)


class FirstSteps(TwoFields):
    """The list that new colleagues of an administration find on their first day."""

    template = ViewPageTemplateFile("templates/firststeps.pt")

    def __call__(self):
        if self.partner is None or EDITORS.isdisjoint(asking.roles_on(self.context)):
            raise Forbidden(translate(NOT_YOURS, context=self.request))
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@erste-schritte"

    @cached_property
    def partner(self):
        return partner_of(self.context)

    def steps(self):
        """Return [{id, title, address, first, last}] of the list."""
        steps = operations.steps_of(self.partner)
        return [
            {
                "id": step.id,
                "title": step.title,
                "address": step.address,
                "first": step is steps[0],
                "last": step is steps[-1],
            }
            for step in steps
        ]

    def is_usual(self):
        """Return whether nobody has written the list yet."""
        return storage.steps_of(self.partner) is None

    def post(self):
        action, number = self.field("action"), self.field("step")
        if action == ADD:
            if not self.add(self.add_step, rules.MOST_STEPS, needs_address=False):
                return self.template()
        elif action == REMOVE:
            operations.remove_step(self.partner, number)
        elif action in (operations.UP, operations.DOWN):
            with suppress(LookupError):  # it may have gone since the page was shown
                operations.move_step(self.partner, number, action)
        return self.lead_to(self.url)

    def add_step(self, title, address):
        operations.add_step(self.partner, title, address)
