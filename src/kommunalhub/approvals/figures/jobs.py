"""The job that counts anew what has moved."""

from kommunalhub import _
from kommunalhub.approvals.figures import operations
from kommunalhub.approvals.figures.ledger import ledger_of
from kommunalhub.core.jobs.interfaces import IJob
from plone import api
from zope.interface import implementer


ALL, LATE = "all", "overdue"


@implementer(IJob)
class FiguresJob:
    """Keys: the uids of cases that have moved; "overdue" where their number is another now.

    And "all" once, on a site that had cases before.
    """

    title = _("job_figures", default="Count for the figures of the hub")
    order = 92
    together = 50

    def due(self, now):
        ledger = ledger_of(api.portal.get())
        if ledger is None or not ledger.complete:
            return [ALL]
        late = [] if operations.overdue_in_all(now) == ledger.overdue else [LATE]
        return [*late, *ledger.waiting]

    def do(self, key, now):
        if key == ALL:
            operations.note_all()
        elif key == LATE:
            operations.keep_overdue(now)
        else:
            operations.count(key, now)
