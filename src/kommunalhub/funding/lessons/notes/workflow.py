"""How an experience note is released: as a page of the hub, but never for the public."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.approvals import pages
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Denied


TYPE = "FundingLesson"
WRITE = "kommunalhub: Write FundingLesson"


def stays_inside(facts, actor):
    """Return Denied: what was told among the administrations is not for everybody."""
    reason = _(
        "denied_lesson_public",
        default="Experiences stay among the administrations of the hub. Release it internally.",
    )
    return Denied(reason, ())


_PAGES = pages.page_process(TYPE)
MILESTONES = (pages.DRAFT, pages.PENDING, pages.INTERNAL)
PROCESS = replace(
    _PAGES,
    milestones=MILESTONES,
    path=pages.path_along(MILESTONES),
    acts={
        **_PAGES.acts,
        "publish": Act(four_eyes=True, condition=stays_inside),
    },
)
