"""The job that forgets what nobody has confirmed."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.coworking.outside import pending
from zope.interface import implementer


@implementer(IJob)
class Forgetting:
    """Its keys are the ids of applications that were typed and not confirmed in time."""

    title = _("job_pending", default="Delete applications that nobody has confirmed")
    order = 60
    together = 50

    def due(self, now):
        return pending.old(now)

    def do(self, key, now):
        pending.forget(key)
