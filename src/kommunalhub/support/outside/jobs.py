"""The job that forgets what nobody has confirmed."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.security.guests import jobs
from kommunalhub.support.outside import operations
from zope.interface import implementer


@implementer(IJob)
class Forgetting(jobs.Forgetting):
    """Its keys are the ids of tickets that were typed and not confirmed in time."""

    title = _("job_support_unconfirmed", default="Delete tickets that nobody has confirmed")
    unconfirmed = operations.UNCONFIRMED
