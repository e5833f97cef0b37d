"""The page of a space, and its terms in sentences."""

from kommunalhub import _
from kommunalhub.approvals.answers.facts import as_html
from kommunalhub.approvals.answers.facts import fact_rows
from kommunalhub.booking import refusals
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import ISpace
from kommunalhub.core import asking
from kommunalhub.core.messages import filled
from kommunalhub.core.pictures.tags import tag_of
from kommunalhub.core.tools import site_url
from plone import api
from Products.Five import BrowserView
from zExceptions import NotFound


HOURS = _("term_hours", default="Open: ${hours}; closed on public holidays.")
NOTICE = _("term_notice", default="Booked at least ${length} ahead.")
HORIZON = _("term_horizon", default="Booked at most ${days} days ahead.")
LENGTH = _("term_length", default="For ${shortest} to ${longest} at once.")
BUFFERS = _(
    "term_buffers",
    default="Minutes kept free before and after for setting up and clearing: "
    "${before} and ${after}.",
)
CHECK_IN = _(
    "term_check_in",
    default="Who has not checked in ${length} after the beginning loses the place.",
)
USERS = {
    rules.EVERYBODY: _("term_everybody", default="Everybody with an account books it."),
    rules.STAFF: _("term_staff", default="People of the administrations and the hub book it."),
    rules.APPROVED: _(
        "term_approved", default="Whoever has an approved application books it in its period."
    ),
}
ON_REQUEST = _(
    "term_on_request",
    default="Some bookings have to be approved first; the space is kept for you until then.",
)
FREE = _("term_free_of_charge", default="Free of charge for everybody.")
NOBODY = _("term_nobody", default="The hub management books it; please ask there.")
QUOTAS = {
    (rules.PERSON, rules.DAYS, rules.WEEK): _(
        "term_person_days_week", default="Days a week and person, at most: ${amount}."
    ),
    (rules.PERSON, rules.DAYS, rules.MONTH): _(
        "term_person_days_month", default="Days a month and person, at most: ${amount}."
    ),
    (rules.PERSON, rules.HOURS, rules.WEEK): _(
        "term_person_hours_week", default="Hours a week and person, at most: ${amount}."
    ),
    (rules.PERSON, rules.HOURS, rules.MONTH): _(
        "term_person_hours_month", default="Hours a month and person, at most: ${amount}."
    ),
    (rules.PARTNER, rules.DAYS, rules.WEEK): _(
        "term_partner_days_week", default="Days a week and administration, at most: ${amount}."
    ),
    (rules.PARTNER, rules.DAYS, rules.MONTH): _(
        "term_partner_days_month", default="Days a month and administration, at most: ${amount}."
    ),
    (rules.PARTNER, rules.HOURS, rules.WEEK): _(
        "term_partner_hours_week", default="Hours a week and administration, at most: ${amount}."
    ),
    (rules.PARTNER, rules.HOURS, rules.MONTH): _(
        "term_partner_hours_month", default="Hours a month and administration, at most: ${amount}."
    ),
}


class Terms(BrowserView):
    """The terms of a space as translatable sentences: a list for templates, no page of its own."""

    def __call__(self):
        raise NotFound(self.__name__)

    def sentences(self):
        space = self.context
        lines = ", ".join(filter(None, map(str.strip, (space.opening or "").splitlines())))
        found = [filled(HOURS, {"hours": lines})]
        if space.notice:
            found.append(filled(NOTICE, {"length": refusals.length_text(60 * space.notice)}))
        if space.horizon:
            found.append(filled(HORIZON, {"days": space.horizon}))
        lengths = {
            name: refusals.length_text(getattr(space, name)) for name in ("shortest", "longest")
        }
        found.append(filled(LENGTH, lengths))
        if space.buffer_before or space.buffer_after:
            mapping = {"before": space.buffer_before or 0, "after": space.buffer_after or 0}
            found.append(filled(BUFFERS, mapping))
        if space.check_in:
            found.append(filled(CHECK_IN, {"length": refusals.length_text(space.check_in)}))
        for whose, amount in (
            (rules.PERSON, space.person_quota),
            (rules.PARTNER, space.partner_quota),
        ):
            if amount:
                message = QUOTAS[whose, space.quota_unit, space.quota_period]
                found.append(filled(message, {"amount": amount}))
        if space.on_request:
            found.append(ON_REQUEST)
        if space.free_of_charge:
            found.append(FREE)
        users = [sentence for user, sentence in USERS.items() if user in (space.bookable_by or ())]
        return [*found, *(users or [NOBODY])]


class SpaceView(BrowserView):
    """What the space is and has, on what terms it is booked, and the way there."""

    def facts(self):
        """Return [(label, html)] of kind, seats, equipment and what it is part of."""
        names = ["kind", "seats", "equipment", "part_of"]
        rows = fact_rows(self.context, self.request, ISpace, names)
        return [(label, as_html(value, self.request)) for label, value in rows]

    def picture(self):
        """Return the tag of the picture of the space, or None."""
        return tag_of(self.context, self.request)

    @property
    def apply_url(self):
        return f"{site_url()}/@@arbeitsplatz-beantragen"

    @property
    def calendar_url(self):
        return f"{self.context.aq_parent.absolute_url()}/@@kalender"

    @property
    def prices_url(self):
        return f"{self.context.aq_parent.absolute_url()}/@@preise"

    def may_book(self):
        return asking.may(rights.BOOK, self.context)

    def may_close(self):
        return rights.may_manage()

    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    def state_note(self):
        """Return a sentence where not everybody sees the space yet, or None."""
        if api.content.get_state(self.context) == "public":
            return None
        return _("space_not_public", default="This space is not public yet.")
