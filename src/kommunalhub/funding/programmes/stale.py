"""Programmes that nobody has compared with their source for long, and who is told of it.

Each check that has grown old is told of once; after the next one it may be again.
"""

from datetime import timedelta
from kommunalhub.core.tools import catalog
from kommunalhub.funding.programmes import storage
from kommunalhub.funding.programmes.deadlines import today
from kommunalhub.funding.programmes.finding import TYPE


#: As rules.is_stale: half a year, in months of 30 days.
DAYS = 180
PUBLIC = "public"
#: So many are named in one letter; the others follow in the next.
MOST = 50


def untold():
    """Return the brains of public programmes whose check has grown old, not told of yet."""
    before = (today() - timedelta(days=DAYS + 1)).isoformat()
    brains = catalog().unrestrictedSearchResults(
        portal_type=TYPE,
        review_state=PUBLIC,
        funding_checked={"query": before, "range": "max"},
        sort_on="funding_checked",
    )
    book = storage.book()
    told = book.told if book is not None else {}
    return [brain for brain in brains if told.get(brain.UID) != checked_in(brain)]


def note_told(brains):
    """Remember that consultants were told of these checks."""
    told = storage.ensured_book().told
    for brain in brains:
        told[brain.UID] = checked_in(brain)


def checked_in(brain):
    return (brain.funding_facts or {}).get("checked_on") or ""
