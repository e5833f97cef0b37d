"""The page of a workshop: dates, one's own seat, seats, and for the trainer who comes."""

from datetime import timedelta
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.workshops import operations
from kommunalhub.workshops import people
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops import workflow
from kommunalhub.workshops.browser import shown
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Rows of the short list of who registered.
NEWEST = 8
#: So long before its end an offer is told by the hour.
ONE_DAY = timedelta(days=1)


class WorkshopView(CaseView):
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
        found = operations.book_of(self.context).all()
        changed = {one.number: one for one in rules.settled(found, self.terms, self.now)}
        return [changed.get(one.number, one) for one in found]

    @property
    def is_released(self):
        return self.case.state in workflow.RELEASED

    @property
    def is_over(self):
        return self.case.state in (workflow.HELD, workflow.CANCELLED)

    @property
    def is_cancelled(self):
        return self.case.state == workflow.CANCELLED

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    def fingerprint(self):
        book = operations.book_of(self.context)
        return f"{super().fingerprint()}-{book.changes}-{self.now:%Y%m%d%H%M}"

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

    # One's own seat

    @cached_property
    def mine(self):
        """The registration of who looks, or None."""
        userid = asking.userid()
        if self.is_anonymous or userid is None:
            return None
        found = people.registration_of(self.context, userid)
        if found is None:
            return None
        settled = {one.number: one for one in self.registrations}
        one = settled[found.number]
        return one if one.state in rules.ACTIVE else None

    @property
    def my_state(self):
        """Return "registered", "offered", "waiting", or "" for who has not registered."""
        return self.mine.state if self.mine is not None else ""

    @property
    def my_place(self):
        return rules.place_of(self.registrations, self.mine.number, self.terms)

    @property
    def my_since(self):
        return formatting.moment(self.mine.made)

    @property
    def my_until(self):
        return formatting.moment(self.mine.until)

    @property
    def my_until_iso(self):
        return self.mine.until.isoformat()

    @property
    def online_link(self):
        """Return the link to take part, for those who have a seat and those who manage."""
        if self.my_state == rules.REGISTERED or self.may_manage:
            return self.context.online_link
        return None

    @cached_property
    def partner_of_mine(self):
        own = partners_of() if not self.is_anonymous else ()
        return own[0] if own else ""

    @cached_property
    def free_for_me(self):
        return rules.free_for(self.registrations, self.partner_of_mine, self.terms, self.now)

    @property
    def has_quota(self):
        return bool(self.terms.quotas_at(self.now).get(self.partner_of_mine))

    def own_partner(self):
        return short_title_of(self.partner_of_mine)

    @property
    def is_open(self):
        return self.terms.is_open(self.now)

    def why_not(self):
        """Return the sentence for why nobody can register now, or None."""
        if self.is_open or not self.is_released:
            return None
        if self.is_over:
            return None
        if self.terms.is_on and self.terms.opens is not None and self.now < self.terms.opens:
            return _(
                "workshop_opens",
                default="Registration begins on ${day}.",
                mapping={"day": formatting.day(self.terms.opens)},
            )
        return shown.REFUSED[rules.CLOSED]

    @property
    def may_register_others(self):
        return self.is_open and "Staff" in asking.roles()

    @property
    def may_leave(self):
        """Whether this person gives their seat back by themselves still."""
        if self.my_state != rules.REGISTERED:
            return True
        limit = min(self.terms.give_back_until or self.terms.start, self.terms.start)
        return self.now < limit

    @property
    def leave_until(self):
        day = self.context.give_back_until
        return formatting.day(day) if day is not None else None

    @property
    def can_register_by_mail(self):
        return self.is_anonymous and settings_of(api.portal.get()) is not None

    @property
    def login_url(self):
        return f"{api.portal.get().absolute_url()}/login?came_from={self.context.absolute_url()}"

    @property
    def months(self):
        return operations.retention_months()

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

    def next_dates(self):
        """Return up to three others of the same topics that are still to come, for who is late."""
        brains = api.portal.get_tool("portal_catalog")(
            portal_type=workflow.TYPE,
            review_state=workflow.PUBLISHED,
            start={"query": self.now, "range": "min"},
            sort_on="start",
        )
        own = set(self.context.topics or ())
        rows = [
            {"title": brain.Title, "url": brain.getURL(), "day": formatting.day(brain.start)}
            for brain in brains
            if self.context.UID() != brain.UID
            and (own & set((brain.case_extra or {}).get("topics", ())) or not own)
        ]
        return rows[:3]

    # For the trainer

    @cached_property
    def may_manage(self):
        return self.is_released and operations.may_manage(self.context)

    def newest(self):
        """Return those whose registration changed last, as rows."""
        found = sorted(self.registrations, key=lambda one: one.changed, reverse=True)
        return [self.row(one) for one in found[:NEWEST]]

    def row(self, one):
        return row_of(one, self.registrations, self.terms)

    @property
    def needs_count(self):
        return sum(bool(one.needs) for one in self.registrations if one.state in rules.ACTIVE)

    @property
    def too_few(self):
        """Whether there are fewer than the workshop needs, and it is still to come."""
        taken = self.counts()["taken"]
        return self.case.state in workflow.COMING and taken < (self.context.minimum or 0)


def row_of(one, registrations, terms, places=None):
    """Return what the trainer sees of a registration."""
    place = None
    if one.state == rules.WAITING:
        place = places[one.number] if places else rules.place_of(registrations, one.number, terms)
    return {
        "number": one.number,
        "name": one.name,
        "email": one.email,
        "partner": short_title_of(one.partner) or one.organisation,
        "state": shown.STATES[one.state],
        "look": shown.LOOKS[one.state],
        "place": place,
        "until": formatting.moment(one.until) if one.state == rules.OFFERED else None,
        "needs": one.needs,
        "since": formatting.moment(one.made),
        "attended": one.attended,
        "why": one.why_absent,
        "is_active": one.state in rules.ACTIVE,
        "has_seat": one.state == rules.REGISTERED,
    }
