"""The part of a ticket's page about what cannot be booked, and @@blockieren: block it or not."""

from datetime import timedelta
from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import said
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.kept import kept
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import name_of
from kommunalhub.partners.substitution.browser import moments
from kommunalhub.support import workflow
from kommunalhub.support.devices import blocking
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.interfaces import ITicketPart
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import Interface


FIELDS = {
    "until_date": _("label_block_until", default="Blocked until (day)"),
    "until_time": _("label_booking_to", default="until (time)"),
    "reason": _("label_closing_reason", default="Reason"),
}
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME_WRONG = _("error_substitution_time", default="Please write the time like 8:00.")
REASON = _("block_reason", default="Does not work: ${device}")
BLOCKED = _("message_blocked", default="${space} cannot be booked until ${until}.")
LIFTED = _("message_lifted", default="${space} can be booked again.")
#: What is proposed: a week.
PROPOSED = timedelta(days=7)


def may_block(ticket):
    """Return whether who asks may block what a ticket is about."""
    return asking.may("Modify portal content", ticket)


@implementer(ITicketPart)
@adapter(ISupportTicket, Interface)
class BlockPart:
    """Tells everybody who reads the ticket what is blocked, and support how to change it."""

    order = 40
    id = "buchungen"
    title = _("heading_block", default="Bookings")
    template = ViewPageTemplateFile("templates/blockpart.pt")

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def html(self):
        if self.space is None or not (self.holds or self.may_block):
            return ""
        return self.template()

    @cached_property
    def space(self):
        return blocking.space_of(self.context)

    @property
    def holds(self):
        known = kept(self.context, "blocked")
        return known is not None and known.holds and known.end > formatting.now()

    def until(self):
        return formatting.moment(self.context.blocked.end)

    @cached_property
    def may_block(self):
        return may_block(self.context)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@blockieren"


class BlockPage(OwnPage):
    """Asks until when and why; what is booked then is shown before it is given back."""

    template = ViewPageTemplateFile("templates/block.pt")
    #: What would be given back, once it was looked at.
    shown = None

    def __call__(self):
        self.errors = {}
        self.typed = {name: self.field(name).strip() for name in FIELDS}
        if self.request.method != "POST":
            self.typed = self.proposed()
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@blockieren"

    @cached_property
    def space(self):
        return blocking.space_of(self.context)

    @property
    def holds(self):
        known = kept(self.context, "blocked")
        return known is not None and known.holds

    def is_open(self):
        tool = self.portal.portal_workflow
        return tool.getInfoFor(self.context, "review_state") in workflow.OPEN

    def label(self, name):
        return FIELDS[name]

    def proposed(self):
        known = kept(self.context, "blocked")
        end = formatting.to_local(known.end if known else formatting.now() + PROPOSED)
        device = blocking.label_of(self.context)
        reason = known.reason if known else self.said(REASON, device=device)
        clock = f"{end:%H:%M}" if known else ""
        return {"until_date": f"{end:%Y-%m-%d}", "until_time": clock, "reason": reason}

    def said(self, message, **mapping):
        return translate(filled(message, mapping), context=self.request)

    def problems(self):
        return [
            {"field": name, "label": label, "message": self.errors[name]}
            for name, label in FIELDS.items()
            if name in self.errors
        ]

    @cached_property
    def until(self):
        """The moment that was typed, None with a sentence in `errors`; no time means the end."""
        try:
            day = moments.day_of(self.typed["until_date"])
        except ValueError:
            self.errors["until_date"] = DAY_WRONG
            return None
        clock = self.typed["until_time"]
        try:
            return moments.end_of(day, moments.time_of(clock) if clock else None)
        except (OverflowError, ValueError):
            self.errors["until_time"] = TIME_WRONG
            return None

    def post(self):
        if self.space is None or not self.is_open():
            return self.lead_to(self.context.absolute_url())
        if self.field("lift"):
            blocking.forget(self.context)
            message = filled(LIFTED, space=self.space.Title())
            return self.lead_to(self.context.absolute_url(), message)
        if self.until is None:
            return self.refused()
        if not self.field("confirmed"):
            self.shown = [
                {"when": said.when(one.span), "who": name_of(one.holder) if one.holder else ""}
                for one in blocking.hits(self.context, self.until)
            ]
            return self.template()
        try:
            blocking.block(self.context, self.until, self.typed["reason"])
        except blocking.BlockRefused as refusal:
            self.errors = {
                {"until": "until_date"}.get(name, name): told
                for name, told in refusal.errors.items()
            }
            return self.refused()
        mapping = {"space": self.space.Title(), "until": formatting.moment(self.until)}
        return self.lead_to(self.context.absolute_url(), filled(BLOCKED, mapping))

    def refused(self):
        self.request.response.setStatus(400)
        return self.template()
