"""How a request is decided: who is awaited, and within how many working days."""

from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step


ADD = "bikeboxes: Add BikeBoxRequest"
PROCESS = Process(
    portal_type="BikeBoxRequest",
    prefix="B",
    milestones=("draft", "submitted", "approved"),
    steps={
        "draft": Step(("owner",)),
        "submitted": Step(("partner-reviewers",), days=5),
        "returned": Step(("owner",), days=10),
    },
    acts={
        "submit": Act(style="go"),
        "approve": Act(four_eyes=True, style="go"),
        "return": Act(four_eyes=True, needs_reason=True),
        "withdraw": Act(needs_reason=True, style="stop"),
    },
)
