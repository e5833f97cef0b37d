"""The job that begins and ends the use of spaces on their day."""

from datetime import date
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.coworking import places
from plone import api
from zope.interface import implementer


ACTIVATE, END = "activate", "end"


@implementer(IJob)
class Periods:
    """Its keys are the UIDs of applications whose first day has come, or whose last is over."""

    title = _("job_coworking", default="Begin and end the use of spaces")
    order = 50

    def due(self, now):
        return [brain.UID for brain in self._brains() if acts_of(brain, now)]

    def do(self, key, now):
        for brain in self._brains(UID=key):
            case = brain._unrestrictedGetObject()
            for act in acts_of(brain, now):
                if act in workflows.exits_of(case.portal_type, workflows.state_of(case)):
                    api.portal.get_tool("portal_workflow").doActionFor(case, act, comment="")

    def _brains(self, **query):
        return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            portal_type="CoworkingApplication", review_state=places.HOLDING, **query
        )


def acts_of(brain, now):
    """Return the transitions that are due, in order."""
    extra, today = brain.case_extra or {}, formatting.to_local(now).date()
    days = [extra.get(name) for name in ("start", "end")]
    if None in days:
        return []
    start, end = map(date.fromisoformat, days)
    begins = brain.review_state == places.APPROVED and start <= today
    return [ACTIVATE] * begins + [END] * (end < today)
