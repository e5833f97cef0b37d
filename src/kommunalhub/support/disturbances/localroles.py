"""Who reads a disturbance: the people of the administrations that it concerns, by computation."""

from borg.localrole.interfaces import ILocalRoleProvider
from kommunalhub.partners.rules import groups_of
from kommunalhub.support.disturbances.interfaces import IDisturbance
from zope.component import adapter
from zope.interface import implementer


EVERYBODY = "AuthenticatedUsers"
ROLES = ("Colleague",)


@implementer(ILocalRoleProvider)
@adapter(IDisturbance)
class ConcernedRoles:
    """Gives Colleague to the groups of the partners, or to everybody with an account."""

    def __init__(self, context):
        self.context = context

    def groups(self):
        partners = self.context.partners
        if not partners:
            return [EVERYBODY]
        return [group for partner in sorted(partners) for group in groups_of(partner).values()]

    def getRoles(self, principal_id):
        return ROLES if principal_id in self.groups() else ()

    def getAllRoles(self):
        return [(group, ROLES) for group in self.groups()]
