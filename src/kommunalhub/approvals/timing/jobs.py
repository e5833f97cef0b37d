"""The job that shows pages at their minute, and others no longer."""

from kommunalhub import _
from kommunalhub.approvals.clock.jobs import case_at
from kommunalhub.approvals.timing import operations
from kommunalhub.core import tools
from kommunalhub.core.jobs.interfaces import IJob
from zope.interface import implementer


@implementer(IJob)
class Appearing:
    """Finds pages by the index `scheduled_at`, whose entry goes with the step that is taken."""

    title = _("job_appearing", default="Show planned pages and hide expired ones")
    order = 30

    def due(self, now):
        query = {"query": now, "range": "max"}
        brains = tools.catalog().unrestrictedSearchResults(
            scheduled_at=query, sort_on="scheduled_at"
        )
        return [brain.getPath() for brain in brains]

    def do(self, key, now):
        page = case_at(key)
        if page is not None:
            operations.follow(page, now)
