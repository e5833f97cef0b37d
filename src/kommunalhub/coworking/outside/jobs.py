"""The job that forgets what nobody has confirmed."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.coworking.outside import operations
from kommunalhub.security.guests import jobs
from zope.interface import implementer


@implementer(IJob)
class Forgetting(jobs.Forgetting):
    """Its keys are the ids of applications that were typed and not confirmed in time."""

    title = _("job_pending", default="Delete applications that nobody has confirmed")
    unconfirmed = operations.UNCONFIRMED
