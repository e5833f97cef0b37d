"""The job that gives back what nobody has checked in for."""

from kommunalhub import _
from kommunalhub.booking import presence
from kommunalhub.core.jobs.interfaces import IJob
from zope.interface import implementer


@implementer(IJob)
class NoShows:
    """Its keys are the ids of bookings whose time to check in is over."""

    title = _("job_no_shows", default="Give back places that nobody came for")
    order = 45

    def due(self, now):
        return [booking.id for _space, booking in presence.missed(now)]

    def do(self, key, now):
        for space, booking in presence.missed(now):
            if booking.id == key:
                presence.release(space, booking, now)
