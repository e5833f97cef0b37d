"""The page of a ticket."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.core import formatting
from kommunalhub.support.browser.clock import due_of
from kommunalhub.support.browser.clock import durations
from kommunalhub.support.browser.clock import goal_rows
from kommunalhub.support.browser.clock import stretch_rows
from kommunalhub.support.clock import operations as clock
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.interfaces import ITicketPart
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getAdapters


class TicketView(CaseView):
    """What does not work, how the clock stands, and what was said."""

    clock_html = ViewPageTemplateFile("templates/clock.pt")

    def facts(self):
        names = ["urgency", "category", "device", "for_whom"]
        return [
            (_("fieldset_ticket", default="The problem"), self.rows(ISupportTicket, names)),
        ]

    def extra_sections(self):
        if not self.is_involved:
            return []
        return [(_("heading_clock", default="How the clock runs"), self.clock_html())]

    def talk_sections(self):
        """Return what the rooms of support add, see ITicketPart."""
        found = getAdapters((self.context, self.request), ITicketPart)
        parts = sorted((part for _name, part in found), key=lambda part: part.order)
        shown = ((part, part.html()) for part in parts)
        return [{"id": part.id, "title": part.title, "html": html} for part, html in shown if html]

    def goals(self):
        return goal_rows(clock.goals_of(self.context))

    def stretches(self):
        return stretch_rows(clock.story_of(self.context))

    def counted(self):
        """Return how much service time the solution has taken."""
        goals = clock.goals_of(self.context)
        return durations(goals["solution"].used) if goals else ""

    @cached_property
    def due(self):
        """When it is due to the minute, not by working days."""
        return due_of(self.context.due, formatting.now())
