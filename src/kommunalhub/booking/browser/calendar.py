"""@@kalender: what is free and what is taken in a folder of spaces, by day, week and month."""

from datetime import timedelta
from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import free
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import said
from kommunalhub.booking.browser import days
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.pictures.tags import listed
from kommunalhub.core.tools import site_url
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.substitution.browser.moments import day_of
from Products.Five import BrowserView
from urllib.parse import urlencode
from zope.i18n import translate


DAY, WEEK, MONTH = "day", "week", "month"
VIEWS = {
    DAY: _("calendar_day", default="Day"),
    WEEK: _("calendar_week", default="Week"),
    MONTH: _("calendar_month", default="Month"),
}
#: Years around today in which somebody may leaf.
YEARS = 5


class CalendarView(BrowserView):
    """One of the three views; what is asked for stands in the address, so that it can be kept."""

    @cached_property
    def now(self):
        return formatting.now()

    @cached_property
    def today(self):
        return rules.to_local(self.now).date()

    def asked(self, name):
        """Return one text of the address, empty when it is something else."""
        value = self.request.form.get(name)
        return value if isinstance(value, str) else ""

    @cached_property
    def shape(self):
        asked = self.asked("view")
        return asked if asked in VIEWS else DAY

    @cached_property
    def day(self):
        """The day that is asked for; without one, or with nonsense, the next that is open."""
        try:
            day = day_of(self.asked("date"))
        except ValueError:
            return self.next_open
        return day if abs((day - self.today).days) < 366 * YEARS else self.next_open

    @cached_property
    def next_open(self):
        """The first day from today on on which one of the spaces is still open."""
        for number in range(free.AHEAD):
            day = self.today + timedelta(number)
            for _space, terms in self.spaces:
                if any(span.end > self.now for span in rules.open_spans(day, terms)):
                    return day
        return self.today

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@kalender"

    @cached_property
    def filters(self):
        """{name: value} of the filters that are set."""
        found = {}
        kind, equipment, persons = map(self.asked, ("kind", "equipment", "persons"))
        if kind in titles_of("kommunalhub.space_kinds"):
            found["kind"] = kind
        if equipment in titles_of("kommunalhub.coworking_equipment"):
            found["equipment"] = equipment
        if persons.isdecimal() and int(persons[:4]) > 1:
            found["persons"] = str(int(persons[:4]))
        return found

    def link(self, day=None, shape=None):
        query = {"view": shape or self.shape, "date": (day or self.day).isoformat()}
        return f"{self.url}?{urlencode(query | self.filters)}"

    # What the page says around the table.

    def shapes(self):
        return [
            {"title": title, "url": self.link(shape=name), "current": name == self.shape}
            for name, title in VIEWS.items()
        ]

    def heading(self):
        if self.shape == DAY:
            return formatting.weekday(self.day)
        if self.shape == WEEK:
            return _(
                "calendar_week_of",
                default="Week from ${day}",
                mapping={"day": formatting.weekday(self.first)},
            )
        return formatting.month(self.first)

    @cached_property
    def first(self):
        """The first day that is shown."""
        if self.shape == WEEK:
            return rules.period_of(self.day, rules.WEEK)[0]
        return rules.period_of(self.day, rules.MONTH)[0] if self.shape == MONTH else self.day

    def steps(self):
        """Return {before, after, today}: where to leaf to."""
        if self.shape == DAY:
            before, after = self.day - timedelta(days=1), self.day + timedelta(days=1)
        elif self.shape == WEEK:
            before, after = self.first - timedelta(days=7), self.first + timedelta(days=7)
        else:
            before = self.first - timedelta(days=1)
            after = rules.period_of(self.day, rules.MONTH)[1]
        return {
            "before": self.link(before),
            "after": self.link(after),
            "today": self.link(self.today),
        }

    def choices(self):
        """Return the filters: [{name, label, options: [{value, title, selected}]}]."""
        kinds = titles_of("kommunalhub.space_kinds")
        equipment = titles_of("kommunalhub.coworking_equipment")
        seats = {str(n): str(n) for n in (2, 4, 8, 12, 20)}
        tables = (
            ("kind", _("label_calendar_kind", default="Kind"), kinds),
            ("persons", _("label_calendar_persons", default="Persons from"), seats),
            ("equipment", _("label_calendar_equipment", default="With"), equipment),
        )
        return [
            {
                "name": name,
                "label": label,
                "options": [
                    {"value": value, "title": title, "selected": self.filters.get(name) == value}
                    for value, title in table.items()
                ],
            }
            for name, label, table in tables
        ]

    @cached_property
    def proposals(self):
        """Return what to book next, for who may book: [{space, when, url, usual}]."""
        if self.is_anonymous or self.filters:
            return []
        return proposals(self.context)

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    @property
    def mine_url(self):
        return f"{site_url()}/@@meine-buchungen"

    # The tables.

    @cached_property
    def spaces(self):
        """Return [(Space, its Terms)] that fit the filters."""
        query = {"space_kind": self.filters["kind"]} if "kind" in self.filters else {}
        seats, wanted = int(self.filters.get("persons", 1)), self.filters.get("equipment")
        return [
            (space, terms_of(space))
            for space in free.spaces_in(self.context, **query)
            if space.seats >= seats and (not wanted or wanted in (space.equipment or ()))
        ]

    def named(self, space):
        kinds = titles_of("kommunalhub.space_kinds")
        return {"title": space.Title(), "url": space.absolute_url(), "kind": kinds.get(space.kind)}

    def hours(self):
        """Return the hours above the columns of the day: [(hour, columns)]."""
        first, last = self.frame
        return [(minute // 60, 60 // days.COLUMN) for minute in range(first, last, 60)]

    @cached_property
    def frame(self):
        return days.frame_of([terms for _space, terms in self.spaces], self.day)

    def rows(self):
        """Return a row of cells for each space."""
        pictures = {brain.UID: listed(brain) for brain in free.found_in(self.context)}
        return [
            {
                **self.named(space),
                "picture": pictures.get(space.UID()),
                "cells": days.row(space, terms, self.day, self.frame, self.now),
            }
            for space, terms in self.spaces
        ]

    @cached_property
    def columns(self):
        """Return the days of a week (those on which anything opens) or of a month."""
        if self.shape == MONTH:
            count = (rules.period_of(self.day, rules.MONTH)[1] - self.first).days
            return [self.first + timedelta(n) for n in range(count)]
        open_on = {n for _s, terms in self.spaces for n in range(7) if terms.hours[n]} or range(5)
        return [self.first + timedelta(n) for n in range(max(open_on) + 1)]

    def column_heads(self):
        return [
            {
                "short": formatting.short_weekday(day),
                "number": day.day,
                "title": formatting.weekday(day),
            }
            for day in self.columns
        ]

    def day_rows(self):
        """Return a row of Days for each space."""
        me, found = asking.userid(), []
        words = {state: self.text(word) for state, word in days.WORDS.items()}
        names = [(formatting.weekday(day), formatting.short_weekday(day)) for day in self.columns]
        for space, terms in self.spaces:
            shown = days.days(space, terms, self.first, len(self.columns), self.now, me)
            book = f"{space.absolute_url()}/@@buchen?date="
            cells = [
                {
                    "state": one.state,
                    "word": words[one.state],
                    "more": self.text(one.more),
                    "bar": one.bar or None,
                    "url": f"{book}{one.day.isoformat()}",
                    "label": label,
                    "short": short,
                    "links": one.state in (days.FREE, days.PART),
                }
                for one, (label, short) in zip(shown, names, strict=True)
            ]
            found.append({**self.named(space), "cells": cells})
        return found

    def text(self, message):
        return translate(message, context=self.request) if message else ""

    def legend(self):
        return [{"state": state, "word": word} for state, word in days.WORDS.items()]


def proposals(folder):
    """Return what who is signed in might book next in a folder, ready for templates."""
    if not asking.may(rights.BOOK, folder):
        return []
    return [
        {
            "space": space.Title(),
            "when": said.when(span),
            "url": days.book_url(space, span),
            "usual": usual,
        }
        for space, span, usual in free.proposals(folder, asking.userid())
    ]
