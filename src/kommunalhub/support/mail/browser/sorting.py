"""@@aus-der-post: mails that wait for somebody of support, each with its reason."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.support import operations as support
from kommunalhub.support.mail import parking
from kommunalhub.support.mail import rules
from kommunalhub.support.mail import sorting
from kommunalhub.support.mail import storage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: More are counted, not shown.
SHOWN = 50
REASONS = {
    rules.UNKNOWN: _("parked_unknown", default="Nobody has an account with this address."),
    rules.SEVERAL: _("parked_several", default="Several accounts have this address."),
    rules.AGENT: _(
        "parked_agent",
        default="It claims to be an answer of support, without the mark that a letter to this "
        "person has.",
    ),
    rules.MASS: _("parked_mass", default="It went to many people at once."),
    rules.FLOOD: _("parked_flood", default="Many mails came from this address within an hour."),
    rules.REFUSED: _(
        "parked_refused", default="Its sender may write nothing on this ticket at present."
    ),
    rules.UNPROVEN: _(
        "parked_unproven", default="Our mail server does not confirm that the sender is real."
    ),
    rules.LOOP: _("parked_loop", default="A mail of the hub itself"),
    rules.BOUNCE: _("parked_bounce", default="A mail could not be delivered"),
    rules.ABSENCE: _("parked_absence", default="Somebody is away"),
    rules.AUTOMATIC: _("parked_automatic", default="Sent by a program"),
    rules.LIST: _("parked_list", default="Circular or newsletter"),
    "large": _("parked_large", default="It is too large to be read."),
    "nested": _("parked_nested", default="Its parts stand too deep in each other to be read."),
    "memory": _("parked_memory", default="It takes too much memory to be read."),
    "broken": _("parked_broken", default="It is damaged and cannot be read."),
    "died": _("parked_died", default="Reading it took too long or failed."),
}


class Sorting(OwnPage):
    """What waits, oldest first, with two forms each; below it what programs have sent."""

    template = ViewPageTemplateFile("templates/sorting.pt")
    wrong = {}

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@aus-der-post"

    @cached_property
    def store(self):
        return storage.section_of(self.portal)

    @cached_property
    def waiting(self):
        return parking.waiting(self.store)

    @cached_property
    def unattended(self):
        return parking.unattended(self.store)

    def rows(self):
        return [self.row(item) for item in self.waiting[:SHOWN]]

    def others(self):
        return [self.row(item) for item in self.unattended[:SHOWN]]

    def row(self, item):
        ticket = support.ticket_of(item.ticket) if item.ticket else None
        return {
            "id": item.id,
            "who": f"{item.name} <{item.address}>" if item.name else item.address,
            "subject": item.subject,
            "reason": REASONS[item.reason],
            "when": formatting.moment(item.when),
            "iso": item.when.isoformat(),
            "text": paragraphs(item.text),
            "files": ", ".join(name for name, _size in item.files),
            "ticket": None
            if ticket is None
            else {"url": ticket.absolute_url(), "number": ticket.case_number},
            "original": f"{self.context.absolute_url()}/@@parked-original?mail={item.id}",
            "may_be_guest": sorting.may_be_guest(item),
            "person": self.typed(item, "person") or self.guessed(item),
            "why": self.typed(item, "reason"),
            "wrong_person": self.error(item, "person"),
            "wrong_reason": self.error(item, "reason"),
        }

    @staticmethod
    def guessed(item):
        """Return what the form begins with: the address, where somebody has an account with it."""
        return item.address if item.reason not in (rules.UNKNOWN, rules.SEVERAL) else ""

    def typed(self, item, name):
        return self.wrong.get(name, "") if self.wrong.get("id") == item.id else ""

    def error(self, item, name):
        mine = self.wrong.get("id") == item.id and self.wrong.get("field") == name
        return self.wrong["message"] if mine else None

    @property
    def problem(self):
        """What is wrong with no field of the page."""
        return self.wrong["message"] if self.wrong and not self.wrong.get("field") else None

    def post(self):
        item, person, reason = (self.field(name) for name in ("mail", "person", "reason"))
        try:
            if self.field("discard"):
                sorting.discard(self.portal, item, reason)
                return self.lead_to(self.url, _("parked_discarded", default="It is discarded."))
            if self.field("guest"):
                ticket = sorting.confirm_guest(self.portal, item)
            else:
                ticket = sorting.confirm(self.portal, item, person)
        except sorting.Undecided as error:
            self.request.response.setStatus(400 if error.field else 409)
            self.wrong = {
                "id": item,
                "person": person,
                "reason": reason,
                "field": error.field,
                "message": error.args[0],
            }
            return self.template()
        told = _(
            "parked_confirmed",
            default="It is ticket ${number} now.",
            mapping={"number": ticket.case_number},
        )
        return self.lead_to(self.url, told)
