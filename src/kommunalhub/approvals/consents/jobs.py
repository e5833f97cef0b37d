"""The job that ends rounds in which silence counts by now."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals.consents import operations
from kommunalhub.approvals.consents import settings
from kommunalhub.approvals.consents.storage import open_round_of
from kommunalhub.core.jobs.interfaces import IJob
from plone import api
from zope.interface import implementer


@implementer(IJob)
class Consents:
    """Finds rounds by the catalog; also cases that wait for consents without having a round."""

    title = _("job_consents", default="Close consents whose time is up")
    order = 40

    def due(self, now):
        return [
            brain.UID
            for step in settings.steps()
            for brain in self._brains(portal_type=step.portal_type, review_state=list(step.states))
            if _is_due(brain.case_extra or {}, now)
        ]

    def do(self, key, now):
        for brain in self._brains(UID=key):
            case = brain._unrestrictedGetObject()
            if settings.step_of(case.portal_type) is None:
                continue
            if open_round_of(case) is None:
                operations.heal(case)
            else:
                operations.settle(case, now)

    def _brains(self, **query):
        return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)


def _is_due(extra, now):
    if "round" not in extra:
        return True
    ends = extra.get("silence_at")
    return bool(ends) and datetime.fromisoformat(ends) <= now
