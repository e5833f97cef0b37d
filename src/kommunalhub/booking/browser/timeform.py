"""What the pages that book and change share: the fields, what is wrong, what is free instead."""

from datetime import timedelta
from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import said
from kommunalhub.booking.browser import days
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SeriesRefused
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.rules import Span
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.pictures.tags import tag_of
from kommunalhub.partners import rules as partner_rules
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.substitution.browser import moments
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


FIELDS = ("date", "start", "end", "purpose", "holder")
LABELS = {
    "date": _("label_booking_day", default="Day"),
    "start": _("label_booking_from", default="from (time)"),
    "end": _("label_booking_to", default="until (time)"),
    "purpose": _("label_booking_purpose", default="Purpose"),
    "holder": _("label_booking_holder", default="For whom"),
}
#: Where a rule's refusal is shown.
PLACES = {"": "date"}
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME_WRONG = _("error_substitution_time", default="Please write the time like 8:00.")
NO_SUCH_TIME = _(
    "error_substitution_no_such_time", default="This time does not exist on that day (summer time)."
)


class BookingForm(OwnPage):
    """What both pages share: the fields, what is wrong with them, what is free instead."""

    template = ViewPageTemplateFile("templates/book.pt")
    booking = None
    is_price_new = False
    #: The sentence where somebody was faster, and what is free instead.
    taken = None
    #: The sentence where the space is closed then.
    closed = None
    refused = None

    def __call__(self):
        self.errors = {}
        self.typed = {name: self.field(name).strip() for name in FIELDS}
        if self.request.method != "POST":
            self.fill_in()
        return super().__call__()

    @cached_property
    def now(self):
        return formatting.now()

    @cached_property
    def terms(self):
        return terms_of(self.context)

    @cached_property
    def day(self):
        """The day in the form, else the next on which the space is open."""
        try:
            return moments.day_of(self.typed["date"])
        except ValueError:
            today = rules.to_local(self.now).date()
            ahead = (today + timedelta(number) for number in range(free.AHEAD))
            return next((d for d in ahead if self.gaps(d)), today)

    def gaps(self, day):
        return free.free_spans(self.context, free.day_span(day), self.now, self.terms)

    def fill_in(self):
        """Put the longest free time of the day where no times are asked for."""
        if not self.typed["date"]:
            self.typed["date"] = self.day.isoformat()
        if not self.typed["start"] and not self.typed["end"]:
            gap = max(self.gaps(self.day), key=lambda one: one.length, default=None)
            if gap is not None:
                longest = (self.terms.longest or 1440) * rules.MINUTE
                span = Span(gap.start, min(gap.end, gap.start + longest))
                self.typed |= said.form_query(span)

    def span(self):
        """Return the Span that was typed, or None with sentences in `errors`."""
        try:
            day = moments.day_of(self.typed["date"])
        except ValueError:
            self.errors["date"] = DAY_WRONG
            return None
        found = []
        for name, make in (("start", moments.moment_of), ("end", moments.end_of)):
            text = self.typed[name]
            try:
                midnight = name == "end" and text in ("24:00", "24")
                clock = None if midnight else moments.time_of(text)
            except ValueError:
                self.errors[name] = TIME_WRONG
                continue
            try:
                found.append(make(day, clock))
            except OverflowError:
                self.errors["date"] = DAY_WRONG
            except ValueError:
                self.errors[name] = NO_SUCH_TIME
        return Span(*found) if len(found) == 2 else None

    def post(self):
        span = self.span()
        if span is not None and not self.errors:
            try:
                return self.done(self.act(span))
            except BookingRefused as refusal:
                self.errors = {
                    PLACES.get(name, name): told for name, told in refusal.errors.items()
                }
            except (NotYours, SeriesRefused) as refusal:
                self.refused = refusal.args[0]
            except SlotTaken as taken:
                self.taken = self.instead(span)
                self.closed = closing.told_of(taken.claims)
        status = 409 if self.taken is not None else 403 if self.refused else 400
        self.request.response.setStatus(status)
        return self.template()

    def instead(self, span):
        """Return what is free nearly then."""
        return [
            {
                "title": space.Title(),
                "when": said.when(other),
                "url": days.book_url(space, other),
                "same": space.UID() == self.context.UID(),
            }
            for space, other in free.alternatives(self.context, span, self.holder())
        ]

    def holder(self):
        return self.typed["holder"] or self.userid

    def problems(self):
        """Return [{field, label, message}] of what is wrong, in the order of the form."""
        return [
            {"field": name, "label": label, "message": self.errors[name]}
            for name, label in LABELS.items()
            if name in self.errors
        ]

    def label(self, name):
        return LABELS[name]

    def told_price(self):
        """Return what the booking will cost, for the page; None where it is not asked."""
        return None

    def people(self):
        """Return the options of whom to book for; none for who books for nobody else."""
        if rights.may_manage():
            groups = [*partner_rules.HUB_GROUPS]
            for partner in partner_ids():
                groups += partner_rules.groups_of(partner).values()
        else:
            groups = [g for p in partners_of() for g in partner_rules.groups_of(p).values()]
        people = {p for p in members_of(*groups) if is_visible(p)} - {self.userid}
        return [
            {"value": person, "title": name_of(person), "selected": person == self.typed["holder"]}
            for person in sorted(people, key=lambda one: formatting.sort_key(name_of(one)))
        ]

    def day_row(self):
        """Return how the day looks: [{state, word, time, url}]."""
        frame = days.frame_of([self.terms], self.day)
        cells = days.row(self.context, self.terms, self.day, frame, self.now)
        return [cell for cell in cells if cell.state != days.NONE]

    def picture(self):
        """Return the tag of the picture of the space, or None."""
        return tag_of(self.context, self.request, "preview")

    def day_title(self):
        return formatting.weekday(self.day)

    @property
    def calendar_url(self):
        day = self.day.isoformat()
        return f"{self.context.aq_parent.absolute_url()}/@@kalender?date={day}"

    def way(self):
        """Return the way to the page: the calendar, then the space."""
        title = _("title_calendar", default="Book a space")
        here = {"title": self.context.Title(), "url": self.context.absolute_url()}
        return [{"title": title, "url": self.calendar_url}, here]

    @property
    def mine_url(self):
        return f"{self.site_url}/@@meine-buchungen"
