"""What falls due for the library with time: the next call counts, old checks are told of."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import thing_of
from kommunalhub.funding.programmes import letters
from kommunalhub.funding.programmes import stale
from kommunalhub.funding.programmes.deadlines import today
from kommunalhub.funding.programmes.finding import still_open
from kommunalhub.funding.programmes.finding import TYPE
from zope.interface import implementer


@implementer(IJob)
class NextCalls:
    """Has lists sort a programme by its next call once the one before has closed."""

    title = _("job_next_calls", default="Let the next call of funding programmes count")
    order = 41
    together = 50

    def due(self, now):
        closed = {"query": today().isoformat(), "range": "max"}
        brains = catalog().unrestrictedSearchResults(
            portal_type=TYPE, funding_deadline=closed, **still_open()
        )
        day = today().isoformat()
        return [
            brain.UID for brain in brains if (brain.funding_facts or {}).get("deadline", day) < day
        ]

    def do(self, key, now):
        programme = thing_of(key)
        if programme is not None:
            programme.reindexObject(idxs=["funding_deadline"])


@implementer(IJob)
class OldChecks:
    """Writes to the consultants of programmes that were not checked for long."""

    title = _("job_old_checks", default="Remind of funding programmes that were not checked lately")
    order = 42

    def due(self, now):
        return ["letter"] if stale.untold() else []

    def do(self, key, now):
        brains = stale.untold()[: stale.MOST]
        if brains:
            letters.tell_stale(brains)
            stale.note_told(brains)
