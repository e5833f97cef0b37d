"""@@termin-aendern: call one date of an event off, move it, or let it be as it was planned."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.agenda import said
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.formatting import to_local
from kommunalhub.editorial.dates import operations
from kommunalhub.editorial.dates import rules
from kommunalhub.editorial.dates import shown
from kommunalhub.editorial.dates.refusals import LONG
from kommunalhub.editorial.dates.refusals import MOST_LETTERS
from kommunalhub.editorial.dates.refusals import REASON
from kommunalhub.editorial.dates.refusals import REFUSED
from kommunalhub.partners.substitution.browser import moments
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


FIELDS = ("start_date", "start_time", "end_date", "end_time", "place", "reason")
LABELS = {
    "start_date": _("label_date_from_day", default="From (day)"),
    "start_time": _("label_booking_from", default="from (time)"),
    "end_date": _("label_date_until_day", default="Until (day)"),
    "end_time": _("label_booking_to", default="until (time)"),
    "place": _("label_event_place", default="Where"),
    "reason": _("label_date_reason", default="Why"),
}
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME_WRONG = _("error_substitution_time", default="Please write the time like 8:00.")


class DateChange(OwnPage):
    """Whoever may edit the event; what is done stands in every calendar at once."""

    template = ViewPageTemplateFile("templates/change.pt")

    def __call__(self):
        self.errors = {}
        self.typed = self.stored() if self.request.method != "POST" else self.sent()
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@termin-aendern"

    @cached_property
    def number(self):
        asked = self.field("number")
        found = int(asked) if asked.isdecimal() and len(asked) < 6 else 0
        if found not in self.dates:
            raise NotFound("number")
        return found

    @cached_property
    def dates(self):
        return dict(shown.occurrences_of(self.context))

    @property
    def one(self):
        return self.dates[self.number]

    @property
    def when(self):
        return said.when_of(self.one)

    @property
    def is_over(self):
        return self.one.end <= formatting.now()

    def label(self, name):
        return LABELS[name]

    def problems(self):
        return [
            {"field": name, "label": label, "message": self.errors[name]}
            for name, label in LABELS.items()
            if name in self.errors
        ]

    def stored(self):
        """Return {field: text} of the date as it is."""
        start, end = to_local(self.one.start), to_local(self.one.end)
        last = said.last_day_of(self.one)
        whole = self.one.is_whole_day
        return {
            "start_date": start.date().isoformat(),
            "start_time": "" if whole else f"{start:%H:%M}",
            "end_date": last.isoformat(),
            "end_time": "" if whole or self.one.is_open_end else f"{end:%H:%M}",
            "place": self.one.place,
            "reason": "",
        }

    def sent(self):
        typed = {name: self.field(name).strip() for name in FIELDS}
        for name in ("place", "reason"):
            if len(typed[name]) > MOST_LETTERS:
                self.errors[name] = LONG
        return typed

    def post(self):
        acts = {
            "cancel": self.cancel,
            "cancel-from": self.cancel_from,
            "move": self.move,
            "restore": self.restore,
        }
        act = acts.get(self.field("act"))
        if act is None:
            raise NotFound("act")
        number = self.number
        try:
            message = None if self.errors else act(number)
        except rules.NotChangeable as refused:
            which, sentence = REFUSED[refused.why]
            self.errors[f"{which}_date"] = sentence
        if self.errors:
            self.request.response.setStatus(400)
            return self.template()
        return self.lead_to(self.context.absolute_url(), message)

    @property
    def has_later(self):
        """Whether dates come after this one that take place."""
        return any(
            other.start > self.one.start and not other.is_cancelled for other in self.dates.values()
        )

    def has_reason(self):
        if not self.typed["reason"]:
            self.errors["reason"] = REASON
        return not self.errors

    def cancel(self, number):
        if not self.has_reason():
            return None
        operations.cancel(self.context, number, self.typed["reason"])
        return _("message_date_cancelled", default="The date is called off.")

    def cancel_from(self, number):
        if not self.has_reason():
            return None
        operations.cancel_from(self.context, number, self.typed["reason"])
        return _("message_dates_cancelled", default="This date and all later ones are called off.")

    def restore(self, number):
        operations.restore(self.context, number)
        return _("message_date_restored", default="The date takes place as planned.")

    def move(self, number):
        start = self.moment("start", moments.moment_of)
        end = self.moment("end", moments.end_of)
        if not self.has_reason():
            return None
        operations.move(self.context, number, start, end, self.typed["place"], self.typed["reason"])
        return _("message_date_moved", default="The date is moved.")

    def moment(self, which, make):
        """Return the moment that was typed, or None with a sentence in `errors`."""
        try:
            day = moments.day_of(self.typed[f"{which}_date"])
        except ValueError:
            self.errors[f"{which}_date"] = DAY_WRONG
            return None
        clock = self.typed[f"{which}_time"]
        try:
            return make(day, moments.time_of(clock) if clock else None)
        except (OverflowError, ValueError):
            self.errors[f"{which}_time"] = TIME_WRONG
            return None
