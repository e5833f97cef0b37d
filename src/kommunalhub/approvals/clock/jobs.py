"""The job that reminds of cases and escalates those that stay overdue."""

from kommunalhub import _
from kommunalhub.approvals.clock import operations
from kommunalhub.approvals.clock import settings
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
        case = case_at(key)
        if case is not None:
            operations.remind(case, now)


@implementer(IJob)
class ServiceTimes:
    """Brings due dates to the service times of a new release; keys are paths, and NOTE at the end.

    Times that the hub management sets reach open cases when they are saved (forecast.py). A case
    that fails is noted and tried again with every tick; it does not keep the others waiting.
    """

    title = _("job_service_times", default="Bring due dates to new service times")
    order = 40
    together = 50
    #: A key of no case: there is something to note even where no case is open.
    NOTE = "noted"

    def due(self, now):
        before, days = settings.days_in_force(), settings.all_service_days()
        failed = settings.left_behind()
        if before is not None and dict(before) == days:
            return [*failed, self.NOTE] if failed else []
        return [*dict.fromkeys([*failed, *open_cases(before or {}, days)]), self.NOTE]

    def do(self, key, now):
        case = case_at(key) if key != self.NOTE else None
        if case is not None:
            operations.recompute(case, now)

    def settle(self, failed, now):
        settings.note_days_in_force(but=failed)


def open_cases(before, days):
    """Return the paths of cases in states whose service time differs."""
    catalog = api.portal.get_tool("portal_catalog")
    changed = {key for key in {*before, *days} if before.get(key) != days.get(key)}
    return [
        brain.getPath()
        for portal_type in sorted({portal_type for portal_type, _state in changed})
        for brain in catalog.unrestrictedSearchResults(
            portal_type=portal_type,
            review_state=[state for of_type, state in changed if of_type == portal_type],
        )
    ]


def case_at(path):
    """Return the case at a path, or None; one that is gone may still lead somewhere else."""
    case = api.portal.get().unrestrictedTraverse(path, None)
    is_there = IApprovable.providedBy(case) and "/".join(case.getPhysicalPath()) == path
    return case if is_there else None
