"""The workflow definition, the process and the page the office signs say the same."""

from kommunalhub.coworking.workflow import PROCESS
from workflows import SignedWorkflow


class TestWorkflow(SignedWorkflow):
    """Of what is decided on here."""

    type = "CoworkingApplication"
    workflow = "coworking_application_workflow"
    page = "coworking.md"
    process = PROCESS
    permissions = {
        "read": ("View", "Access contents information", "List folder contents"),
        "change": ("Modify portal content",),
        "add files": ("Add portal content",),
        "delete": ("Delete objects",),
        "go back": ("CMFEditions: Revert to previous versions",),
    }
