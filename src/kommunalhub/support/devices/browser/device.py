"""The page of one device: what it is, what can be booked with it, what was reported of it."""

from functools import cached_property
from html import escape
from kommunalhub import _
from kommunalhub.approvals.answers.facts import fact_rows
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site_url
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support import workflow as tickets
from kommunalhub.support.devices import finding
from kommunalhub.support.devices import rules
from kommunalhub.support.devices.browser.listing import LOOKS
from kommunalhub.support.devices.browser.listing import WARRANTIES
from kommunalhub.support.devices.interfaces import IDevice
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView


NAMES = ("kind", "number", "place", "person", "condition", "purchased", "warranty", "remark")
#: So many tickets are shown, the newest first.
MOST = 50


class DeviceView(BrowserView):
    """Everything that who asks may see of it."""

    @property
    def label(self):
        return rules.label_of(self.context.title, self.context.number)

    @property
    def report_url(self):
        return f"{site_url()}/@@stoerung-melden?device={IUUID(self.context)}"

    @property
    def code_url(self):
        return f"{self.context.aq_parent.absolute_url()}/@@qr-etiketten?uid={IUUID(self.context)}"

    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    def facts(self):
        formats = {"remark": paragraphs}
        rows = fact_rows(self.context, self.request, IDevice, NAMES, formats)
        partner = short_title_of(self.context.partner) if self.context.partner else None
        if partner:
            rows.insert(2, (_("label_partner", default="Administration"), partner))
        space = self.space
        if space is not None:
            link = f'<a href="{escape(space.getURL())}">{escape(space.Title)}</a>'
            rows.append((_("label_device_space", default="Bookable space"), Html(link)))
        return rows

    @cached_property
    def space(self):
        """The brain of its bookable space, None for who may not see it."""
        uid = self.context.space
        found = catalog()(UID=uid, portal_type="Space") if uid else ()
        return found[0] if found else None

    def warranty(self):
        """Return {look, text} of a warranty that ends soon or is over."""
        state = rules.warranty(self.context.warranty, finding.today())
        return {"look": LOOKS[state], "text": WARRANTIES[state]} if state in LOOKS else None

    @cached_property
    def found(self):
        return catalog()(
            portal_type=tickets.TYPE,
            support_device=IUUID(self.context),
            sort_on="created",
            sort_order="descending",
        )

    def tickets(self):
        """Return the tickets of this device that who asks may see, the newest first."""
        make = Rows()
        return [
            {**make.plain(brain), "made": formatting.day(brain.created.asdatetime())}
            for brain in self.found[:MOST]
        ]
