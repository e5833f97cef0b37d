"""The job that makes objects smaller for phones: wanted soon whenever there is a heavy one."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from kommunalhub.showroom.solids.small import THINNING
from zope.interface import implementer


@implementer(IJob)
class ThinSolids:
    """After panoramas: what is shown meanwhile is the whole object."""

    title = _("job_solids", default="Make 3D objects smaller for phones")
    order = 920
    own_transactions = True

    def due(self, now):
        return THINNING.waiting(site(), now)

    def do(self, key, now):
        THINNING.do(site(), key)
