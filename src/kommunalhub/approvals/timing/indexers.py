"""What the catalog knows of the times of pages."""

from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.approvals.processes import is_page
from kommunalhub.approvals.timing import reading
from kommunalhub.approvals.workflows import state_of
from plone.dexterity.content import CEILING_DATE
from plone.dexterity.content import FLOOR_DATE
from plone.indexer.decorator import indexer


def is_kept_by_state(obj):
    """Return whether the state of a page, not a date, says who reads it.

    Plone takes what is ahead of its date out of every list, also those of its own author: a page
    that waits for release would be missing in the inbox of the reviewers.
    """
    return is_page(obj) and state_of(obj) not in RELEASED


@indexer(IApprovable)
def effective(obj):
    return FLOOR_DATE if is_kept_by_state(obj) else obj.effective()


@indexer(IApprovable)
def expires(obj):
    return CEILING_DATE if is_kept_by_state(obj) else obj.expires()


@indexer(IApprovable)
def scheduled_at(obj):
    """Return when the hub moves a page on by itself; only these are woken for it."""
    moment = reading.due_at(obj) if is_page(obj) else None
    if moment is None:
        raise AttributeError("scheduled_at")
    return moment
