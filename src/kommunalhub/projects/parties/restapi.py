"""@partner-roles of a project: who takes part as what."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.partners.membership import partner_ids
from kommunalhub.projects.book.typed import NOT_LISTED
from kommunalhub.projects.book.typed import values_of
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.parties import operations
from kommunalhub.projects.parties import rules
from kommunalhub.projects.parties.schemas import IReason
from kommunalhub.projects.parties.schemas import IRole
from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides


NO_LIST = _("error_list_expected", default="This must be a list of objects.")


class PartnerRolesGet(OwnService):
    """GET @partner-roles: {items: [{partner, role, does}]}, the lead first."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@partner-roles",
            "items": [
                {"partner": partner, "role": role, "does": does}
                for partner, role, does in operations.parties_of(self.context)
            ],
        }


class PartnerRolesPatch(PartnerRolesGet):
    """PATCH @partner-roles {items}: for the partners that are named; the others stay."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            self.act(body_of(self.request))
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        return super().answer()

    def act(self, data):
        """Do what was sent. Raises Wrong."""
        operations.change(self.context, self.rows(data, self.parties()))

    def parties(self):
        """Return {partner: (role, what it does)} of those that may be named."""
        return {partner: rest for partner, *rest in operations.parties_of(self.context)}

    def rows(self, data, known):
        """Return {partner: {role, does}} of what was sent. Raises Wrong."""
        items = data.get("items")
        if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
            raise Wrong({"items": NO_LIST})
        return dict(self.read(item, known) for item in items)

    def read(self, item, known):
        """Return (partner, {role, does}) of what was sent. Raises Wrong."""
        partner = item.get("partner")
        if not isinstance(partner, str) or partner not in known:
            raise Wrong({"partner": NOT_LISTED})
        role, does = known[partner]
        if item.get("role") == role:  # as it was read, that of the lead as well
            item = {name: value for name, value in item.items() if name != "role"}
        found = values_of(IRole, item, self.context, {"role": role, "does": does})
        return partner, found


class PartnerRolesPost(PartnerRolesPatch):
    """POST @partner-roles {items, reason, lead}: just these take part from now on, and the lead.

    Who joins, leaves or leads does so once all have agreed: the answer says whether they are asked.
    Without `lead` who leads now goes on.
    """

    asked = False

    def act(self, data):
        present = self.parties()
        away = {one: (rules.PARTNER, "") for one in partner_ids() if one not in present}
        wanted = self.rows(data, {**away, **present})
        lead = next(iter(present))
        wanted.setdefault(lead, dict(zip(("role", "does"), present[lead], strict=True)))
        said = values_of(IReason, data, self.context, {"reason": "", "lead": lead})
        self.asked = operations.arrange(self.context, wanted, said["reason"], said["lead"])

    def answer(self):
        found = super().answer()
        return {
            **found,
            "asks_partners": self.asked,
            "review_state": workflows.state_of(self.context),
        }
