"""Who takes part in a project, and the roles that follow for the people of all partners."""

from Acquisition import aq_base
from borg.localrole.interfaces import ILocalRoleProvider
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.rules import groups_of
from kommunalhub.partners.tokens import passes
from kommunalhub.partners.tokens import typed
from kommunalhub.projects import rules
from kommunalhub.projects import workflow
from kommunalhub.projects.interfaces import IProject
from zope.component import adapter
from zope.interface import implementer


COLLEAGUE = ("Colleague",)


def partners_of(context):
    """Return the ids of the partners of a project, the lead first; () of what is none.

    Never by attribute access: that would ask the schema's default, and that who is looking.
    """
    if not IProject.providedBy(context):
        return ()
    lead = stored_partner(context)
    return rules.partners_of(lead, aq_base(context).__dict__.get("partners"))


@implementer(ILocalRoleProvider)
@adapter(IProject)
class PartnersOfProject:
    """The people of all partners are colleagues in a project, as those of its lead are.

    What they may then stands in its workflow; the roles of the lead's own come from `partners`.
    """

    def __init__(self, context):
        self.context = context
        self._groups = None

    @property
    def groups(self):
        if self._groups is None:
            others = [
                group for one in partners_of(self.context)[1:] for group in groups_of(one).values()
            ]
            lent = [typed(group, workflow.TYPE) for group in others if passes(group)]
            self._groups = frozenset((*others, *lent))
        return self._groups

    def getRoles(self, principal_id):
        return COLLEAGUE if principal_id in self.groups else ()

    def getAllRoles(self):
        return [(group, COLLEAGUE) for group in sorted(self.groups)]
