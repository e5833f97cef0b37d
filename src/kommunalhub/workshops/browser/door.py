"""@@unterlage-einreichen: the way to the form for a new material, whoever follows it."""

from kommunalhub import _
from kommunalhub.security.browser.door import Door
from kommunalhub.workshops import operations
from kommunalhub.workshops import workflow


class SubmitMaterial(Door):
    """Leads authors and trainers to the form in `materialien`."""

    portal_type = "WorkshopMaterial"
    permission = workflow.ADD_MATERIAL
    title = _("door_material", default="Submit a training material")
    lead = _(
        "door_material_lead",
        default="Share slides, guides and videos with the colleagues of all administrations.",
    )
    refusal = _(
        "door_material_refusal",
        default="Materials are submitted by the editors of the administrations and the trainers of "
        "the hub. Please give yours to the editors of your administration.",
    )

    def folder(self):
        return operations.materials_folder(self.context)
