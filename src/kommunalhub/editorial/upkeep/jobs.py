"""What falls due: reports of readers are forgotten."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.upkeep import operations
from zope.interface import implementer


@implementer(IJob)
class ReportsForgotten:
    """What readers wrote, and their addresses; keys are ids of reports."""

    title = _("job_reports_forgotten", default="Forget what readers said of pages long ago")
    order = 97

    def due(self, now):
        return operations.to_erase(formatting.to_local(now).date())

    def do(self, key, now):
        if key in self.due(now):
            operations.erase(key)
