"""How an exhibit is decided on: states, transitions, who is awaited, what must be there.

Permissions and roles stand in profiles/default/workflows/exhibit_workflow; both in plain sentences
in docs/reference/showroom.md.
"""

from kommunalhub import _
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step


ID = "exhibit_workflow"
TYPE = "Exhibit"

DRAFT = "draft"
PENDING = "pending"
RETURNED = "returned"
INTERNAL = "internal"
PUBLIC = "public"

#: States in which others see it.
RELEASED = (INTERNAL, PUBLIC)

ADD = "kommunalhub: Add Exhibit"
ADD_PART = "kommunalhub: Add ExhibitPart"
#: Bring what was promised by a day, while others see the exhibit already.
COMPLETE = "kommunalhub: Complete Exhibit"


def is_whole(facts, actor):
    """Return Ok unless something is missing that everybody needs; says what."""
    named = facts.extra.get("gaps")
    if not named:
        return OK
    more = facts.extra.get("gaps_more", 0)
    text = " ".join(named)
    if more:
        reason = _(
            "denied_exhibit_gaps_more",
            default="Something is missing before everybody may see it: ${gaps} And more: ${n}.",
            mapping={"gaps": text, "n": more},
        )
    else:
        reason = _(
            "denied_exhibit_gaps",
            default="Something is missing before everybody may see it: ${gaps}",
            mapping={"gaps": text},
        )
    return Denied(reason, ("owner", "partner-editors"))


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
        "publish": Act(four_eyes=True, style="go", condition=is_whole),
        "return": Act(four_eyes=True, needs_reason=True),
        "retract": Act(),
    },
    is_page=True,
)
