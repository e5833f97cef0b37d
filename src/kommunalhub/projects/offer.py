"""Projects among the offers of the hub."""

from kommunalhub import _
from kommunalhub.core.offers import Ask
from kommunalhub.core.offers import CASES
from kommunalhub.core.offers import Count
from kommunalhub.core.offers import DUTY
from kommunalhub.core.offers import may_add
from kommunalhub.core.offers import Offer
from kommunalhub.projects import demo
from kommunalhub.projects import operations
from kommunalhub.projects import workflow


class Projects(Offer):
    """What administrations carry out together."""

    order = 60
    released = workflow.TOLD
    places = {DUTY: ("project-duties",), CASES: ("project-duties",)}
    service = (
        _("home_service_projects", default="Joint projects"),
        _(
            "home_service_projects_text",
            default="The administrations carry out together what helps people here.",
        ),
    )
    counts = (
        Count(
            _("count_projects", default="Running projects"),
            {"portal_type": workflow.TYPE, "review_state": list(workflow.AT_WORK)},
            operations.SECTION,
        ),
    )

    def asks(self):
        offered = may_add(operations.SECTION, workflow.ADD)
        return [
            Ask(_("offer_project", default="Propose a project"), "projekt-vorschlagen", offered)
        ]

    def build(self, portal):
        operations.ensure_sections(portal)

    def demo(self, stage):
        yield f"{demo.build_projects(stage)} Projekte"
