"""Tickets and the answers made of them point to each other."""

from kommunalhub import _
from kommunalhub.core.origins import IOrigin
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.interfaces import ITicketPart
from kommunalhub.support.learning import answers
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(ITicketPart)
@adapter(ISupportTicket, Interface)
class Answers(BrowserView):
    """Which answers were made of a ticket, and for support the way to a new one."""

    order = 60
    id = "antworten"
    title = _("heading_ticket_answers", default="What it teaches")
    template = ViewPageTemplateFile("browser/templates/part.pt")

    def html(self):
        self.rows = answers.answers_of(self.context)
        self.may_make = answers.may_make(self.context)
        return self.template() if self.rows or self.may_make else ""

    @property
    def make_url(self):
        return f"{self.context.absolute_url()}/@@antwort-schreiben"


@implementer(IOrigin)
@adapter(Interface, Interface)
class Origin:
    """The ticket that an answer was made of, for who may see it."""

    def __init__(self, content, request):
        self.content = content

    def links(self):
        brain = answers.ticket_of(self.content)
        return [] if brain is None else [{"title": brain.Title, "url": brain.getURL()}]
