"""How a training material is decided: states, transitions, who is awaited, what must be there.

Permissions and roles stand in profiles/default/workflows/workshop_material_workflow; both in
plain sentences in docs/reference/materials.md.
"""

from kommunalhub import _
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step


ID = "workshop_material_workflow"

DRAFT = "draft"
PENDING = "pending"
INTERNAL = "internal"
PUBLIC = "public"
#: Released for those who take part where it is handed out, see participants.py.
RESERVED = "reserved"
RETURNED = "returned"
DUE_FOR_REVIEW = "due_for_review"
ARCHIVED = "archived"

#: States in which colleagues read a material and a revision of it can be made.
RELEASED = (INTERNAL, RESERVED, PUBLIC, DUE_FOR_REVIEW)
#: States in which somebody still works on it.
IN_WORK = (DRAFT, PENDING, RETURNED)

SUBMIT = "submit"
REQUEST_REVIEW = "request_review"
APPROVE = "approve"
PUBLISH = "publish"
RESERVE = "reserve"
RETURN = "return"
#: What a reviewer does to let others read, and the state after it; a revision that is released
#: takes the place of its original.
RELEASES = {APPROVE: INTERNAL, PUBLISH: PUBLIC, RESERVE: RESERVED}

ADD_MATERIAL = "kommunalhub: Add WorkshopMaterial"
REVISE = "iterate : Check out content"


def no_revision_open(facts, actor):
    """Return Ok unless a revision of the material is being worked on."""
    if not facts.extra.get("revised"):
        return OK
    reason = _(
        "denied_revision_open",
        default="Somebody is working on a revision of this material. "
        "Please finish or discard the revision first.",
    )
    return Denied(reason, ("partner-editors",))


# The working days are the hub's own promise (service times), not law.
PROCESS = Process(
    portal_type="WorkshopMaterial",
    prefix="M",
    milestones=(DRAFT, PENDING, INTERNAL, PUBLIC),
    released=(*RELEASED, ARCHIVED),
    steps={
        DRAFT: Step(("owner",)),
        PENDING: Step(("partner-reviewers",), days=5),
        RETURNED: Step(("owner", "partner-editors"), days=10),
        DUE_FOR_REVIEW: Step(("partner-editors", "partner-reviewers"), days=10),
    },
    acts={
        SUBMIT: Act(style="go"),
        APPROVE: Act(four_eyes=True, style="go"),
        PUBLISH: Act(four_eyes=True, style="go"),
        RESERVE: Act(four_eyes=True, style="go"),
        RETURN: Act(four_eyes=True, needs_reason=True),
        REQUEST_REVIEW: Act(),
        "retract": Act(needs_reason=True, condition=no_revision_open),
        "archive": Act(style="stop", condition=no_revision_open),
    },
)
