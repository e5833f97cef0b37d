"""How pages are released: news, dates, folders, programmes, spaces; all follow one workflow. Pure.

Permissions and roles stand in profiles/default/workflows/hub_page_workflow. A type takes part with
the behaviour `kommunalhub.page` and a named utility:

    <utility component=".workflow.PROGRAMMES" name="FundingProgramme" provides="...IProcess" />
"""

from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step


ID = "hub_page_workflow"

DRAFT = "draft"
PENDING = "pending"
PLANNED = "planned"
INTERNAL = "internal"
PUBLIC = "public"
EXPIRED = "expired"

#: States in which others read a page.
RELEASED = (INTERNAL, PUBLIC)

#: Steps that let others read it, and what they lead to; taken for later they are one step.
RELEASES = {"approve": INTERNAL, "publish": PUBLIC}
SCHEDULE = "schedule"
EXPIRE = "expire"


def page_process(portal_type, passes=True, condition=None, mended_at=None):
    """Return the Process of a type of pages. The working days are the hub's own promise, not law.

    passes: a substitute decides on it too. Not on folders: the roles that pass would reach down to
    all that is in them. condition: what it must fulfil to be handed in or released, mended_at:
    where that is mended, see Process.
    """
    condition = unless_decided(condition)
    milestones = (DRAFT, PENDING, INTERNAL, PUBLIC)
    return Process(
        portal_type=portal_type,
        prefix="",
        milestones=milestones,
        path=path_along(milestones),
        steps={
            DRAFT: Step(("owner",)),
            PENDING: Step(("partner-reviewers",), days=3),
        },
        acts={
            "submit": Act(style="go", condition=condition),
            "approve": Act(four_eyes=True, style="go", condition=condition),
            "publish": Act(four_eyes=True, style="go", condition=condition),
            SCHEDULE: Act(four_eyes=True, style="go", condition=condition, timed=True),
            "return": Act(four_eyes=True, needs_reason=True),
            "retract": Act(),
            EXPIRE: Act(),
        },
        released=RELEASED,
        is_page=True,
        passes=passes,
        mended_at=mended_at,
    )


def unless_decided(condition):
    """Return a condition that asks nothing of the hub itself when it shows what was planned.

    It was asked when somebody decided. What has become wrong since then does not take a page down
    that is read already, so it does not keep this one back either.
    """
    if condition is None:
        return None

    def asked(facts, actor):
        return OK if facts.state == PLANNED and actor.unattended else condition(facts, actor)

    return asked


def path_along(milestones):
    """Return the path of a page (see Process): by a time that was set, and to its end."""

    def path(facts):
        if facts.state == PLANNED:
            target = RELEASES.get(facts.extra.get("planned"))
            before = tuple(name for name in milestones if name not in RELEASED)
            return (*before, PLANNED, *((target,) if target else RELEASED))
        return (*milestones, EXPIRED) if facts.state == EXPIRED else milestones

    return path
