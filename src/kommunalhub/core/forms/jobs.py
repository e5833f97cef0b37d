"""The job that forgets old slips and what was typed long ago."""

from kommunalhub import _
from kommunalhub.core.forms import storage
from kommunalhub.core.jobs.interfaces import IJob
from plone import api
from zope.interface import implementer


TIDY = "tidy"


@implementer(IJob)
class FormsJob:
    """Key: "tidy", when something is older than it is kept."""

    title = _("job_forms", default="Forget forms that were left open")
    order = 97

    def due(self, now):
        kept = storage.find(api.portal.get())
        return [TIDY] if kept is not None and kept.untidy(now.timestamp()) else []

    def do(self, key, now):
        kept = storage.find(api.portal.get())
        if kept is not None:
            kept.tidy(now.timestamp())
