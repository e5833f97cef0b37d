"""@@serie of a space: several dates at once, each looked at before it is booked."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import repeating
from kommunalhub.booking import said
from kommunalhub.booking.browser import days
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SeriesRefused
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices import said as prices_said
from kommunalhub.booking.series import DAYS
from kommunalhub.booking.series import FORTNIGHTS
from kommunalhub.booking.series import MONTHS
from kommunalhub.booking.series import MOST
from kommunalhub.booking.series import Series
from kommunalhub.booking.series import STEPS
from kommunalhub.booking.series import WEEKS
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.partners.substitution.browser import moments
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


FIELDS = ("date", "until", "step", "start", "end", "purpose")
LABELS = {
    "date": _("label_series_first", default="First day"),
    "until": _("label_series_last", default="Last day"),
    "step": _("label_series_step", default="How often"),
    "start": _("label_booking_from", default="from (time)"),
    "end": _("label_booking_to", default="until (time)"),
    "purpose": _("label_booking_purpose", default="Purpose"),
}
TITLES = {
    WEEKS: _("series_weeks", default="every week"),
    FORTNIGHTS: _("series_fortnights", default="every two weeks"),
    MONTHS: _("series_months", default="every month, same day of the week"),
    DAYS: _("series_days", default="Monday to Friday"),
}
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME_WRONG = _("error_substitution_time", default="Please write the time like 8:00.")
STEP_WRONG = _("error_series_step", default="Please choose how often.")
NONE = _("error_series_none", default="There is no date between first and last day.")
LONG = _(
    "error_series_long",
    default="A series has at most ${most} dates. Please choose an earlier last day.",
)
#: What is done with a date.
BOOK, SKIP = "book", "skip"


class SeriesPage(OwnPage):
    """Asks, shows all dates with what stands in their way, and books what was chosen."""

    template = ViewPageTemplateFile("templates/series.pt")
    refused = None
    shown = ()
    #: What the dates that are chosen cost, see `told_price`.
    price = None
    is_price_new = False

    def __call__(self):
        self.errors = {}
        self.typed = {name: self.field(name).strip() for name in FIELDS}
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@serie"

    @property
    def calendar_url(self):
        return f"{self.context.aq_parent.absolute_url()}/@@kalender"

    def way(self):
        """Return the way to the page: the calendar, then the space."""
        title = _("title_calendar", default="Book a space")
        here = {"title": self.context.Title(), "url": self.context.absolute_url()}
        return [{"title": title, "url": self.calendar_url}, here]

    def label(self, name):
        return LABELS[name]

    def steps(self):
        return [
            {"value": step, "title": title, "selected": self.typed["step"] == step}
            for step, title in TITLES.items()
        ]

    def problems(self):
        return [
            {"field": name, "label": label, "message": self.errors[name]}
            for name, label in LABELS.items()
            if name in self.errors
        ]

    @cached_property
    def series(self):
        """The Series that was typed, or None with sentences in `errors`."""
        found = {}
        for name in ("date", "until"):
            try:
                found[name] = moments.day_of(self.typed[name])
            except ValueError:
                self.errors[name] = DAY_WRONG
        for name in ("start", "end"):
            try:
                clock = moments.time_of(self.typed[name])
                found[name] = clock.hour * 60 + clock.minute
            except ValueError:
                self.errors[name] = TIME_WRONG
        if self.typed["step"] not in STEPS:
            self.errors["step"] = STEP_WRONG
        if self.errors:
            return None
        minutes = found["start"], found["end"]
        series = Series(found["date"], found["until"], self.typed["step"], *minutes)
        try:
            if not series.days():
                self.errors["until"] = NONE
            elif series.is_long:
                self.errors["until"] = filled(LONG, most=MOST)
        except (OverflowError, ValueError):
            self.errors["date"] = DAY_WRONG
        return None if self.errors else series

    def post(self):
        if self.series is None:
            self.request.response.setStatus(400)
            return self.template()
        found = repeating.preview(self.context, self.series, self.userid)
        if not self.field("book"):
            return self.show(found)
        if self.costs_other_than_seen(self.chosen(found)):
            self.is_price_new = True
            return self.show(found)
        try:
            made = repeating.book_all(self.chosen(found), self.typed["purpose"])
        except NotYours as refusal:
            self.refused, status = refusal.args[0], 403
        except SeriesRefused as refusal:
            self.refused, status = refusal.args[0], 409
        else:
            message = _(
                "message_series_booked",
                default="Booked: ${space}, dates: ${n}.",
                mapping={"space": self.context.Title(), "n": len(made)},
            )
            return self.lead_to(f"{self.site_url}/@@meine-buchungen", message)
        self.request.response.setStatus(status)
        return self.show(found)

    def show(self, found):
        """Show the dates, and what those that are chosen cost together."""
        self.shown = self.rows(found)
        spaces = {BOOK: self.context} | {s.UID(): s for one in found for s in one.instead}
        choices = [
            (spaces[option["value"]], one.span)
            for one, row in zip(found, self.shown, strict=True)
            for option in row["options"]
            if option["selected"] and option["value"] != SKIP
        ]
        self.price = self.told_price(choices)
        return self.template()

    def told_price(self, choices):
        """Return {amount, total, dates, cancelling, costs, url} of [(Space, Span)], or None."""
        total = prices.asked_total(choices, self.userid)
        if total is None:
            return None
        day = choices[-1][1].days()[0]
        return {
            "amount": str(total),
            "total": prices_said.amount(total),
            "dates": len(choices),
            "cancelling": prices_said.cancelling(prices.list_of(self.context, day)),
            "costs": total > 0,
            "url": f"{self.context.aq_parent.absolute_url()}/@@preise",
        }

    def costs_other_than_seen(self, choices):
        """Return whether what is chosen costs something else than the page has shown."""
        total = prices.asked_total(choices, self.userid)
        return bool(total) and self.field("price") != str(total)

    def rows(self, found):
        """Return the dates with what can be done with each."""
        rows = []
        for one in found:
            name = f"date-{one.span.days()[0].isoformat()}"
            options = [] if one.problem else [(BOOK, self.context.Title())]
            options += [(space.UID(), space.Title()) for space in one.instead]
            options.append((SKIP, _("series_skip", default="leave it out")))
            asked = self.field(name)
            chosen = asked if asked in dict(options) else options[0][0]
            rows.append(
                {
                    "name": name,
                    "when": said.when(one.span),
                    "problem": one.problem,
                    "state": days.BUSY if one.problem else days.FREE,
                    "options": [
                        {"value": value, "title": title, "selected": value == chosen}
                        for value, title in options
                    ],
                }
            )
        return rows

    def chosen(self, found):
        """Return [(Space, Span)] of the dates that are to be booked."""
        choices = []
        for one in found:
            choice = self.field(f"date-{one.span.days()[0].isoformat()}")
            if choice in ("", BOOK) and not one.problem:
                choices.append((self.context, one.span))
            choices += [(other, one.span) for other in one.instead if other.UID() == choice]
        return choices
