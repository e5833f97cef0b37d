"""How a report of experience is decided on, before others learn from it.

Permissions and roles stand in profiles/default/workflows/experience_workflow; both in plain
sentences in docs/reference/experience.md.
"""

from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step


ID = "experience_workflow"
TYPE = "ExperienceReport"

DRAFT = "draft"
PENDING = "pending"
RETURNED = "returned"
INTERNAL = "internal"
PUBLIC = "public"

#: States in which others read it.
RELEASED = (INTERNAL, PUBLIC)
ADD = "kommunalhub: Add ExperienceReport"

# The working days are the hub's own promise (service times), not law.
PROCESS = Process(
    portal_type=TYPE,
    prefix="",
    milestones=(DRAFT, PENDING, INTERNAL, PUBLIC),
    released=RELEASED,
    steps={
        DRAFT: Step(("owner",)),
        PENDING: Step(("partner-reviewers",), days=5),
        RETURNED: Step(("owner", "partner-editors"), days=10),
    },
    acts={
        "submit": Act(style="go"),
        "approve": Act(four_eyes=True, style="go"),
        "publish": Act(four_eyes=True, style="go"),
        "return": Act(four_eyes=True, needs_reason=True),
        "retract": Act(),
    },
    is_page=True,
)
