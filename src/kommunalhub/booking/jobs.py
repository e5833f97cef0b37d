"""The jobs that give back what nobody has checked in for, and forget what is long over."""

from kommunalhub import _
from kommunalhub.booking import noshows
from kommunalhub.booking import presence
from kommunalhub.booking import retention
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


@implementer(IJob)
class ForgottenNoShows:
    """Has one key, while something is counted longer than it shall be."""

    title = _("job_no_shows_forgotten", default="Forget who did not come for a place")
    order = 46
    key = "all"

    def due(self, now):
        return [self.key] if noshows.expired(now) else []

    def do(self, key, now):
        noshows.forget(now)


@implementer(IJob)
class Forgetting:
    """Its keys are the UIDs of spaces with bookings that ended long ago."""

    title = _("job_booking_forgetting", default="Forget who had booked what long ago")
    order = 47

    def due(self, now):
        return retention.due(now)

    def do(self, key, now):
        retention.forget(key, now)
