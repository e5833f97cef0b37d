"""What lists, calendars and the conditions know of a livestream."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.showroom import rules as showroom
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IExhibitFacts
from kommunalhub.showroom.interfaces import IGaps
from kommunalhub.showroom.live import rules
from kommunalhub.showroom.live.reading import stream_of
from kommunalhub.showroom.rules import Gap
from zope.component import adapter
from zope.interface import implementer


FOLLOWS = _("gap_live_recording", default="The recording follows by ${day}, with captions.")
LATE = _(
    "gap_live_recording_late",
    default="The recording should have followed by ${day}. It is still missing.",
)


@implementer(IExhibitFacts)
@adapter(IExhibit)
class LiveFacts:
    """When it is."""

    def __init__(self, context):
        self.context = context

    def facts(self):
        stream = stream_of(self.context)
        if stream is None:
            return {}
        return {"starts": stream.start.isoformat(), "ends": stream.end.isoformat()}


@implementer(IGaps)
@adapter(IExhibit)
class LiveGaps:
    """A day and a time, an address, and afterwards the recording."""

    def __init__(self, context):
        self.context = context

    def gaps(self):
        if self.context.kind != showroom.LIVE:
            return
        stream = stream_of(self.context)
        if stream is None:
            yield Gap(
                _("gap_live_when", default="Nobody has said when the livestream begins and ends."),
                "@@livestream",
            )
            return
        stands = stream.phase(formatting.now())
        if stands in (rules.ANNOUNCED, rules.LIVE) and not stream.url:
            yield Gap(
                _("gap_live_address", default="The address of the livestream is missing."),
                "@@livestream",
                blocks=False,
            )
        if not stream.has_recording and stands != rules.AVAILABLE:
            day = stream.recording_day
            said = LATE if stream.is_late(formatting.now()) else FOLLOWS
            yield Gap(
                filled(said, day=formatting.day(day)),
                "@@aufzeichnung",
                blocks=False,
                until=day,
            )
