"""The job that looks for new hits of saved searches."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from kommunalhub.search.saved import operations
from kommunalhub.search.saved.storage import people_of
from zope.interface import implementer


#: Nobody's searches are asked more often than this, however much is written.
PAUSE = timedelta(minutes=15)


@implementer(IJob)
class SavedSearches:
    """Keys are user ids: of those for whom the catalog has changed since the last look."""

    title = _("job_saved_searches", default="New hits of saved searches")
    order = 70

    def due(self, now):
        counter = operations.counter()
        return [
            userid
            for userid, searches in people_of(site()).items()
            if searches.items
            and searches.counter != counter
            and (searches.looked is None or now - searches.looked >= PAUSE)
        ]

    def do(self, key, now):
        operations.look(site(), key)
