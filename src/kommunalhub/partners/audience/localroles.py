"""The role that follows from an audience: those whom a page is for read it, nobody else."""

from borg.localrole.interfaces import ILocalRoleProvider
from kommunalhub.partners.audience import rules
from kommunalhub.partners.audience.interfaces import INarrowable
from kommunalhub.partners.audience.reading import reading_groups
from zope.component import adapter
from zope.interface import implementer


HELD = (rules.READER,)


@implementer(ILocalRoleProvider)
@adapter(INarrowable)
class AudienceRoles:
    """Answers permission checks and the catalog; in which state it counts says `narrowing`."""

    def __init__(self, context):
        self.context = context
        self._groups = None

    @property
    def groups(self):
        if self._groups is None:  # borg asks one adapter for the person and for each group
            self._groups = reading_groups(self.context)
        return self._groups

    def getRoles(self, principal_id):
        return HELD if principal_id in self.groups else ()

    def getAllRoles(self):
        return [(group, HELD) for group in sorted(self.groups)]
