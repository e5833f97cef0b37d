"""On the page of a ticket: that it was reported without an account, and where letters go."""

from kommunalhub import _
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.security.guests import operations as guests
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.interfaces import ITicketPart
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(ITicketPart)
@adapter(ISupportTicket, Interface)
class Reporter(BrowserView):
    """Who reported it, for support and the hub management."""

    order = 5
    id = "ohne-konto"
    title = _("heading_without_account", default="Reported without an account")
    template = ViewPageTemplateFile("browser/templates/part.pt")

    def html(self):
        self.guest = guests.get(self.context.Creator())
        return self.template() if self.guest is not None and reads_notes(self.context) else ""
