"""Materials that are handed out: who takes part where they are reads them, by computation.

The workflow gives the role View in one state (`reserved`). Who holds it is asked of
core.handouts, so that nothing has to be written here when somebody registers or gives a seat back.
"""

from borg.localrole.interfaces import ILocalRoleProvider
from kommunalhub.core import handouts
from kommunalhub.materials.interfaces import IWorkshopMaterial
from plone.uuid.interfaces import IUUID
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IWorkshopMaterial)
class ParticipantRoles:
    """Answers permission checks (getRoles) and the catalog (getAllRoles)."""

    def __init__(self, context):
        self.uid = IUUID(context, None)

    def getRoles(self, principal_id):
        return handouts.ROLES if handouts.is_reader(self.uid, principal_id) else ()

    def getAllRoles(self):
        return [(who, handouts.ROLES) for who in handouts.readers(self.uid)]


@implementer(handouts.IHandout)
@adapter(IWorkshopMaterial)
class MaterialHandout:
    """The file of a material, else its video, else its text."""

    def __init__(self, context):
        self.file = context.file or None
        self.link = context.video_url or None
        self.html = context.text.output_relative_to(context) if context.text else None
