"""Large imports of programmes, done beside the requests."""

from kommunalhub import _
from kommunalhub.core.exchange import jobs
from kommunalhub.funding.programmes.exchange.table import NAME


class Imports(jobs.Imports):
    """See core/exchange/jobs.py."""

    title = _("job_programme_imports", default="Read large tables of funding programmes")
    table = NAME
