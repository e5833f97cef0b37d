"""The livestream on the page of its exhibit: the right words at any time, a player on demand."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site_url
from kommunalhub.showroom import rules as showroom
from kommunalhub.showroom import workflow
from kommunalhub.showroom.live import agenda
from kommunalhub.showroom.live import rules
from kommunalhub.showroom.live.reading import stream_of
from kommunalhub.showroom.parts import ExhibitPart
from kommunalhub.showroom.statics import Statics
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from urllib.parse import urlsplit


statics = Statics(__file__, "kommunalhub-live")

COUNTDOWN = {
    rules.DAYS: _("live_in_days", default="in ${n} days"),
    rules.HOURS: _("live_in_hours", default="in ${n} hours"),
    rules.MINUTES: _("live_in_minutes", default="in ${n} minutes"),
    rules.SOON: _("live_in_a_moment", default="in a moment"),
}
ONE_MINUTE = _("live_in_one_minute", default="in a minute")
CAPTIONED = _("live_captioned", default="The livestream has captions.")
UNCAPTIONED = _(
    "live_uncaptioned",
    default="There are no captions while it is live. The recording will have them.",
)
SHOWN_HERE = _(
    "live_shown_here",
    default="You can watch it here, without an account, from a quarter of an hour before.",
)
NOT_YET = _(
    "live_not_yet",
    default="You will see it here. The picture appears on this page as soon as it has been set up.",
)
NO_PICTURE = _(
    "live_no_picture",
    default="There is no picture here at the moment. As soon as it is there, it appears on this "
    "page; please reload it in a few minutes.",
)
NO_ADDRESS = _(
    "live_no_address",
    default="The address of the stream is missing. Until you set it, visitors see no picture.",
)
LOST = _(
    "live_lost",
    default="Visitors see no picture: ${host} is no longer among the servers from which "
    "livestreams may come. Please ask who operates the hub, or set another address.",
)
#: What the script says of the stream.
SAID = {
    "connecting": _("live_said_connecting", default="Connecting …"),
    "ended": _("live_said_ended", default="The livestream is over."),
    "failed": _(
        "live_said_failed",
        default="The livestream cannot be reached at the moment. Please try again in a minute.",
    ),
    "stalled": _(
        "live_said_stalled",
        default="The livestream stalls. It goes on by itself, or press „Stop“ and „Watch“.",
    ),
}


class LivePart(ExhibitPart):
    """Shown on exhibits that are livestreams, whatever is set so far."""

    order = 10
    template = ViewPageTemplateFile("templates/live.pt")

    @cached_property
    def now(self):
        return formatting.now()

    @cached_property
    def stream(self):
        return stream_of(self.context)

    @cached_property
    def phase(self):
        return self.stream.phase(self.now) if self.stream is not None else None

    def shown(self):
        return self.context.kind == showroom.LIVE

    def render(self):
        return self.template()

    def changes(self):
        """Return what changes by the clock alone: pages that are kept are made anew with it."""
        if self.stream is None:
            return ""
        plays = self.stream.plays(self.now)
        count = self.count if self.phase == rules.ANNOUNCED else ""
        return f"{self.phase} {plays} {bool(self.stream.url)} {count} {self.is_late()}"

    def sources(self):
        """Only while the stream can be asked for does the page name its host."""
        if self.stream is None or not self.stream.plays(self.now):
            return ()
        origin = f"https://{self.stream.host}"
        return (f"media-src {origin} blob:", f"connect-src {origin}")

    def structured(self):
        if self.stream is None:
            return {}
        return {
            "publication": {
                "@type": "BroadcastEvent",
                "isLiveBroadcast": self.phase in (rules.ANNOUNCED, rules.LIVE),
                "startDate": self.stream.start.isoformat(),
                "endDate": self.stream.end.isoformat(),
            }
        }

    # What is said

    @cached_property
    def count(self):
        return rules.countdown(self.now, self.stream.start)

    def countdown(self):
        count = self.count
        if count == rules.Countdown(rules.MINUTES, 1):
            return ONE_MINUTE
        message = COUNTDOWN[count.unit]
        return filled(message, n=count.number)

    def moment(self):
        start, end = self.stream.start, self.stream.end
        day = formatting.weekday(formatting.to_local(start).date())
        return f"{day}, {formatting.clock(start)}–{formatting.clock(end)}"

    def start_iso(self):
        return self.stream.start.isoformat()

    def end_clock(self):
        return formatting.clock(self.stream.end)

    def is_late(self):
        return self.stream.is_late(self.now)

    def recording_day(self):
        return formatting.day(self.stream.recording_day)

    def captions(self):
        return CAPTIONED if self.stream.has_captions else UNCAPTIONED

    def picture(self):
        """Return the sentence on where the picture is, None where the player says it."""
        if self.stream.url:
            return SHOWN_HERE if self.phase == rules.ANNOUNCED and not self.plays() else None
        return {rules.ANNOUNCED: NOT_YET, rules.LIVE: NO_PICTURE}.get(self.phase)

    def lacks(self):
        """Return what its makers are told of a missing address, None where nothing is missing."""
        waits = self.phase in (rules.ANNOUNCED, rules.LIVE)
        if self.stream.url or not waits or not self.may_set:
            return None
        if self.stream.lost:
            return filled(LOST, host=self.stream.lost)
        return NO_ADDRESS

    def calendar_url(self):
        uid = agenda.uid_of(IUUID(self.context))
        return f"{site_url()}/@@termine.ics?{urlencode({'uid': uid})}"

    def elsewhere(self):
        """Return {url, host} of another provider, None without one."""
        url = self.stream.elsewhere
        return {"url": url, "host": urlsplit(url).hostname} if url else None

    # What the script needs

    said = SAID

    def plays(self):
        return self.stream.plays(self.now)

    def seconds(self):
        """Return the seconds until the page says something else, None for never."""
        change = rules.next_change(self.now, self.stream.start, self.stream.end)
        return None if change is None else max(1, int((change - self.now).total_seconds()) + 1)

    def style(self):
        return statics.address("live.css")

    def script(self):
        return statics.address("live.js")

    def player(self):
        return statics.address("vendor/hls.min.js")

    @cached_property
    def may_set(self):
        return asking.may(workflow.COMPLETE, self.context)

    def set_url(self):
        return f"{self.context.absolute_url()}/@@livestream"
