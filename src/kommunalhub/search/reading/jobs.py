"""The job that reads files nobody has read yet: wanted soon whenever there is a new one."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from kommunalhub.search.reading import operations
from kommunalhub.search.reading.queue import waiting
from zope.interface import implementer


@implementer(IJob)
class Reading:
    """Comes last: a file may take a minute."""

    title = _("job_reading", default="Read files, so that their text is found")
    order = 900
    own_transactions = True

    def due(self, now):
        return waiting(site(), now)

    def do(self, key, now):
        operations.read_now(site(), key)
