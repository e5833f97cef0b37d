"""The page of a position: its tasks, who holds it, how it is reached, whom it is shown to."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.tools import site_url
from kommunalhub.core.tools import tool
from kommunalhub.editorial.people import finding
from kommunalhub.editorial.people import operations
from kommunalhub.editorial.people import presence
from kommunalhub.editorial.people import rules
from kommunalhub.editorial.people import workflow
from kommunalhub.editorial.people.browser.rows import dialled
from kommunalhub.editorial.people.holders import Holder
from kommunalhub.editorial.people.holders import holder_of
from kommunalhub.editorial.people.holders import NOBODY
from kommunalhub.editorial.people.indexers import position_facts
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.titles import short_title_of
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from plone.uuid.interfaces import IUUID
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.Five import BrowserView
from Products.PlonePAS.utils import cleanId
from urllib.parse import urlencode
from zExceptions import Forbidden


REACH = {
    workflow.OWN: _("position_reach_own", default="own administration and the people of the hub"),
    workflow.SHARED: _("position_reach_shared", default="all who work in the administrations"),
    workflow.NAMELESS: _("position_reach_public", default="everybody, without the name"),
    workflow.NAMED: _("position_reach_named", default="everybody, with the name"),
}


class PositionView(BrowserView):
    """Everything that who asks may see of it."""

    def __call__(self):
        if self.request.method == "POST":
            return self.post()
        return self.index()

    def post(self):
        """Show the position to others, as the form asks for."""
        check_authenticator(self.request)
        state = self.request.form.get("reach")
        try:
            if state not in workflow.STATES:
                raise WorkflowException(state)
            operations.show(self.context, state)
        except WorkflowException as refused:
            raise Forbidden("reach") from refused
        self.request.response.redirect(self.url)
        return ""

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def token(self):
        return createToken()

    @cached_property
    def state(self):
        return tool("portal_workflow").getInfoFor(self.context, "review_state")

    @cached_property
    def person(self):
        """The Holder, NOBODY where who asks may not know."""
        if not asking.may(workflow.VIEW_PERSON, self.context):
            return NOBODY
        return holder_of(self.context)

    @property
    def partner(self):
        return short_title_of(self.context.partner)

    @cached_property
    def listed(self):
        facts = position_facts(self.context)()
        partner = self.context.partner
        told = (self.context.title, partner, self.state, facts, self.person)
        return finding.Listed(0, IUUID(self.context), *told)

    def today(self):
        return presence.today(self.listed, formatting.now(), finding.Positions())

    def units(self):
        """Return [{title, url}] of the units around it, from the top."""
        steps = rules.steps_of(self.context.unit)
        above = self.context.aq_parent.absolute_url()
        found = []
        for depth in range(1, len(steps) + 1):
            way = f" {rules.BELOW} ".join(steps[:depth])
            query = urlencode({"partner": self.context.partner, "unit": way})
            found.append({"title": steps[depth - 1], "url": f"{above}?{query}"})
        return found

    @property
    def dialled(self):
        return dialled(self.context.phone or "")

    def hours(self):
        return (self.context.hours or "").splitlines()

    def note(self):
        return (self.context.note or "").splitlines()

    def portrait(self):
        """Return the address of the picture of who holds it, None without one.

        A person's picture is their own: it stands with their account, and goes with it.
        """
        account = self.person.account
        if not account or not is_visible(account):
            return None
        name, pictures = cleanId(account), tool("portal_memberdata").portraits
        if not pictures.has_key(name):
            return None
        return f"{site_url()}/portal_memberdata/portraits/{name}"

    def is_vacant(self):
        """Whether nobody holds it, for who may know."""
        return asking.may(workflow.VIEW_PERSON, self.context) and self.person == Holder(
            partner=self.person.partner, key=self.person.key
        )

    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    def holds(self):
        return operations.holds(self.context)

    def own_url(self):
        return f"{self.url}/@@meine-angaben"

    def reaches(self):
        """Return [{value, title, checked}] of whom who asks may show it to; [] for who may not."""
        flow = tool("portal_workflow")
        offered = {item["id"] for item in flow.getTransitionsFor(self.context)}
        found = [
            {"value": state, "title": title, "checked": state == self.state}
            for state, title in REACH.items()
            if state == self.state or workflow.TRANSITIONS[state] in offered
        ]
        return found if len(found) > 1 else []
