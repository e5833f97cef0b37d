"""How a consultation is decided: states, transitions, who is awaited, what must be there.

Permissions and roles stand in profiles/default/workflows/funding_consultation_workflow; both in
plain sentences in docs/reference/funding.md.
"""

from kommunalhub import _
from kommunalhub.approvals.pages import page_process
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step


ID = "funding_consultation_workflow"

DRAFT = "draft"
SUBMITTED = "submitted"
RELEASED = "released"
IN_CONSULTATION = "in_consultation"
RECOMMENDED = "recommended"
APPLIED = "applied"
GRANTED = "granted"
DENIED = "denied"
CLOSED = "closed"
RETURNED = "returned"
WITHDRAWN = "withdrawn"
REJECTED = "rejected"

#: The order in which lists show states: what is going on first, what is over last.
STATES = (
    SUBMITTED,
    RELEASED,
    IN_CONSULTATION,
    RECOMMENDED,
    APPLIED,
    GRANTED,
    RETURNED,
    DRAFT,
    DENIED,
    CLOSED,
    WITHDRAWN,
    REJECTED,
)
OVER = (CLOSED, WITHDRAWN, REJECTED)

SUBMIT = "submit"

ADVISE = "kommunalhub: Advise"
VIEW_ADVICE = "kommunalhub: View advice"
KEEP = "kommunalhub: Keep funding file"
ADD_CONSULTATION = "kommunalhub: Add FundingConsultation"
ADD_PROGRAMME = "kommunalhub: Add FundingProgramme"

CONSULTANTS = ("hub-consultants",)


def recommendation_written(facts, actor):
    """Return Ok once there is a recommendation to read."""
    if facts.extra.get("has_recommendation"):
        return OK
    reason = _(
        "denied_recommendation_missing",
        default="There is no recommendation yet: please write it first.",
    )
    return Denied(reason, CONSULTANTS)


def application_filed(facts, actor):
    """Return Ok once one of the applications is filed; a case may be kept without any."""
    if not facts.extra.get("applications") or facts.extra.get("has_filed"):
        return OK
    reason = _(
        "denied_nothing_filed",
        default="None of the applications is filed yet: please note the day on one of them first.",
    )
    return Denied(reason, ("owner", "partner-editors", *CONSULTANTS))


def notice_recorded(facts, actor):
    """Return Ok once the granted amount and the date of the notice are recorded."""
    if facts.extra.get("applications") and not facts.extra.get("has_grant"):
        reason = _(
            "denied_no_grant",
            default="None of the applications is granted yet: please record the notice first.",
        )
        return Denied(reason, CONSULTANTS)
    if not facts.extra.get("has_granted"):
        reason = _(
            "denied_granted_missing",
            default="Please record first how much was granted.",
        )
        return Denied(reason, CONSULTANTS)
    return refusal_recorded(facts, actor)


def all_refused(facts, actor):
    """Return Ok once a notice is recorded, and no application is granted or still waits."""
    if facts.extra.get("has_grant") or facts.extra.get("waiting"):
        reason = _(
            "denied_not_all_refused",
            default="One of the applications is granted, or has not been decided on yet.",
        )
        return Denied(reason, CONSULTANTS)
    return refusal_recorded(facts, actor)


def refusal_recorded(facts, actor):
    """Return Ok once the date of the notice is recorded."""
    if facts.extra.get("has_decision"):
        return OK
    reason = _("denied_decision_missing", default="Please record first the date of the notice.")
    return Denied(reason, CONSULTANTS)


def use_proved(facts, actor):
    """Return Ok once the funder accepted how each grant was used, and all is paid back."""
    if facts.extra.get("proofs_open"):
        reason = _(
            "denied_proof_open",
            default="The funder has not accepted yet how the grant was used, or something is still "
            "to be paid back.",
        )
        return Denied(reason, CONSULTANTS)
    return OK


# The working days are the hub's own promise (service times), not law.
PROCESS = Process(
    portal_type="FundingConsultation",
    prefix="F",
    milestones=(
        DRAFT,
        SUBMITTED,
        RELEASED,
        IN_CONSULTATION,
        RECOMMENDED,
        APPLIED,
        GRANTED,
        CLOSED,
    ),
    steps={
        DRAFT: Step(("owner",)),
        SUBMITTED: Step(("partner-reviewers",), days=5),
        RETURNED: Step(("owner", "partner-editors"), days=10),
        RELEASED: Step(CONSULTANTS, days=5),
        IN_CONSULTATION: Step(CONSULTANTS, days=15),
        RECOMMENDED: Step(("owner", "partner-editors"), days=20),
        APPLIED: Step(CONSULTANTS, days=60),
        GRANTED: Step(CONSULTANTS, open_ended=True),  # until its own deadlines
        DENIED: Step(CONSULTANTS, days=10),
    },
    acts={
        SUBMIT: Act(style="go"),
        "return": Act(four_eyes=True, needs_reason=True),
        "release": Act(four_eyes=True, style="go"),
        "reject": Act(four_eyes=True, needs_reason=True, style="stop"),
        "withdraw": Act(needs_reason=True, style="stop"),
        "take": Act(style="go"),
        "recommend": Act(style="go", condition=recommendation_written),
        "file": Act(style="go", condition=application_filed),
        "grant": Act(style="go", condition=notice_recorded),
        "deny": Act(needs_reason=True, style="stop", condition=all_refused),
        "close": Act(condition=use_proved),
    },
)

#: Programmes are pages of the hub: consultants write them, its management releases them.
PROGRAMMES = page_process("FundingProgramme")
