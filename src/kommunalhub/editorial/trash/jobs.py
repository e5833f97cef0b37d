"""The job that empties the trash."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.trash import operations
from zope.interface import implementer


@implementer(IJob)
class TrashJob:
    """Keys of what has been kept long enough."""

    title = _("job_trash", default="Delete for good what has been in the trash long enough")
    order = 96
    together = 20

    def due(self, now):
        return operations.over(now)

    def do(self, key, now):
        if key in operations.over(now):
            operations.expire(key)
