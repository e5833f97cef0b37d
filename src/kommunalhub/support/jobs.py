"""The job that closes what has been solved for long enough."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import brain_of
from kommunalhub.core.tools import catalog
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.support import operations
from kommunalhub.support import workflow
from kommunalhub.support.clock import settings
from zope.interface import implementer


@implementer(IJob)
class SolvedTickets:
    """Its keys are the UIDs of tickets that were solved and left alone since."""

    title = _("job_support_close", default="Close tickets that were solved long enough ago")
    order = 46

    def due(self, now):
        brains = catalog().unrestrictedSearchResults(
            portal_type=workflow.TYPE, review_state=workflow.RESOLVED
        )
        return [brain.UID for brain in brains if is_due(brain, now)]

    def do(self, key, now):
        brain = brain_of(key, portal_type=workflow.TYPE, review_state=workflow.RESOLVED)
        if brain is not None and is_due(brain, now):
            operations.close(brain._unrestrictedGetObject())


def is_due(brain, now):
    """Return whether nobody has said anything of a solved ticket for long enough."""
    last = (brain.case_extra or {}).get("last")
    if not last:
        return False
    day = formatting.to_local(datetime.fromisoformat(last)).date()
    return add_workdays(day, settings.closes_after()) <= formatting.to_local(now).date()
