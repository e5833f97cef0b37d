"""What the catalog knows of the upkeep of pages."""

from kommunalhub.approvals.reviewing.interfaces import IResponsible
from kommunalhub.approvals.reviewing.interfaces import IReviewable
from kommunalhub.approvals.reviewing.reading import called_of
from kommunalhub.approvals.reviewing.reading import responsible_of
from kommunalhub.core.kept import kept
from plone.indexer.decorator import indexer


@indexer(IResponsible)
def responsible(obj):
    """Return the id of the group that is responsible, wherever that is said."""
    return responsible_of(obj)


@indexer(IReviewable)
def review_on(obj):
    """Return the day of the next review in ISO, so that the index can be asked up to a day."""
    day = kept(obj, "review_on")
    if day is None:
        raise AttributeError("review_on")
    return day.isoformat()


@indexer(IResponsible)
def upkeep(obj):
    """Return why the page calls for who is responsible, some of rules.REASONS."""
    return list(called_of(obj))
