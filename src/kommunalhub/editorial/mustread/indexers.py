"""What the catalog knows of pages that ask: their last day."""

from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread.interfaces import IMustRead
from plone.indexer.decorator import indexer


#: Stands for „no last day“ in the index, after all days.
NO_DAY = "9999"


@indexer(IMustRead)
def must_read(obj):
    """Return the last day (ISO) of a page that asks; nothing of others."""
    if reading.revision_of(obj) is None:
        raise AttributeError("must_read")
    due = reading.due_of(obj)
    return due.isoformat() if due else NO_DAY
