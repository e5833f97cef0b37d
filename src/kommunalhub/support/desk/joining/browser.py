"""What belongs to a ticket, on its page; and `@@join`, where support puts tickets together."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core.kept import kept
from kommunalhub.support import operations as support
from kommunalhub.support.desk.joining import operations
from kommunalhub.support.desk.joining import reading
from kommunalhub.support.interfaces import ITicketPart
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from zope.interface import implementer


MERGE, PART, SPLIT, LINK, UNLINK = ACTS = ("merge", "part", "split", "link", "unlink")
DONE = {
    MERGE: _("message_merged", default="Both are worked on together now. Here it goes on."),
    PART: _("message_parted", default="The ticket goes by itself again."),
    SPLIT: _("message_split", default="The message is a ticket of its own now."),
    LINK: _("message_linked", default="The tickets know of each other now."),
    UNLINK: _("message_unlinked", default="The tickets are no longer linked."),
}
UNKNOWN = _("error_join_act", default="This cannot be done with a ticket.")
#: So much of a message is shown where one is chosen.
SHORT = 90


@implementer(ITicketPart)
class Joined(BrowserView):
    """What belongs to the ticket; for who reported it as far as it is theirs."""

    order, id = 20, "zusammen"
    title = _("heading_joined", default="What belongs to it")
    template = ViewPageTemplateFile("templates/joined.pt")

    def html(self):
        if not (self.helps or self.merged or self.together or self.related):
            return ""
        return self.template()

    @cached_property
    def helps(self):
        return reads_notes(self.context)

    @cached_property
    def merged(self):
        """Whether the ticket is worked on with another one."""
        return bool(kept(self.context, "merged"))

    @cached_property
    def together(self):
        return reading.rows_of(self.context.takes_in)

    @cached_property
    def related(self):
        return reading.rows_of(self.context.related)

    @cached_property
    def alike(self):
        return reading.alike(self.context) if self.helps else []

    @property
    def join_url(self):
        return f"{self.context.absolute_url()}/@@join"


class Join(Joined):
    """GET shows the forms, POST takes act and what it needs: ticket; or message and title."""

    page = ViewPageTemplateFile("templates/join.pt")
    problem = None
    problem_at = None

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            return self.post()
        try:
            operations.require_desk(self.context)
        except ApprovalError as error:
            return case_page(self.context, self.request, status_of(error), problem=error.args[0])
        return self.page()

    def post(self):
        act_ = self.sent("act")
        try:
            target = act(self.context, act_, self.sent("ticket"), self.sent("message"), self.typed)
        except ApprovalError as error:
            if status_of(error) == 403:
                return case_page(self.context, self.request, 403, problem=error.args[0])
            self.problem, self.problem_at = error.args[0], getattr(error, "field", None)
            self.request.response.setStatus(status_of(error))
            return self.page()
        IStatusMessage(self.request).add(DONE[act_])
        self.request.response.redirect(target.absolute_url(), status=303)
        return ""

    def sent(self, name):
        return text(self.request.form.get(name)).strip()

    @property
    def typed(self):
        return self.sent("title")

    @property
    def number(self):
        return self.sent("ticket") or ""

    @property
    def token(self):
        return createToken()

    def wrong(self, name):
        """Return the sentence that stands at a field, or None."""
        return self.problem if self.problem_at == name else None

    def messages(self):
        """Return [{value, title, selected}] of what can become a ticket of its own."""
        chosen = self.sent("message")
        return [
            {
                "value": str(entry["seq"]),
                "title": shortened(entry["comment"]),
                "selected": "selected" if str(entry["seq"]) == chosen else None,
            }
            for entry in operations.messages_of(self.context)
            if entry["comment"]
        ]

    def into(self):
        """Return the number of the ticket that this one is worked on with."""
        found = support.merged_into(self.context)
        return found.case_number if found is not None else ""


def act(ticket, name, other="", message="", title=""):
    """Do one of ACTS with a ticket; return the ticket where it goes on. Raises ApprovalError."""
    operations.require_desk(ticket)
    if name == MERGE:
        operations.merge(ticket, operations.find(other))
        return support.merged_into(ticket)
    if name == PART:
        operations.part(ticket)
        return ticket
    if name == SPLIT:
        number = int(message) if message.isdecimal() and len(message) < 10 else 0
        return operations.split(ticket, number, title)
    if name == LINK:
        operations.link(ticket, operations.find(other))
        return ticket
    if name == UNLINK:
        operations.unlink(ticket, other)
        return ticket
    raise operations.WrongChoice(UNKNOWN, "act")


def shortened(words):
    """Return the beginning of a text in one line."""
    words = " ".join(words.split())
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"
