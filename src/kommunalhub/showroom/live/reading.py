"""A livestream, read: how it stands now."""

from Acquisition import aq_base
from dataclasses import dataclass
from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.security.settings import setting
from kommunalhub.showroom import media
from kommunalhub.showroom import rules as showroom
from kommunalhub.showroom.films.rules import recording_day
from kommunalhub.showroom.live import interfaces
from kommunalhub.showroom.live import rules


@dataclass(frozen=True)
class Stream:
    """What is set of a livestream. start, end: in UTC. url, host: "" unless it may be played.

    lost: the host of an address that may not be played any more, "" otherwise.
    """

    start: datetime
    end: datetime
    has_recording: bool
    url: str = ""
    host: str = ""
    has_captions: bool = False
    elsewhere: str = ""
    lost: str = ""

    def phase(self, now):
        return rules.phase(now, self.start, self.end, self.has_recording)

    def plays(self, now):
        return bool(self.url) and rules.plays(now, self.start, self.end)

    @property
    def recording_day(self):
        return recording_day(formatting.to_local(self.end).date())

    def is_late(self, now):
        """Return whether the day has passed by which the recording was promised, and it is not."""
        waits = self.phase(now) == rules.FOLLOWS
        return waits and formatting.to_local(now).date() > self.recording_day


def stream_of(exhibit):
    """Return the Stream of an exhibit, None where it is none or has no time yet; reads only."""
    if exhibit.kind != showroom.LIVE:
        return None
    bare = aq_base(exhibit)
    start, end = getattr(bare, "live_start", None), getattr(bare, "live_end", None)
    if start is None or end is None:
        return None
    url = getattr(bare, "live_url", None) or ""
    host, lost = rules.host_of(url) or "", ""
    if host not in setting("live_hosts"):  # the operator has taken it back
        url, host, lost = "", "", host
    return Stream(
        rules.aware(start),
        rules.aware(end),
        bool(media.media_of(exhibit, "Film")),
        url,
        host,
        getattr(bare, "live_captions", None) == interfaces.SOURCE,
        getattr(bare, "live_elsewhere", None) or "",
        lost,
    )
