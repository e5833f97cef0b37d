"""@@angaben of a page with slots: an administration's editors fill in what is theirs."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.editorial.shared import operations
from kommunalhub.editorial.shared import rules
from kommunalhub.editorial.shared import storage
from kommunalhub.partners.membership import get_partner
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized


class Fill(OwnPage):
    """A field for each slot; what is there already stands in it."""

    page = ViewPageTemplateFile("templates/fill.pt")
    errors = {}
    overtaken = False

    def __call__(self):
        if not operations.fillable():
            raise Unauthorized("@@angaben")
        if not self.slots:
            raise NotFound("@@angaben")
        return super().__call__()

    def template(self):
        return self.page()

    @cached_property
    def slots(self):
        return operations.slots_of(self.context)

    @cached_property
    def partner(self):
        """Return the administration that is filled in: the one asked for, else one's first."""
        known, asked = operations.fillable(), self.field("partner")
        return get_partner(asked if asked in known else known[0])

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@angaben"

    @property
    def page_url(self):
        return f"{self.context.absolute_url()}?partner={self.partner.id}"

    @property
    def version(self):
        return operations.version_of(self.context, self.partner.id)

    def fields(self):
        """Return [{name, label, value, help, error}], a field for each slot."""
        last = rules.at(storage.entries_of(self.context, self.partner.id), None)
        return [
            {
                "name": f"slot-{place}",
                "label": slot,
                "value": self.typed.get(slot, last[slot] if last is not None else ""),
                "usual": rules.lines_of(operations.usual(self.partner.id, slot)),
                "error": self.errors.get(slot),
            }
            for place, slot in enumerate(self.slots)
        ]

    typed = {}

    def post(self):
        if self.field("partner") not in operations.fillable():
            raise Unauthorized("@@angaben")
        self.typed = {slot: self.field(f"slot-{place}") for place, slot in enumerate(self.slots)}
        sent = self.field("version")
        version = int(sent) if sent.isdecimal() and len(sent) <= 9 else -1
        try:
            operations.fill(self.context, self.partner.id, self.typed, version)
        except operations.Wrong as wrong:
            self.errors = wrong.errors
            self.request.response.setStatus(400)
            return self.template()
        except operations.Overtaken:
            self.overtaken = True
            self.request.response.setStatus(409)
            return self.template()
        return self.lead_to(self.page_url, _("message_shared_saved", default="Saved."))
