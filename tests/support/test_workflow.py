"""The workflow definition, the process and the page the office signs say the same."""

from kommunalhub.support.workflow import PROCESS
from workflows import SignedWorkflow


class TestWorkflow(SignedWorkflow):
    """Of tickets."""

    type = "SupportTicket"
    workflow = "support_ticket_workflow"
    page = "support.md"
    process = PROCESS
    permissions = {
        "read": ("View", "Access contents information", "List folder contents"),
        "change": ("Modify portal content",),
        "add files": ("Add portal content",),
        "delete": ("Delete objects",),
    }
