"""The page of a ticket."""

from functools import cached_property
from hashlib import sha256
from kommunalhub import _
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.browser.story import story_of
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.kept import kept
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import site_url
from kommunalhub.support.browser.clock import due_of
from kommunalhub.support.browser.clock import durations
from kommunalhub.support.browser.clock import goal_rows
from kommunalhub.support.browser.clock import stretch_rows
from kommunalhub.support.clock import operations as clock
from kommunalhub.support.desk import talk
from kommunalhub.support.desk.browser.presence import sentences
from kommunalhub.support.desk.joining import reading
from kommunalhub.support.devices import places
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.interfaces import ITicketPart
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getAdapters
from zope.component import getMultiAdapter


READS_ALONG = _("label_reads_along", default="Reads this, too")
#: Shows a ticket itself that is worked on with another one.
OWN = "own"
#: The form that answers are written in.
MESSAGE_FORM = "message-form"


def on_other(title, other):
    """Return the title of an entry that stands in the journal of another ticket."""
    mapping = {"title": title, "number": other.case_number}
    return _("journal_on_other", default="${title} (${number})", mapping=mapping)


class TicketView(CaseView):
    """What does not work, how the clock stands, and what was said."""

    clock_html = ViewPageTemplateFile("templates/clock.pt")
    talk_html = ViewPageTemplateFile("templates/talk.pt")
    desk_html = ViewPageTemplateFile("templates/desk.pt")

    def __call__(self):
        into = None if self.request.form.get(OWN) else reading.goes_on_in(self.context)
        if into is not None and self.request.method in ("GET", "HEAD"):
            return self.request.response.redirect(into.absolute_url())
        return super().__call__()

    @cached_property
    def with_others(self):
        """The tickets that are worked on together with this one, as far as they may be seen."""
        return reading.shown_with(self.context)

    def fingerprint(self):
        heads = [IJournal(other).head for other in self.with_others]
        return sha256("\n".join((super().fingerprint(), *heads)).encode()).hexdigest()

    def story(self):
        """Return what happened, with what happened on tickets worked on together, newest first."""
        story = super().story()
        for other in self.with_others:
            found = story_of(other, list(IJournal(other)))
            story += [{**entry, "title": on_other(entry["title"], other)} for entry in found]
        return sorted(story, key=lambda entry: entry["iso"], reverse=True)

    def speaking_html(self):
        """Return what was said, then the forms to say more, and what helps to write."""
        return self.talk_html() + super().speaking_html() + self.desk_html()

    @cached_property
    def helps(self):
        """Whether who looks answers this ticket."""
        return reads_notes(self.context)

    def presences(self):
        """Return a sentence for each who has the ticket open, as the page is drawn."""
        return sentences(self.context)

    @property
    def draft_key(self):
        """What a draft is kept by: whose it is, and of which ticket."""
        return f"{current_actor().userid} {self.context.UID()}"

    def script(self):
        return static_url("desk.js", site_url())

    def textblocks(self):
        beside = getMultiAdapter((self.context, self.request), name="hub-textblocks")
        said = self.conversation_said or {}
        texts = [self.context.Title(), self.context.description or "", said.get("text")]
        return beside.html("support", MESSAGE_FORM, texts)

    @cached_property
    def talk(self):
        """What was said on this ticket and those worked on with it, oldest first."""
        return talk.talk_of([self.context, *self.with_others])

    def facts(self):
        names = ["urgency", "category", "device", "for_whom"]
        return [
            (_("fieldset_ticket", default="The problem"), self.told(names)),
        ]

    def told(self, names):
        """Return the rows of what was reported; the device leads to its page."""
        page, beside = places.page_of(self.context), kept(self.context, "for_user")
        label = ISupportTicket["device"].title
        rows = [
            (title, places.as_link(page, value) if page and title == label else value)
            for title, value in self.rows(ISupportTicket, names)
        ]
        return rows + ([(READS_ALONG, name_of(beside))] if beside else [])

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
