"""The job that reminds of reports that are missing: once for each project and month."""

from kommunalhub import _
from kommunalhub.core.formatting import to_local
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import catalog
from kommunalhub.projects import attention
from kommunalhub.projects import settings
from kommunalhub.projects import workflow
from kommunalhub.projects.reports import reminding
from zope.interface import implementer


@implementer(IJob)
class ReportReminders:
    """Its keys are `<UID of a project> <month>`; of several months the newest alone."""

    title = _("job_project_reports", default="Remind of reports of projects")
    order = 55

    def due(self, now):
        today = to_local(now).date()
        found = []
        for brain in _running():
            month = month_of(brain.case_extra or {}, today)
            if month is not None:
                found.append(f"{brain.UID} {month}")
        return found

    def do(self, key, now):
        uid, _space, month = key.partition(" ")
        for brain in _running(UID=uid):
            if month_of(brain.case_extra or {}, to_local(now).date()) == month:
                reminding.remind(brain._unrestrictedGetObject(), month)


def _running(**query):
    return catalog().unrestrictedSearchResults(
        portal_type=workflow.TYPE, review_state=list(workflow.AT_WORK), **query
    )


def month_of(extra, today):
    """Return the month to remind of, or None; extra: what the catalog knows of a project."""
    if not extra.get("start"):
        return None
    missing = attention.report_missing(extra, today, settings.report_day())
    newest = missing[-1] if missing else None
    return None if newest in extra.get("reminded", ()) else newest
