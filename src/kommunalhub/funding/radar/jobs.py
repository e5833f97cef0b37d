"""The job that looks for news of profiles."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import catalog
from kommunalhub.funding.radar import operations
from kommunalhub.funding.radar import storage
from zope.interface import implementer


#: No profile is compared more often than this, however much is written.
PAUSE = timedelta(minutes=15)


@implementer(IJob)
class RadarJob:
    """Keys are numbers of profiles: of those for which the catalog has changed since the look."""

    title = _("job_funding_radar", default="News for the funding radar")
    order = 72

    def due(self, now):
        counter = catalog().getCounter()
        return [
            str(number)
            for number, profile in storage.radar_of().profiles.items()
            if not profile.is_paused
            and profile.counter != counter
            and (profile.looked is None or now - profile.looked >= PAUSE)
        ]

    def do(self, key, now):
        operations.look(int(key))
