"""The workflow definition, the process and the page the office signs say the same."""

from kommunalhub.showroom.workflow import PROCESS
from workflows import SignedWorkflow


class TestWorkflow(SignedWorkflow):
    """Of what is decided on here."""

    type = "Exhibit"
    workflow = "exhibit_workflow"
    page = "showroom.md"
    process = PROCESS
    permissions = {
        "read": ("View", "Access contents information"),
        "change": ("Modify portal content", "Add portal content", "kommunalhub: Add ExhibitPart"),
        "bring what was promised": ("kommunalhub: Complete Exhibit",),
        "delete": ("Delete objects",),
    }
