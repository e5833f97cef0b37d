"""The page of an event: when, where, what became of it, how people get in."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import gathering
from kommunalhub.core.agenda import said
from kommunalhub.core.badges import badge_of
from kommunalhub.core.formatting import to_local
from kommunalhub.core.kept import kept
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.editorial.dates import clashes
from kommunalhub.editorial.dates import shown
from kommunalhub.editorial.dates.vocabularies import ACCESS
from kommunalhub.editorial.dates.vocabularies import AUDIENCES
from kommunalhub.editorial.dates.vocabularies import TOPICS
from kommunalhub.partners.localroles import partner_of
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.titles import short_title_of
from plone import api
from Products.CMFCore.permissions import ModifyPortalContent
from Products.Five import BrowserView
from zExceptions import NotFound


class EventPage(BrowserView):
    """@@hub-event: everything at once, without a click."""

    @cached_property
    def now(self):
        return formatting.now()

    def public_fingerprint(self):
        return f"{self.now:%Y%m%d%H%M}"  # what is over says so

    @cached_property
    def found(self):
        return shown.occurrences_of(self.context)

    @cached_property
    def may_change(self):
        return asking.may(ModifyPortalContent, self.context)

    @cached_property
    def coming(self):
        return [self.row(*pair) for pair in self.found if pair[1].end > self.now]

    @cached_property
    def past(self):
        return [self.row(*pair) for pair in self.found if pair[1].end <= self.now]

    def row(self, number, one):
        """Return what the page shows of a date."""
        first, last = to_local(one.start).date(), said.last_day_of(one)
        return {
            **said.entry_of(one, self.now),
            "day": formatting.weekday(first),
            "until": formatting.weekday(last) if last > first else None,
            "iso": one.start.isoformat(),
            "before": said.before_of(one) if one.has_moved else None,
            "reason": one.reason,
            "place": one.place if one.place != self.place else "",
            "file": f"{self.context.absolute_url()}/@@event.ics?number={number}",
            "change": f"{self.context.absolute_url()}/@@termin-aendern?number={number}",
            "can_change": self.may_change and one.end > self.now,
        }

    @property
    def is_called_off(self):
        """Whether nothing is left of what was to come."""
        ahead = [one for _number, one in self.found if one.end > self.now]
        return bool(ahead) and all(one.is_cancelled for one in ahead)

    @property
    def title(self):
        """What the window is called: what was called off says so first."""
        title = self.context.Title()
        return gathering.called_off(title) if self.is_called_off else title

    @property
    def is_over(self):
        return bool(self.found) and not self.coming

    @property
    def place(self):
        return kept(self.context, "location") or ""

    def facts(self):
        """Return [(label, texts)] of what else there is to know."""
        rows = (
            (_("label_event_place", default="Where"), [self.place]),
            (_("label_event_access_facts", default="Access"), self.access()),
            (_("label_event_meant_for", default="Meant for"), self.named("audience", AUDIENCES)),
            (_("label_workshop_topics", default="Topics"), self.named("topics", TOPICS)),
            (_("label_event_by", default="Organised by"), [self.partner()]),
        )
        told = [(label, [text for text in texts if text]) for label, texts in rows]
        return [(label, texts) for label, texts in told if texts]

    def access(self):
        return [*self.named("access", ACCESS), kept(self.context, "access_note")]

    def named(self, name, vocabulary):
        titles, values = titles_of(vocabulary), kept(self.context, name) or ()
        return [title for token, title in titles.items() if token in values]

    def partner(self):
        partner = get_partner(partner_of(self.context))
        return partner.title if partner else ""

    def contact(self):
        """Return {name, email, phone} of whom to ask, None where nobody is named."""
        names = ("name", "email", "phone")
        values = {name: kept(self.context, f"contact_{name}") for name in names}
        return values if any(values.values()) else None

    def link(self):
        return kept(self.context, "event_url")

    def text(self):
        text = kept(self.context, "text")
        return text.output_relative_to(self.context) if text is not None else ""

    def badge(self):
        """Return what says that the event is not released, or None."""
        return badge_of(self.context.portal_type, api.content.get_state(self.context, ""))

    def json_ld(self):
        return shown.json_ld(self.context, self.found, self.partner(), self.now)


class Clashes(BrowserView):
    """@@event-clashes: what else takes place then, for who plans the event; empty for others."""

    def __call__(self):
        return self.index() if self.rows else ""

    @cached_property
    def rows(self):
        """[{when, title, url, whose}]."""
        if not asking.may(ModifyPortalContent, self.context):
            return []
        own = [one for _number, one in shown.occurrences_of(self.context)]
        return [
            {
                "when": said.when_of(one),
                "title": other.title,
                "url": other.url,
                "whose": short_title_of(other.partner),
            }
            for one, other in clashes.clashes_of(own, formatting.now())
        ]


class EventFile(BrowserView):
    """@@event.ics: the dates of one event, or with `number` one of them."""

    def __call__(self):
        asked = self.request.form.get("number")
        found = shown.occurrences_of(self.context)
        if asked is not None:
            found = [(number, one) for number, one in found if str(number) == asked]
            if not found:
                raise NotFound("number")
        response = self.request.response
        response.setHeader("Content-Type", f"{calendars.MEDIA_TYPE}; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="termin.ics"')
        if not asking.is_anonymous():
            response.setHeader("Cache-Control", "private, no-store")
        return gathering.calendar_text([one for _number, one in found])
