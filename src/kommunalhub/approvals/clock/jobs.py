"""The job that reminds of cases and escalates those that stay overdue."""

from kommunalhub import _
from kommunalhub.approvals.clock import operations
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.core.jobs.interfaces import IJob
from plone import api
from zope.interface import implementer


@implementer(IJob)
class Reminders:
    """Finds what to remind of by the index `remind_at`, whose entry goes with what was sent."""

    title = _("job_reminders", default="Remind of cases and escalate overdue ones")
    order = 50
    together = 50

    def due(self, now):
        catalog = api.portal.get_tool("portal_catalog")
        query = {"query": now, "range": "max"}
        brains = catalog.unrestrictedSearchResults(remind_at=query, sort_on="remind_at")
        return [brain.getPath() for brain in brains]

    def do(self, key, now):
        case = api.portal.get().unrestrictedTraverse(key, None)
        # a path that is gone may still lead somewhere, by acquisition
        if IApprovable.providedBy(case) and "/".join(case.getPhysicalPath()) == key:
            operations.remind(case, now)


reminders = Reminders()
