"""The job that tells followers what time alone has done: begun, over."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import thing_of
from kommunalhub.support.disturbances import board
from kommunalhub.support.disturbances import operations
from kommunalhub.support.disturbances import rules
from kommunalhub.support.disturbances import workflow
from zope.interface import implementer


@implementer(IJob)
class Told:
    """Its keys are the UIDs of disturbances of which something is still to be told."""

    title = _("job_disturbances", default="Tell that a disturbance begins or is over")
    order = 48

    def due(self, now):
        found = board.board()
        rows = found.rows if found is not None else ()
        moved = [row for row in rows if row.standing(now) != rules.PLANNED]
        return [row.uid for row in moved if is_due(of_uid(row.uid), row.standing(now))]

    def do(self, key, now):
        disturbance = of_uid(key)
        if disturbance is not None:
            operations.tell_by_itself(disturbance)

    def again(self, now):
        """Return when the next one begins or ends, None for nothing."""
        found = board.board()
        rows = found.rows if found is not None else ()
        moments = (datetime.fromisoformat(m) for row in rows for m in (row.starts, row.ends) if m)
        return min((moment for moment in moments if moment > now), default=None)


def is_due(disturbance, standing):
    if disturbance is None:
        return False
    return not (disturbance.told_begin if standing == rules.RUNS else disturbance.told_end)


def of_uid(uid):
    return thing_of(uid, portal_type=workflow.TYPE)
