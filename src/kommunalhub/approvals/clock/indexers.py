"""What the catalog knows of the clock of a case."""

from kommunalhub.approvals.clock.operations import remind_at as next_reminder_of
from kommunalhub.approvals.interfaces import IApprovable
from plone.indexer.decorator import indexer


@indexer(IApprovable)
def remind_at(obj):
    """Return when to remind of the case next; only these cases are woken to remind of them."""
    moment = next_reminder_of(obj)
    if moment is None:
        raise AttributeError("remind_at")
    return moment
