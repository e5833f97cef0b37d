"""How a request is decided: who is awaited, and within how many working days.

Permissions and roles stand in profiles/default/workflows/booking_request_workflow; both in plain
sentences in docs/reference/booking-requests.md.
"""

from kommunalhub import _
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step


TYPE = "BookingRequest"
ID = "booking_request_workflow"

DRAFT, SUBMITTED, APPROVED = "draft", "submitted", "approved"
REJECTED, WITHDRAWN, LAPSED = "rejected", "withdrawn", "lapsed"
SUBMIT, APPROVE, REJECT, WITHDRAW, LAPSE = "submit", "approve", "reject", "withdraw", "lapse"

HOST = ("partner-reviewers",)


def for_somebody_else(facts, actor):
    """Return Denied to whose bookings they are: others decide on them, whoever has asked."""
    if actor.userid != facts.extra.get("holder"):
        return OK
    reason = _(
        "denied_request_own",
        default="This is a booking of your own, so someone else decides on it.",
    )
    return Denied(reason, HOST, "four_eyes")


def still_wanted(facts, actor):
    """Return Ok while there is a time left that waits for the answer."""
    if facts.extra.get("open"):
        return for_somebody_else(facts, actor)
    reason = _(
        "denied_request_nothing_left",
        default="Nothing is left to approve: the bookings are cancelled or have lapsed.",
    )
    return Denied(reason)


# The working days are the hub's own promise (service times), not law.
PROCESS = Process(
    portal_type=TYPE,
    prefix="P",
    milestones=(DRAFT, SUBMITTED, APPROVED),
    steps={DRAFT: Step(("owner",)), SUBMITTED: Step(HOST, days=2)},
    acts={
        SUBMIT: Act(style="go"),
        APPROVE: Act(four_eyes=True, style="go", condition=still_wanted),
        REJECT: Act(four_eyes=True, needs_reason=True, style="stop", condition=for_somebody_else),
        WITHDRAW: Act(style="stop"),
        LAPSE: Act(),
    },
    told_elsewhere=True,
)
