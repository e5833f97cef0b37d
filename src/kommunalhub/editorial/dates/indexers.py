"""What the catalog knows of events, so that no calendar wakes one."""

from dataclasses import astuple
from kommunalhub.editorial.dates import rules
from kommunalhub.editorial.dates import storage
from kommunalhub.editorial.dates.interfaces import IDated
from plone.indexer.decorator import indexer


@indexer(IDated)
def agenda_months(obj):
    """Return the months in which the event takes place, or would have."""
    return rules.months_of(storage.dates_of(obj))


@indexer(IDated)
def agenda_facts(obj):
    """Return {dates, access, topics, audience}; dates: rows, as rules.Date has its fields."""
    return {
        "dates": tuple(astuple(one) for one in storage.dates_of(obj)),
        **storage.tokens_of(obj),
    }
