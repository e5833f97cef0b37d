"""How pages are released: news, dates, folders, programmes, spaces; all follow one workflow.

Permissions and roles stand in profiles/default/workflows/hub_page_workflow. A type takes part with
the behaviour `kommunalhub.page` and a named utility:

    <utility component=".workflow.PROGRAMMES" name="FundingProgramme" provides="...IProcess" />
"""

from DateTime import DateTime
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step
from kommunalhub.core import formatting


ID = "hub_page_workflow"

DRAFT = "draft"
PENDING = "pending"
INTERNAL = "internal"
PUBLIC = "public"

#: States in which others read a page.
RELEASED = (INTERNAL, PUBLIC)


def page_process(portal_type, passes=True, condition=None):
    """Return the Process of a type of pages. The working days are the hub's own promise, not law.

    passes: a substitute decides on it too. Not on folders: the roles that pass would reach down to
    all that is in them. condition: what it must fulfil to be handed in or released.
    """
    return Process(
        portal_type=portal_type,
        prefix="",
        milestones=(DRAFT, PENDING, INTERNAL, PUBLIC),
        steps={
            DRAFT: Step(("owner",)),
            PENDING: Step(("partner-reviewers",), days=3),
        },
        acts={
            "submit": Act(style="go", condition=condition),
            "approve": Act(four_eyes=True, style="go", condition=condition),
            "publish": Act(four_eyes=True, style="go", condition=condition),
            "return": Act(four_eyes=True, needs_reason=True),
            "retract": Act(),
        },
        released=RELEASED,
        is_page=True,
        passes=passes,
    )


def date_release(page, event):
    """Give a page that comes out for the first time its day: lists of news are sorted by it."""
    if event.new_state.id in RELEASED and page.EffectiveDate() == "None":
        page.setEffectiveDate(DateTime(formatting.now()))
        page.reindexObject(idxs=["effective", "effectiveRange", "Date"])


def set_dates(page, dates):
    """Set from when and until when a page is shown: {"effective", "expires": datetime or None}.

    No change of what was decided on, so who releases a page may set them with the decision.
    """
    if "effective" in dates:
        page.setEffectiveDate(dates["effective"] and DateTime(dates["effective"]))
    if "expires" in dates:
        page.setExpirationDate(dates["expires"] and DateTime(dates["expires"]))
    page.reindexObject(idxs=["effective", "expires", "effectiveRange", "Date"])
