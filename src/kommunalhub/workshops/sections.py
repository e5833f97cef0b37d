"""The folder of the workshops, and who adds there."""

from kommunalhub import _
from kommunalhub.core.sections import ensure_section
from kommunalhub.workshops import workflow
from kommunalhub.workshops.interfaces import IWorkshopSection
from Products.CMFCore.permissions import AddPortalContent


SECTION = "workshops"
ADDERS = ["Trainer", "HubManager", "Manager"]


def ensure_sections(portal):
    """Return the folder `workshops`, made if it is missing."""
    return ensure_section(
        portal,
        SECTION,
        _("section_workshops", default="Workshops"),
        _(
            "section_workshops_about",
            default="Trainings and workshops of the hub, to register for.",
        ),
        IWorkshopSection,
        layout="workshops",
        addable=workflow.TYPE,
        adders=dict.fromkeys((AddPortalContent, workflow.ADD_WORKSHOP), ADDERS),
    )


def workshops_folder(portal):
    """Return the folder of the workshops, None where it is not there."""
    return portal.unrestrictedTraverse(SECTION, None)
