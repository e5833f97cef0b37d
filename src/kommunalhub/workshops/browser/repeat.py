"""@@neue-termine: a workshop once more, several times by a rule, or with further dates."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import said
from kommunalhub.booking.browser.series import LABELS
from kommunalhub.booking.browser.series import LONG
from kommunalhub.booking.browser.series import NONE
from kommunalhub.booking.browser.series import STEP_WRONG
from kommunalhub.booking.browser.series import TIME_WRONG
from kommunalhub.booking.browser.series import TITLES
from kommunalhub.booking.series import MOST
from kommunalhub.booking.series import Series
from kommunalhub.booking.series import STEPS
from kommunalhub.booking.series import WEEKS
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.partners.substitution.browser.moments import day_of
from kommunalhub.partners.substitution.browser.moments import time_of
from kommunalhub.workshops import programme
from kommunalhub.workshops import repeating
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import BadRequest


ONCE = "once"
STEP_TITLES = {ONCE: _("repeat_once", default="once"), **TITLES}
FIELDS = ("date", "start", "end", "step", "until", "shape")
SHAPES = {
    repeating.WORKSHOPS: _("repeat_workshops", default="a workshop of its own each"),
    repeating.SESSIONS: _("repeat_sessions", default="further dates of this workshop"),
}
OPTIONS = {
    repeating.PLAN: _("repeat_plan", default="plan"),
    repeating.WITHOUT: _("repeat_without", default="plan without the room"),
    repeating.SKIP: _("series_skip", default="leave it out"),
}
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
ORDER_WRONG = _("error_repeat_order", default="It would end before it begins.")
NOTHING = _("error_repeat_nothing", default="None of the dates is left to plan.")


def series_in(values):
    """Return (Series, {}) of what was typed, or (None, {field: sentence})."""
    errors, found = {}, {}
    once = values["step"] == ONCE
    for name in ("date", "until"):
        try:
            found[name] = day_of(values["date" if once else name])
        except ValueError:
            errors[name] = DAY_WRONG
    if once:
        errors.pop("until", None)
    for name in ("start", "end"):
        try:
            clock = time_of(values[name])
            found[name] = clock.hour * 60 + clock.minute
        except ValueError:
            errors[name] = TIME_WRONG
    if values["step"] not in STEP_TITLES:
        errors["step"] = STEP_WRONG
    if not errors and found["end"] <= found["start"]:
        errors["end"] = ORDER_WRONG
    if errors:
        return None, errors
    step = WEEKS if once else values["step"]
    series = Series(found["date"], found["until"], step, found["start"], found["end"])
    try:
        if not series.days():
            errors["until"] = NONE
        elif series.is_long:
            errors["until"] = filled(LONG, most=MOST)
        series.spans()
    except (OverflowError, ValueError):
        errors["date"] = DAY_WRONG
    return (None, errors) if errors else (series, {})


class Repeat(OwnPage):
    """Asks, shows each date with what stands in its way, and makes what was chosen."""

    template = ViewPageTemplateFile("templates/repeat.pt")
    refused = None
    shown = ()

    def __call__(self):
        self.errors = {}
        self.typed = {name: self.field(name).strip() for name in FIELDS}
        if self.request.method != "POST":
            self.typed |= self.proposed()
        if self.typed["shape"] not in SHAPES or not self.may_change:
            self.typed["shape"] = repeating.WORKSHOPS
        return super().__call__()

    def proposed(self):
        """Return what stands in the form at first: the same time of day, once."""
        first = programme.sessions_of(self.context)[0]
        start, end = formatting.to_local(first.start), formatting.to_local(first.end)
        return {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}", "step": ONCE}

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@neue-termine"

    @cached_property
    def may_change(self):
        return asking.may("Modify portal content", self.context)

    def label(self, name):
        return LABELS[name]

    def steps(self):
        return [
            {"value": step, "title": title, "selected": self.typed["step"] == step}
            for step, title in STEP_TITLES.items()
            if step == ONCE or step in STEPS
        ]

    def shapes(self):
        return [
            {"value": shape, "title": title, "checked": self.typed["shape"] == shape}
            for shape, title in SHAPES.items()
        ]

    def problems(self):
        return [
            {"field": name, "label": LABELS[name], "message": self.errors[name]}
            for name in FIELDS
            if name in self.errors
        ]

    @property
    def submits(self):
        return bool(self.field("submit"))

    def post(self):
        series, self.errors = series_in(self.typed)
        if series is None:
            self.request.response.setStatus(400)
            return self.template()
        shape = self.typed["shape"]
        found = repeating.preview(self.context, series, shape)
        self.shown = self.rows(found, shape)
        if not self.field("make"):
            return self.template()
        choices = self.chosen(found, shape)
        if not choices:
            self.refused = NOTHING
            self.request.response.setStatus(400)
            return self.template()
        try:
            made = repeating.make(self.context, choices, shape, self.submits)
        except BadRequest as taken:  # somebody was faster
            self.refused = taken.args[0][0]["message"]
            self.request.response.setStatus(409)
            return self.template()
        if shape == repeating.SESSIONS:
            message = _("done_sessions", default="The dates are added.")
            return self.lead_to(self.context.absolute_url(), message)
        if len(made) == 1 and not self.submits:
            message = _(
                "done_copied", default="The draft is made. Please look at it and then submit it."
            )
            return self.lead_to(made[0].absolute_url(), message)
        message = _(
            "done_repeated",
            default="Workshops planned: ${count}.",
            mapping={"count": len(made)},
        )
        return self.lead_to(self.context.aq_parent.absolute_url(), message)

    def rows(self, found, shape):
        rows = []
        for one in found:
            name = f"date-{one.day.isoformat()}"
            options = one.options(shape)
            picked = self.field(name) if self.field(name) in options else options[0]
            rows.append(
                {
                    "name": name,
                    "when": said.when(one.span),
                    "problem": one.problem,
                    "state": "busy" if one.problem else "free",
                    "options": [
                        {"value": value, "title": OPTIONS[value], "selected": value == picked}
                        for value in options
                    ],
                }
            )
        return rows

    def chosen(self, found, shape):
        """Return [(Span, PLAN or WITHOUT)] of the dates that are to be made."""
        choices = []
        for one in found:
            options = one.options(shape)
            picked = self.field(f"date-{one.day.isoformat()}")
            picked = picked if picked in options else options[0]
            if picked != repeating.SKIP:
                choices.append((one.span, picked))
        return choices
