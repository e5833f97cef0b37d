"""The workflow definition, the process and the page the office signs say the same."""

from kommunalhub.funding.workflow import PROCESS
from workflows import SignedWorkflow


class TestWorkflow(SignedWorkflow):
    """Of what is decided on here."""

    type = "FundingConsultation"
    workflow = "funding_consultation_workflow"
    page = "funding.md"
    process = PROCESS
    permissions = {
        "read": ("View", "Access contents information", "List folder contents"),
        "change": ("Modify portal content",),
        "add files": ("Add portal content", "plone.app.contenttypes: Add File"),
        "delete": ("Delete objects",),
        "advise": ("kommunalhub: Advise",),
        "read advice": ("kommunalhub: View advice",),
        "keep funding file": ("kommunalhub: Keep funding file",),
        "go back": ("CMFEditions: Revert to previous versions",),
    }
