"""Consultants keep the catalogue of programmes: they are its editors, by computation."""

from borg.localrole.interfaces import ILocalRoleProvider
from kommunalhub.funding.interfaces import IProgrammeFolder
from zope.component import adapter
from zope.interface import implementer


ROLES = {"hub-consultants": ("Editor",)}


@implementer(ILocalRoleProvider)
@adapter(IProgrammeFolder)
class CatalogueRoles:
    """Gives hub consultants Editor in the folder of programmes and on what is in it."""

    def __init__(self, context):
        self.context = context

    def getRoles(self, principal_id):
        return ROLES.get(principal_id, ())

    def getAllRoles(self):
        return ROLES.items()
