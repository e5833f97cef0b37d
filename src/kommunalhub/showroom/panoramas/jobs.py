"""The job that cuts panoramas: wanted soon whenever there is a new one."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from kommunalhub.showroom.panoramas import operations
from zope.interface import implementer


@implementer(IJob)
class CutPanoramas:
    """After the reading of files: a panorama takes half a minute."""

    title = _("job_panoramas", default="Cut panoramas into tiles")
    order = 910
    own_transactions = True

    def due(self, now):
        return operations.waiting_now(site(), now)

    def do(self, key, now):
        operations.cut_now(site(), key)
