"""One's own seat on the page of a workshop: which state it is in, what can be done about it."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.notices.delivery import settings_of
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.workshops import answering
from kommunalhub.workshops import entrance
from kommunalhub.workshops import people
from kommunalhub.workshops import retention
from kommunalhub.workshops import rules
from kommunalhub.workshops.browser import shown
from kommunalhub.workshops.browser.excuses import Excusing
from kommunalhub.workshops.evaluation.operations import state_for


class OwnSeat(Excusing):
    """What the page of a workshop says to who looks about their own registration.

    The view it is part of has `registrations`, `terms`, `now`, `is_released`, `is_over`.
    """

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

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
    def sees_links(self):
        """Whether who looks is told how to take part online."""
        return self.my_state == rules.REGISTERED or self.may_manage

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
        return not rules.is_late(self.mine, self.terms, self.now)

    @property
    def leave_until(self):
        day = self.context.give_back_until
        return formatting.day(day) if day is not None else None

    @property
    def has_questions(self):
        return bool(answering.questions_of(self.context))

    @property
    def is_incomplete(self):
        return bool(answering.missing(self.context, self.mine))

    entrance_label = shown.ENTRANCE

    @property
    def entrance_code(self):
        return entrance.code_for(site(), self.context, self.mine, self.case.state)

    @property
    def evaluation(self):
        """Return whether this person may say how it was, or has; see evaluation.operations."""
        return state_for(self.context, self.mine)

    @property
    def may_change_answers(self):
        return not self.is_over and self.now < self.terms.start

    @property
    def can_register_by_mail(self):
        return self.is_anonymous and settings_of(site()) is not None

    @property
    def login_url(self):
        return f"{site_url()}/login?came_from={self.context.absolute_url()}"

    @property
    def months(self):
        return retention.retention_months()
