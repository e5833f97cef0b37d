"""The job that writes down counts, and forgets old ones."""

from functools import partial
from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tally import flushing
from kommunalhub.core.tally.interfaces import IKind
from kommunalhub.core.tally.operations import today
from kommunalhub.core.transactions import attempt
from plone import api
from zope.component import getUtilitiesFor
from zope.interface import implementer


FLUSH = "flush"


@implementer(IJob)
class TallyJob:
    """Keys: "flush", and the names of kinds that keep something too old."""

    title = _("job_tally", default="Write down and forget what was counted")
    order = 96
    #: What was counted is taken from the buffer once, however often writing it is tried.
    own_transactions = True
    pause = 5

    def due(self, now):
        portal = api.portal.get()
        waiting = flushing.buffer.is_waiting(flushing.place_of(portal))
        day = today()
        old = [
            name for name, kind in getUtilitiesFor(IKind) if flushing.is_untidy(portal, kind, day)
        ]
        return [FLUSH, *old] if waiting else old

    def do(self, key, now):
        portal = api.portal.get()
        if key == FLUSH:
            flushing.flush(portal)
            return
        for name, kind in getUtilitiesFor(IKind):
            if name == key:
                attempt(partial(flushing.tidy, portal, kind, today()))
