"""How a workshop comes about: states, transitions, who is awaited, what must be there.

Permissions and roles stand in profiles/default/workflows/workshop_workflow; both in plain
sentences in docs/reference/workshops.md.
"""

from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step
from kommunalhub.core import formatting


ID = "workshop_workflow"
TYPE = "Workshop"

DRAFT = "draft"
PENDING = "pending"
PUBLISHED = "published"
CLOSED = "closed"
HELD = "held"
CANCELLED = "cancelled"

#: States in which those for whom it is see it.
RELEASED = (PUBLISHED, CLOSED, HELD, CANCELLED)
#: States in which it is still to come.
COMING = (PUBLISHED, CLOSED)

SUBMIT = "submit"
RETURN = "return"
PUBLISH = "publish"
CLOSE = "close_registration"
HOLD = "hold"
CANCEL = "cancel"

ADD_WORKSHOP = "kommunalhub: Add Workshop"
MANAGE = "kommunalhub: Manage registrations"
TRAINERS = ("hub-trainers",)


def still_to_come(facts, actor):
    """Return Ok unless the workshop has begun."""
    start = facts.extra.get("start")
    if start is None or datetime.fromisoformat(start) > formatting.now():
        return OK
    reason = _(
        "denied_workshop_past",
        default="The workshop would have begun already. Please edit it and choose another date.",
    )
    return Denied(reason, ("owner",))


def has_begun(facts, actor):
    """Return Ok once the workshop has begun."""
    start = facts.extra.get("start")
    if start is not None and datetime.fromisoformat(start) <= formatting.now():
        return OK
    reason = _("denied_workshop_not_begun", default="The workshop has not begun yet.")
    return Denied(reason, TRAINERS)


# The working days are the hub's own promise (service times), not law.
PROCESS = Process(
    portal_type=TYPE,
    prefix="W",
    milestones=(DRAFT, PENDING, PUBLISHED, CLOSED, HELD),
    released=RELEASED,
    steps={
        DRAFT: Step(("owner",)),
        PENDING: Step(("partner-reviewers",), days=3),
        CLOSED: Step(TRAINERS, open_ended=True),  # until the workshop was held
    },
    acts={
        SUBMIT: Act(style="go", condition=still_to_come),
        PUBLISH: Act(four_eyes=True, style="go", condition=still_to_come),
        RETURN: Act(four_eyes=True, needs_reason=True),
        CLOSE: Act(style="go"),
        HOLD: Act(style="go", condition=has_begun),
        CANCEL: Act(needs_reason=True, style="stop"),
    },
)
