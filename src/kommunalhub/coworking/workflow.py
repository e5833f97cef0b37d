"""How an application is decided: states, transitions, who is awaited, what must be there.

Permissions and roles stand in profiles/default/workflows/coworking_application_workflow; both in
plain sentences in docs/reference/coworking.md.

Who is asked for consent, and when that is enough, is a rule that the hub sets; the round of
consents fires `approve` or `return` (see approvals.consents).
"""

from datetime import date
from kommunalhub import _
from kommunalhub.approvals.consents import conditions
from kommunalhub.approvals.consents.rules import ConsentRule
from kommunalhub.approvals.consents.rules import ConsentStep
from kommunalhub.approvals.consents.rules import HOST as THE_HOST
from kommunalhub.approvals.consents.rules import OPERATOR as THE_OPERATOR
from kommunalhub.approvals.consents.settings import rule_for
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step
from kommunalhub.core import formatting
from kommunalhub.coworking import places
from kommunalhub.coworking import rules
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.tokens import typed


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

HOST = ("partner-reviewers",)
ASKED = ("asked-reviewers",)
TYPE = "CoworkingApplication"


def needs_round(facts):
    """Return whether the hub's rule asks anybody for their consent to such an application."""
    return bool(rule_for(facts.portal_type, facts.extra).parties)


def reviews_for_host(facts, actor):
    group = group_id(facts.partner, "reviewers")
    return not {group, typed(group, facts.portal_type)}.isdisjoint(actor.groups)


def up_to_host(facts, actor):
    """Return Denied to those who are merely asked for their consent."""
    if facts.state != CONSENT or reviews_for_host(facts, actor):
        return OK
    reason = _(
        "denied_up_to_host",
        default="Declining for good is up to the administration that houses the space; "
        "please vote against it.",
    )
    return Denied(reason, HOST)


def returned_by_round(facts, actor):
    """Return Denied while consents are collected: one vote against it returns the application."""
    return conditions.failed(facts, actor) if facts.state == CONSENT else OK


def consent_given(facts, actor):
    """Return Ok where nobody is asked, or once the consents are complete."""
    if facts.state == CONSENT:
        return conditions.completed(facts, actor) and places.place_is_free(facts, actor)
    if not needs_round(facts):
        return places.place_is_free(facts, actor)
    reason = _(
        "denied_needs_consent",
        default="Applications of this kind need the consent of others: "
        "please let the consents be collected.",
    )
    return Denied(reason, HOST)


def needs_consent(facts, actor):
    """Return Denied where nobody has to be asked, so that the case does not wait for nobody."""
    if needs_round(facts):
        return places.place_is_free(facts, actor)
    reason = _(
        "denied_no_consent_needed",
        default="Applications of this kind need no further consent: please approve directly.",
    )
    return Denied(reason, HOST)


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
    """Return the milestones of one case: with the consents only where somebody is asked."""
    states = (DRAFT, SUBMITTED, CONSENT, APPROVED, ACTIVE, ENDED)
    if needs_round(facts) or facts.state == CONSENT:
        return states
    return tuple(state for state in states if state != CONSENT)


# The working days are the hub's own promise (service times), not law.
PROCESS = Process(
    portal_type=TYPE,
    prefix="C",
    milestones=(DRAFT, SUBMITTED, CONSENT, APPROVED, ACTIVE, ENDED),
    path=path,
    steps={
        DRAFT: Step(("owner",)),
        SUBMITTED: Step(HOST, days=5),
        CONSENT: Step(ASKED, days=5),
        WAITLISTED: Step(HOST, days=20),
        RETURNED: Step(("owner",), days=10),
        APPROVED: Step(HOST, open_ended=True),  # until its first day
    },
    acts={
        SUBMIT: Act(style="go", condition=starts_in_time),
        "start_consent": Act(four_eyes=True, style="go", condition=needs_consent),
        "approve": Act(four_eyes=True, style="go", condition=consent_given),
        "waitlist": Act(needs_reason=True),
        "return": Act(four_eyes=True, needs_reason=True, condition=returned_by_round),
        "reject": Act(four_eyes=True, needs_reason=True, style="stop", condition=up_to_host),
        "activate": Act(style="go"),
        "end": Act(),
        "withdraw": Act(needs_reason=True, style="stop"),
    },
)


HOST_AND_OPERATOR = ConsentRule((THE_HOST, THE_OPERATOR))
CONSENTS = ConsentStep(
    portal_type=TYPE,
    state=CONSENT,
    complete="approve",
    refuse="return",
    kinds="kommunalhub.coworking_applicant_kinds",
    kind_of=rules.kind_of,
    ready=places.place_is_free,
    standard={
        kind: HOST_AND_OPERATOR for kind in rules.APPLICANT_KINDS if kind != rules.ADMINISTRATION
    },
)
