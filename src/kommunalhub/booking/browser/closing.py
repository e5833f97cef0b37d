"""@@sperren of a space: close it for a while, after a look at whom it hits."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import closing
from kommunalhub.booking import said
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.rules import Span
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.persons import name_of
from kommunalhub.partners.substitution.browser import moments
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden


FIELDS = ("start_date", "start_time", "end_date", "end_time", "reason")
LABELS = {
    "start_date": _("label_closing_start", default="Closed from (day)"),
    "start_time": _("label_booking_from", default="from (time)"),
    "end_date": _("label_closing_end", default="Closed until (day)"),
    "end_time": _("label_booking_to", default="until (time)"),
    "reason": _("label_closing_reason", default="Reason"),
}
PLACES = {"start": "start_date", "end": "end_date"}
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME_WRONG = _("error_substitution_time", default="Please write the time like 8:00.")


class ClosingPage(OwnPage):
    """Asks from when to when and why; what is booked then is shown before it is given back."""

    template = ViewPageTemplateFile("templates/closing.pt")
    #: What would be given back, once it was looked at.
    shown = None

    def __call__(self):
        self.errors = {}
        self.typed = {name: self.field(name).strip() for name in FIELDS}
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@sperren"

    def label(self, name):
        return LABELS[name]

    def problems(self):
        return [
            {"field": name, "label": label, "message": self.errors[name]}
            for name, label in LABELS.items()
            if name in self.errors
        ]

    @cached_property
    def span(self):
        """The Span that was typed, or None with sentences in `errors`; no times mean whole days."""
        found = []
        for which, make in (("start", moments.moment_of), ("end", moments.end_of)):
            day, clock = self.typed[f"{which}_date"], self.typed[f"{which}_time"]
            try:
                day = moments.day_of(day)
            except ValueError:
                self.errors[f"{which}_date"] = DAY_WRONG
                continue
            try:
                found.append(make(day, moments.time_of(clock) if clock else None))
            except (OverflowError, ValueError):
                self.errors[f"{which}_time"] = TIME_WRONG
        return Span(*found) if len(found) == 2 else None

    def post(self):
        if self.span is None:
            self.request.response.setStatus(400)
            return self.template()
        if not self.field("confirmed"):
            self.shown = self.rows()
            return self.template()
        try:
            closing.close(self.context, self.span.start, self.span.end, self.typed["reason"])
        except BookingRefused as refusal:
            errors = refusal.errors.items()
            self.errors = {PLACES.get(name, name): told for name, told in errors}
            self.request.response.setStatus(400)
            return self.template()
        except NotYours as refusal:
            raise Forbidden("@@sperren") from refusal
        message = _(
            "message_closed",
            default="Closed: ${space}, ${when}.",
            mapping={"space": self.context.Title(), "when": said.when(self.span)},
        )
        return self.lead_to(self.context.absolute_url(), message)

    def rows(self):
        """Return what would be given back: [{when, who}]."""
        return [
            {"when": said.when(one.span), "who": name_of(one.holder) if one.holder else ""}
            for one in closing.hits(self.context, self.span)
        ]
