"""How an application is decided: states, transitions, who is awaited, what must be there.

Permissions and roles stand in profiles/default/workflows/coworking_application_workflow; both in
plain sentences in docs/reference/coworking.md.

The conditions look at groups, not at roles: a workflow guard only knows that somebody holds one
of the transition's roles, here the host's reviewers and those of the operator differ.
"""

from datetime import date
from kommunalhub import _
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step
from kommunalhub.core import formatting
from kommunalhub.coworking import rules
from kommunalhub.partners.rules import group_id


ID = "coworking_application_workflow"

DRAFT = "draft"
SUBMITTED = "submitted"
CONSENT = "consent"
APPROVED = "approved"
ACTIVE = "active"
ENDED = "ended"
WAITLISTED = "waitlisted"
RETURNED = "returned"
REJECTED = "rejected"
WITHDRAWN = "withdrawn"

#: The order in which lists show states: what waits for somebody first, what is over last.
STATES = (
    SUBMITTED,
    CONSENT,
    WAITLISTED,
    APPROVED,
    ACTIVE,
    RETURNED,
    DRAFT,
    ENDED,
    REJECTED,
    WITHDRAWN,
)
OVER = (ENDED, REJECTED, WITHDRAWN)

SUBMIT = "submit"

ADD_APPLICATION = "kommunalhub: Add CoworkingApplication"
ADD_SPACE = "kommunalhub: Add Space"

HOST = ("partner-reviewers",)
OPERATOR = ("asked-reviewers",)


def works_for(facts, actor, partners):
    """Return whether the person reviews for one of these partners."""
    return any(group_id(partner, "reviewers") in actor.groups for partner in partners)


def host_first(facts, actor):
    """Return Denied to the operator's reviewers while it is the host's turn."""
    asked_only = works_for(facts, actor, facts.asked) and not works_for(
        facts, actor, (facts.partner,)
    )
    if facts.state == CONSENT or not asked_only:
        return OK
    reason = _(
        "denied_host_first",
        default="The administration that houses the space decides first; "
        "you are asked for your consent after that.",
    )
    return Denied(reason, HOST)


def consent_given(facts, actor):
    """Return Ok for those who may approve now: the host alone, or the operator after the host."""
    if not facts.extra.get("external"):
        return OK
    if facts.state != CONSENT:
        reason = _(
            "denied_needs_consent",
            default="Applications from outside need the consent of the operator of the hub: "
            "please agree and ask for it.",
        )
        return Denied(reason, OPERATOR)
    if works_for(facts, actor, facts.asked):
        return OK
    reason = _(
        "denied_operator_consents",
        default="You have agreed for the host; now the operator of the hub decides.",
    )
    return Denied(reason, OPERATOR)


def needs_consent(facts, actor):
    """Return Denied where nobody has to be asked, so that the case does not wait for nobody."""
    if not facts.extra.get("external"):
        reason = _(
            "denied_no_consent_needed",
            default="Applications of an administration need no further consent: "
            "please approve directly.",
        )
        return Denied(reason, HOST)
    return host_first(facts, actor)


def starts_in_time(facts, actor):
    """Return Ok unless the first day has passed."""
    start = facts.extra.get("start")
    today = formatting.to_local(formatting.now()).date()
    if rules.starts_in_time(date.fromisoformat(start) if start else None, today):
        return OK
    reason = _(
        "denied_start_past",
        default="The first day has passed already. Please edit the application "
        "and choose a day from today on.",
    )
    return Denied(reason, ("owner",))


def path(facts):
    """Return the milestones of one case: only applicants from outside need a consent."""
    states = (DRAFT, SUBMITTED, CONSENT, APPROVED, ACTIVE, ENDED)
    if facts.extra.get("external") or facts.state == CONSENT:
        return states
    return tuple(state for state in states if state != CONSENT)


# The working days are the hub's own promise (service times), not law.
PROCESS = Process(
    portal_type="CoworkingApplication",
    prefix="C",
    milestones=(DRAFT, SUBMITTED, CONSENT, APPROVED, ACTIVE, ENDED),
    path=path,
    steps={
        DRAFT: Step(("owner",)),
        SUBMITTED: Step(HOST, days=5),
        CONSENT: Step(OPERATOR, days=5),
        WAITLISTED: Step(HOST, days=20),
        RETURNED: Step(("owner",), days=10),
        APPROVED: Step(HOST, open_ended=True),  # until its first day
    },
    acts={
        SUBMIT: Act(style="go", condition=starts_in_time),
        "start_consent": Act(four_eyes=True, style="go", condition=needs_consent),
        "approve": Act(four_eyes=True, style="go", condition=consent_given),
        "waitlist": Act(needs_reason=True),
        "return": Act(four_eyes=True, needs_reason=True, condition=host_first),
        "reject": Act(four_eyes=True, needs_reason=True, style="stop", condition=host_first),
        "activate": Act(style="go"),
        "end": Act(),
        "withdraw": Act(needs_reason=True, style="stop"),
    },
)
