"""Large imports of positions, done beside the requests."""

from kommunalhub import _
from kommunalhub.core.exchange import jobs
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.people.exchange.table import NAME
from zope.interface import implementer


@implementer(IJob)
class Imports(jobs.Imports):
    """See core/exchange/jobs.py."""

    title = _("job_position_imports", default="Read large tables of positions")
    table = NAME
    order = 48
