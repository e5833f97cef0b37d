"""@@unterlage-einreichen: the way to the form for a new material, whoever follows it."""

from kommunalhub import _
from kommunalhub.materials import operations
from kommunalhub.materials import workflow
from kommunalhub.security.browser.door import Door


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
