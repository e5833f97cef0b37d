"""@@angaben of a page with slots: an administration's editors fill in what is theirs."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.revisions import is_revision
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.editorial.shared import operations
from kommunalhub.editorial.shared import rules
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
        if not self.slots or is_revision(self.context):
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

    def choices(self):
        """Return [{title, url, current}] of the administrations one fills in for, if several."""
        known = [get_partner(one) for one in operations.fillable()]
        return [
            {
                "title": one.title,
                "url": f"{self.url}?partner={one.id}",
                "current": "page" if one.id == self.partner.id else None,
            }
            for one in sorted(known, key=lambda one: one.title)
            if len(known) > 1
        ]

    @property
    def version(self):
        return operations.version_of(self.context, self.partner.id)

    def fields(self):
        """Return [{name, label, value, usual, error}], a field for each slot."""
        last = self.last
        return [
            self.field_of(slot, self.typed.get(slot, last[slot] if last is not None else ""))
            for slot in self.slots
        ]

    def field_of(self, slot, value):
        name, error = rules.field_of(slot), self.errors.get(slot)
        usual = rules.lines_of(operations.usual(self.partner.id, slot))
        return {
            "name": name,
            "label": slot,
            "value": value,
            "usual": usual,
            "error": error,
        }

    @cached_property
    def last(self):
        return operations.last_of(self.context, self.partner.id)

    def earlier_url(self):
        """Return where the text stands as it was filled last, None where it is the same."""
        if not operations.looks_again(self.context, self.partner.id):
            return None
        day = formatting.to_local(self.last.when).date()
        return f"{self.context.absolute_url()}/@@stand-am?date={day.isoformat()}"

    typed = {}

    def post(self):
        if self.field("partner") not in operations.fillable():
            raise Unauthorized("@@angaben")
        known = {rules.field_of(slot): slot for slot in self.slots}
        self.typed = {slot: self.field(name) for name, slot in known.items()}
        if not {n for n in self.request.form if n.startswith("slot-")} <= set(known):
            return self.too_late()  # a gap has got another name
        sent = self.field("version")
        version = int(sent) if sent.isdecimal() and len(sent) <= 9 else -1
        try:
            operations.fill(self.context, self.partner.id, self.typed, version)
        except operations.Wrong as wrong:
            self.errors = wrong.errors
            self.request.response.setStatus(400)
            return self.template()
        except operations.Overtaken:
            return self.too_late()
        return self.lead_to(self.page_url, _("message_shared_saved", default="Saved."))

    def too_late(self):
        self.overtaken = True
        self.request.response.setStatus(409)
        return self.template()
