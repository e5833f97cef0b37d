"""Large imports of devices, done beside the requests."""

from kommunalhub import _
from kommunalhub.core.exchange import jobs
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.support.devices.exchange.table import NAME
from zope.interface import implementer


@implementer(IJob)
class Imports(jobs.Imports):
    """See core/exchange/jobs.py."""

    title = _("job_device_imports", default="Read large tables of devices")
    table = NAME
    order = 47
