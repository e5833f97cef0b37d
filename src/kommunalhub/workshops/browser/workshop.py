"""The page of a workshop: dates, one's own seat, seats, and for the trainer who comes."""

from datetime import timedelta
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.core import formatting
from kommunalhub.core.caching.revision import catalog_revision
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.workshops import operations
from kommunalhub.workshops import programme
from kommunalhub.workshops import repeating
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow
from kommunalhub.workshops.browser import shown
from kommunalhub.workshops.browser.ownseat import OwnSeat
from kommunalhub.workshops.handouts.storage import pairs_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Rows of the short list of who registered.
NEWEST = 8
#: So long before its end an offer is told by the hour.
ONE_DAY = timedelta(days=1)


class WorkshopView(OwnSeat, CaseView):
    """State bar and decision for those involved; registering for everybody who may."""

    template = ViewPageTemplateFile("templates/workshop.pt")
    parts = CaseView.template

    @cached_property
    def now(self):
        return formatting.now()

    @cached_property
    def terms(self):
        return programme.terms_of(self.context)

    @cached_property
    def registrations(self):
        """All registrations as they stand: what time has changed since counts already."""
        found = storage.book_of(self.context).all()
        changed = {one.number: one for one in rules.settled(found, self.terms, self.now)}
        return [changed.get(one.number, one) for one in found]

    @property
    def is_released(self):
        return self.case.state in workflow.RELEASED

    @property
    def is_over(self):
        return self.case.state in (workflow.HELD, workflow.CANCELLED)

    @property
    def is_held(self):
        return self.case.state == workflow.HELD

    @property
    def is_cancelled(self):
        return self.case.state == workflow.CANCELLED

    def fingerprint(self):
        book = storage.book_of(self.context)
        told = f"{super().fingerprint()}-{book.changes}-{self.now:%Y%m%d%H%M}"
        if pairs_of(site(), self.context.UID()):  # materials change on their own
            told = f"{told}-{catalog_revision()}"
        return told

    # When, where, for whom

    def sessions(self):
        return [shown.session_shown(one) for one in programme.sessions_of(self.context)]

    def tags(self):
        """Return short words on what it is: for whom, level, language."""
        workshop = self.context
        found = [
            _("tag_workshop_public", default="open to everybody")
            if workshop.is_public
            else _("tag_workshop_internal", default="internal")
        ]
        for name, value in (
            ("kommunalhub.material_levels", workshop.level),
            ("kommunalhub.material_languages", workshop.workshop_language),
        ):
            if value:
                found.append(titles_of(name).get(value, value))
        return found

    def topics(self):
        titles = titles_of("kommunalhub.material_topics")
        return [titles.get(one, one) for one in sorted(self.context.topics or ())]

    def audience(self):
        titles = titles_of("kommunalhub.material_audiences")
        return [titles.get(one, one) for one in sorted(self.context.audience or ())]

    def paragraphs(self):
        text = (self.context.program or "").replace("\r\n", "\n")
        return [part.strip() for part in text.split("\n\n") if part.strip()]

    def last_day(self, day):
        return formatting.day(day)

    @property
    def closes(self):
        return formatting.moment(self.terms.ends)

    @property
    def quotas_until(self):
        day = self.context.quotas_until
        if day is None or not self.terms.quotas_at(self.now):
            return None
        return formatting.day(day)

    # Seats

    def counts(self):
        states = [one.state for one in self.registrations]
        taken = states.count(rules.REGISTERED) + states.count(rules.OFFERED)
        return {
            "seats": self.context.capacity,
            "taken": taken,
            "free": max(self.context.capacity - taken, 0),
            "waiting": states.count(rules.WAITING),
            "registered": states.count(rules.REGISTERED),
            "offered": states.count(rules.OFFERED),
        }

    def seats(self):
        """Return the rows of the table of seats; visitors see the numbers alone."""
        if self.is_anonymous:
            return []
        return shown.seats_shown(self.registrations, self.terms, self.now, self.partner_of_mine)

    def guests(self):
        """Return {seats, taken} of people of other hubs."""
        held = rules.holders(self.registrations)
        return {"seats": self.terms.for_hubs, "taken": held[rules.OTHER_HUBS]}

    def next_dates(self):
        """Return up to three others still to come, for who is late: the same, then alike ones.

        The same is what was made from one description; alike is what has a topic in common.
        """
        brains = catalog()(
            portal_type=workflow.TYPE,
            review_state=workflow.PUBLISHED,
            start={"query": self.now, "range": "min"},
            sort_on="start",
        )
        own, series = set(self.context.topics or ()), repeating.series_of(self.context)
        same, alike = [], []
        for brain in brains:
            extra = brain.case_extra or {}
            if self.context.UID() == brain.UID:
                continue
            if extra.get("series") == series:
                same.append(brain)
            elif not own or own & set(extra.get("topics", ())):
                alike.append(brain)
        return [
            {"title": brain.Title, "url": brain.getURL(), "day": formatting.day(brain.start)}
            for brain in [*same, *alike][:3]
        ]

    # For the trainer

    @property
    def may_prepare(self):
        """Whether who looks sees to the workshop, also before it is released."""
        return operations.may_manage(self.context)

    @cached_property
    def may_manage(self):
        return self.is_released and operations.may_manage(self.context)

    def newest(self):
        """Return those whose registration changed last, as rows."""
        found = sorted(self.registrations, key=lambda one: one.changed, reverse=True)
        return [self.row(one) for one in found[:NEWEST]]

    def row(self, one):
        return shown.row_of(one, self.registrations, self.terms)

    @property
    def needs_count(self):
        return sum(bool(one.needs) for one in self.registrations if one.state in rules.ACTIVE)

    @property
    def too_few(self):
        """Whether there are fewer than the workshop needs, and it is still to come."""
        taken = self.counts()["taken"]
        return self.case.state in workflow.COMING and taken < (self.context.minimum or 0)
