"""The folder of the workshops, and who adds there."""

from kommunalhub import _
from kommunalhub.core.acting import as_builder
from kommunalhub.core.language import in_site_language
from kommunalhub.core.sections import disown
from kommunalhub.core.sections import ensure_folder
from kommunalhub.workshops import workflow
from kommunalhub.workshops.interfaces import IWorkshopSection
from Products.CMFCore.permissions import AddPortalContent
from zope.interface import alsoProvides


SECTION = "workshops"
ADDERS = ["Trainer", "HubManager", "Manager"]


def ensure_sections(portal):
    """Return the folder `workshops`, made if it is missing."""
    if SECTION in portal.objectIds():
        return portal[SECTION]
    with as_builder(portal):
        folder = ensure_folder(
            portal,
            SECTION,
            in_site_language(_("section_workshops", default="Workshops")),
            in_site_language(
                _(
                    "section_workshops_about",
                    default="Trainings and workshops of the hub, to register for.",
                )
            ),
            state="public",
            layout="workshops",
            addable=[workflow.TYPE],
        )
        disown(folder)
        alsoProvides(folder, IWorkshopSection)
        for permission in (AddPortalContent, workflow.ADD_WORKSHOP):
            folder.manage_permission(permission, ADDERS, acquire=0)
        folder.reindexObject()
    return folder


def workshops_folder(portal):
    """Return the folder of the workshops, None where it is not there."""
    return portal.unrestrictedTraverse(SECTION, None)
