"""The form for a livestream: when it is, where it comes from, what there is of captions."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.formatting import to_local
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import page_of
from kommunalhub.showroom.films.interfaces import IFilm
from kommunalhub.showroom.live import operations
from kommunalhub.showroom.live import rules
from kommunalhub.showroom.live.interfaces import ILive
from kommunalhub.showroom.rules import LIVE
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound


class LiveForm(ActingForm, Form):
    """Sets what is known of a livestream."""

    fields = Fields(ILive)
    groups = ()
    ignoreContext = False
    once = False
    label = _("heading_livestream", default="Livestream")
    description = _(
        "heading_livestream_about",
        default="Before, during and afterwards the page says the right thing by itself. "
        "Afterwards the recording takes the same address.",
    )

    @property
    def leave_url(self):
        return self.context.absolute_url()

    def updateFields(self):
        """There is nothing to work out; asked by who may write the same over REST."""

    def getContent(self):
        fields = {name: field.field for name, field in self.fields.items()}
        found = {name: getattr(self.context, name, one.default) for name, one in fields.items()}
        return {name: on_the_clock(value) for name, value in found.items()}

    def act(self, data):
        typed = {name: data[name] for name in operations.MOMENTS if data[name] is not None}
        moments = {name: moment.replace(tzinfo=BERLIN) for name, moment in typed.items()}
        operations.set_live(self.context, {**data, **moments})
        return self.leave_url, _("message_livestream_set", default="The livestream is set.")


def on_the_clock(value):
    """Return a moment as it is typed, by the clocks of Berlin; everything else as it is."""
    if not isinstance(value, datetime):
        return value
    return to_local(rules.aware(value)).replace(tzinfo=None)


LivePage = page_of(LiveForm)


class RecordingForm(ActingForm, Form):
    """Puts the recording at the address of the livestream, while everybody sees its page."""

    fields = Fields(IFilm).select(
        *("file", "image", "captions", "transcript", "alternative", "credits", "licence")
    )
    label = _("heading_recording", default="Recording of the livestream")
    description = _(
        "heading_recording_about",
        default="It takes the place of the livestream at the same address. Captions may follow "
        "within 14 days of the broadcast.",
    )

    @property
    def leave_url(self):
        return self.context.absolute_url()

    def update(self):
        if self.context.kind != LIVE:
            raise NotFound("livestream")
        super().update()

    def act(self, data):
        operations.add_recording(self.context, data)
        return self.leave_url, _("message_recording", default="The recording is there.")


RecordingPage = page_of(RecordingForm)
