"""The workflow definition, the process and the page the office signs say the same."""

from kommunalhub.materials.workflow import PROCESS
from workflows import SignedWorkflow


class TestWorkflow(SignedWorkflow):
    """Of what is decided on here."""

    type = "WorkshopMaterial"
    workflow = "workshop_material_workflow"
    page = "materials.md"
    process = PROCESS
    permissions = {
        "read": ("View", "Access contents information"),
        "change": ("Modify portal content",),
        "delete": ("Delete objects",),
        "start a revision": ("iterate : Check out content",),
        "check in by hand": ("iterate : Check in content",),
        "go back": ("CMFEditions: Revert to previous versions",),
    }
