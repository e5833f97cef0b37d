"""The job that lets lapse what nobody has answered before it begins."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.booking.asked import operations
from kommunalhub.booking.asked import workflow
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import catalog
from zope.interface import implementer


@implementer(IJob)
class Unanswered:
    """Its keys are the UIDs of requests of which a date has lapsed."""

    title = _("job_booking_requests", default="End requests for spaces that nobody has answered")
    order = 44

    def due(self, now):
        brains = catalog().unrestrictedSearchResults(
            portal_type=workflow.TYPE, review_state=workflow.SUBMITTED
        )
        untils = [(brain.UID, (brain.case_extra or {}).get("until")) for brain in brains]
        return [uid for uid, until in untils if until and datetime.fromisoformat(until) <= now]

    def do(self, key, now):
        case = operations.case_of(key)
        if case is not None:
            operations.lapse(case, now)
