"""How a project is decided: states, transitions, who is awaited, what must be there.

Permissions and roles stand in profiles/default/workflows/project_workflow; both in plain sentences
in docs/reference/projects.md.

Who is asked for consent are the partners of each project; all of them must agree. The round of
consents fires `agree` or `return`, and for a change while it runs `confirm` or `keep`.
"""

from datetime import date
from kommunalhub import _
from kommunalhub.approvals.consents import conditions
from kommunalhub.approvals.consents.rules import ConsentRule
from kommunalhub.approvals.consents.rules import ConsentStep
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step
from kommunalhub.core import formatting
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.tokens import typed


ID = "project_workflow"
TYPE = "Project"

IDEA = "idea"
PROPOSED = "proposed"
AGREED = "agreed"
RUNNING = "running"
CHANGING = "changing"
FINISHED = "finished"
STOPPED = "stopped"

#: The order in which lists show states: what goes on first, what is over last.
STATES = (RUNNING, CHANGING, AGREED, PROPOSED, IDEA, FINISHED, STOPPED)
#: States in which work goes on, and in which the public may be told of it.
AT_WORK = (RUNNING, CHANGING)
TOLD = (AGREED, RUNNING, CHANGING, FINISHED, STOPPED)
OVER = (FINISHED, STOPPED)

PROPOSE = "propose"

ADD = "kommunalhub: Add Project"
RUN = "kommunalhub: Run project"
SET_SCOPE = "kommunalhub: Set project scope"
PUBLISH = "kommunalhub: Publish project"
WRITE_LESSONS = "kommunalhub: Write project lessons"

LEAD = ("owner", "partner-editors")
ASKED = ("asked-reviewers",)


def can_be_proposed(facts, actor):
    """Return Ok once there is somebody to ask and something to agree on."""
    if len(facts.extra.get("partners", ())) < 2:
        reason = _(
            "denied_project_alone",
            default="A project has at least one partner besides the lead: please choose one first.",
        )
        return Denied(reason, ("owner",))
    if not facts.extra.get("milestones"):
        reason = _(
            "denied_project_no_milestone",
            default="There is no milestone yet: please enter at least one first.",
        )
        return Denied(reason, ("owner",))
    return OK


def leads(facts, actor):
    """Return whether a person may take back what the partners agreed on, before it begins.

    By groups and ids: a guard has looked at the roles before, and says nothing of which it was.
    """
    reviewers = group_id(facts.partner, "reviewers")
    groups = {reviewers, typed(reviewers, facts.portal_type), "hub-managers"}
    return actor.userid in facts.owners or bool(groups.intersection(actor.groups))


def returned_by_round(facts, actor):
    """Return Denied to the partners while consents are collected: their votes return it.

    Who proposed it may take it back; once it is agreed its lead and the management of the hub may.
    """
    if facts.state == PROPOSED and actor.userid not in facts.owners:
        return conditions.failed(facts, actor)
    if facts.state == AGREED and not actor.unattended and not leads(facts, actor):
        reason = _(
            "denied_project_up_to_lead",
            default="All partners have agreed. Taking that back is up to the lead.",
        )
        return Denied(reason, ("owner", "partner-reviewers"))
    return OK


def can_start(facts, actor):
    """Return Ok once the first day has come and something lies ahead."""
    today = formatting.to_local(formatting.now()).date()
    start = facts.extra.get("start")
    if start and date.fromisoformat(start) > today:
        reason = _(
            "denied_project_too_early",
            default="The project begins on ${day}. It can be started from then on.",
            mapping={"day": formatting.day(date.fromisoformat(start))},
        )
        return Denied(reason, LEAD)
    if not any(one["open"] and one["planned"] >= today.isoformat() for one in _milestones(facts)):
        reason = _(
            "denied_project_nothing_ahead",
            default="All milestones lie in the past: please bring the plan up to date first.",
        )
        return Denied(reason, LEAD)
    return OK


def change_waits(facts, actor):
    """Return Ok where a change has been written down that needs consent."""
    if facts.extra.get("change"):
        return OK
    reason = _(
        "denied_project_no_change",
        default="Please write down the change first („Change what was agreed“).",
    )
    return Denied(reason, LEAD)


def kept_by_round(facts, actor):
    """Return Denied while consents are collected; who asked for the change may take it back."""
    if facts.state == CHANGING and actor.userid != facts.last_editor:
        return conditions.failed(facts, actor)
    return OK


def can_finish(facts, actor):
    """Return Ok once every milestone is reached or dropped, and what was learned is written."""
    still = sum(one["open"] for one in _milestones(facts))
    if still:
        reason = _(
            "denied_project_open_milestones",
            default="Milestones still open: ${count}. Please report them as reached, or drop them "
            "with a reason.",
            mapping={"count": still},
        )
        return Denied(reason, LEAD)
    if not facts.extra.get("lessons"):
        reason = _(
            "denied_project_no_lessons",
            default="„What we have learned“ is not written yet. It helps those who come after.",
        )
        return Denied(reason, LEAD)
    return OK


def _milestones(facts):
    return facts.extra.get("milestones", ())


# The working days are the hub's own promise (service times), not law.
PROCESS = Process(
    portal_type=TYPE,
    prefix="PR",
    milestones=(IDEA, PROPOSED, AGREED, RUNNING, FINISHED),
    steps={
        IDEA: Step(("owner",)),
        PROPOSED: Step(ASKED, days=10),
        AGREED: Step(LEAD, open_ended=True),  # until its first day
        RUNNING: Step(LEAD, open_ended=True),  # until its next milestone, see part.py
        CHANGING: Step(ASKED, days=10),
    },
    acts={
        PROPOSE: Act(style="go", condition=can_be_proposed),
        "agree": Act(four_eyes=True, style="go", condition=conditions.completed),
        "return": Act(needs_reason=True, condition=returned_by_round),
        "start": Act(style="go", condition=can_start),
        "change": Act(condition=change_waits),
        "confirm": Act(four_eyes=True, style="go", condition=conditions.completed),
        "keep": Act(needs_reason=True, condition=kept_by_round),
        "finish": Act(style="go", condition=can_finish),
        "stop": Act(needs_reason=True, style="stop"),
    },
)


def all_partners(extra):
    """Return the rule of a project: everybody is asked, one no is enough, nobody is passed over.

    Who is to join is asked as well, see `rules.asked_of`.
    """
    partners = tuple(extra.get("consenting") or extra.get("partners", ()))
    return ConsentRule(partners, quorum=len(partners))


CONSENTS = ConsentStep(
    portal_type=TYPE,
    state=PROPOSED,
    complete="agree",
    refuse="return",
    again={CHANGING: ("confirm", "keep")},
    rule_of=all_partners,
)
