"""@@raumplan of a folder of spaces: the plan at a day and a time, and the same as a table."""

from datetime import timedelta
from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import free
from kommunalhub.booking import presence
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking.browser import days
from kommunalhub.booking.plan import standing
from kommunalhub.booking.plan.sheet import sheet_of
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site_url
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.substitution.browser import moments
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from urllib.parse import urlencode


#: Years around today in which somebody may look.
YEARS = 5
BOOK = _("button_book_short", default="Book")
BOOK_FROM = _("plan_book_from", default="Book from ${time}")
CHECK_IN = _("plan_check_in", default="Check in")
LOOK = _("plan_look_at", default="Look at it")
LEAD = _("plan_lead", default="${when}: free are ${free} of ${all}.")
NONE_FREE = _("plan_none_free", default="${when}: nothing is free.")
WHEN = _("plan_when", default="${day}, ${time}")


class PlanView(BrowserView):
    """What is asked for stands in the address, so that it can be kept."""

    @cached_property
    def now(self):
        return formatting.now()

    @cached_property
    def sheet(self):
        return sheet_of(self.context)

    @cached_property
    def terms(self):
        """{UID: Terms}"""
        return {uid: terms_of(space) for uid, space in self.sheet.spaces.items()}

    def asked(self, name):
        """Return one text of the address, empty when it is something else."""
        value = self.request.form.get(name)
        return value.strip() if isinstance(value, str) else ""

    @cached_property
    def moment(self):
        """The moment that is asked for; without one, or with nonsense, the next that is open.

        A time alone is one of today, a day alone means when it opens.
        """
        today, clock = rules.to_local(self.now).date(), self.asked("time")
        try:
            asked = self.asked("date")
            day = today if clock and not asked else moments.day_of(asked)
            time = moments.time_of(clock) if clock else None
            if abs((day - today).days) >= 366 * YEARS:
                return self.next_open(self.now)
            if time is not None:
                return rules.local_moment(day, 60 * time.hour + time.minute)
        except ValueError:
            return self.next_open(self.now)
        return self.next_open(self.now if day == today else rules.local_moment(day, 0))

    def next_open(self, since):
        """Return the first moment from one on at which a space is open, in quarters of an hour."""
        quarter = rules.at_minute(since)
        quarter -= rules.MINUTE * (quarter.minute % free.STEP)
        first = rules.to_local(since).date()
        for number in range(free.AHEAD):
            spans = [
                span
                for terms in self.terms.values()
                for span in rules.open_spans(first + timedelta(number), terms)
                if span.end > since
            ]
            if spans:
                return max(min(span.start for span in spans), quarter)
        return quarter

    @property
    def date(self):
        return rules.to_local(self.moment).date().isoformat()

    @property
    def time(self):
        return f"{rules.to_local(self.moment):%H:%M}"

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@raumplan"

    @property
    def now_url(self):
        local = rules.to_local(self.now)
        query = {"date": local.date().isoformat(), "time": f"{local:%H:%M}"}
        return f"{self.url}?{urlencode(query)}"

    @property
    def calendar_url(self):
        return f"{self.context.absolute_url()}/@@kalender?date={self.date}"

    @property
    def edit_url(self):
        return f"{self.context.absolute_url()}/@@raumplan-bearbeiten"

    @property
    def codes_url(self):
        return f"{self.context.absolute_url()}/@@qr-codes"

    def may_manage(self):
        return rights.may_manage()

    def style(self):
        return static_url("plan.css", site_url())

    def when(self):
        local = rules.to_local(self.moment)
        day = formatting.weekday(local.date())
        return filled(WHEN, {"day": day, "time": formatting.clock(self.moment)})

    def lead(self):
        number = sum(row["state"] == days.FREE for row in self.rows)
        if not number:
            return filled(NONE_FREE, {"when": self.when()})
        return filled(LEAD, {"when": self.when(), "free": number, "all": len(self.rows)})

    # The plan and its table.

    @cached_property
    def rows(self):
        """Return what is shown of each space: those on the plan as one reads, then the others."""
        return [self.row(uid) for uid in (*self.sheet.order, *self.sheet.missing)]

    def row(self, uid):
        space, found = self.sheet.spaces[uid], self.standings[uid]
        act = self.act(space, found)
        return {
            "uid": uid,
            "title": space.Title(),
            "label": self.sheet.label(uid),
            "kind": titles_of("kommunalhub.space_kinds").get(space.kind),
            "page": space.absolute_url(),
            "state": found.state,
            "word": found.word,
            "called": found.called,
            "lasts": standing.lasting(found, self.moment),
            "act": act,
            "url": act["url"] if act else space.absolute_url(),
            "place": self.sheet.places.get(uid),
        }

    @cached_property
    def standings(self):
        """{UID: Standing}"""
        return {
            uid: standing.standing_of(space, self.terms[uid], self.moment, self.now)
            for uid, space in self.sheet.spaces.items()
        }

    def act(self, space, found):
        """Return {title, url} of what can be done with a space, or None."""
        if found.own is not None:
            title = CHECK_IN if presence.is_awaited(space, found.own, self.now) else LOOK
            return {"title": title, "url": days.booking_url(space, found.own)}
        if found.next is None:
            return None
        title = BOOK
        if not found.is_free:
            title = filled(BOOK_FROM, {"time": formatting.clock(found.next.start)})
        return {"title": title, "url": days.book_url(space, found.next)}

    def placed(self):
        """Return the rows of what is on the plan, with where it is (CSS)."""
        return [
            row
            | {
                "style": f"left:{place.x}%;top:{place.y}%;"
                f"width:{place.width}%;height:{place.height}%",
                "holds": any(place.holds(other) for other in self.sheet.places.values()),
            }
            for row in self.rows
            if (place := row["place"]) is not None
        ]

    def unplaced(self):
        return [row for row in self.rows if row["place"] is None]

    def shape(self):
        """Return how high the plan is (CSS)."""
        return f"aspect-ratio:100/{100 * self.sheet.height:.2f}"

    def is_wide(self):
        """Return whether a drawing is so broad that one scrolls it sideways on a telephone."""
        return self.sheet.has_drawing and self.sheet.height < 0.7

    def drawing(self):
        """Return {url, text} of the drawing, or None."""
        if not self.sheet.has_drawing:
            return None
        plan = self.sheet.plan
        url = f"{self.context.absolute_url()}/@@raumplan-zeichnung?v={plan.digest}"
        return {"url": url, "text": plan.text}

    def legend(self):
        words = {**days.WORDS, standing.WAIT: standing.ASKED}
        shown = (days.FREE, days.BUSY, standing.WAIT, days.MINE, days.SHUT)
        return [{"state": state, "word": words[state]} for state in shown]

    # Who has to check in.

    @cached_property
    def awaited(self):
        return [
            {
                "title": space.Title(),
                "until": formatting.clock(presence.window_of(space, booking).end),
                "url": days.booking_url(space, booking),
            }
            for space, booking in standing.awaited(self.context, self.now)
        ]

    @property
    def token(self):
        return createToken()

    @property
    def is_anonymous(self):
        return asking.is_anonymous()
