"""`@@zweite-ebene` on the section of support: what the second level has been handed over.

Nothing here asks a ticket for more than was handed over and what its own people have answered.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.support import queue
from kommunalhub.support.desk.secondlevel import operations
from kommunalhub.support.desk.secondlevel import reading
from kommunalhub.support.desk.secondlevel import showing
from kommunalhub.support.desk.secondlevel.letters import PAGE
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized


SENT = _("message_second_replied", default="Thank you. Support has your answer.")


class Theirs(OwnPage):
    """The list; with `ticket` one of them, and the form to answer."""

    template = ViewPageTemplateFile("templates/theirs.pt")
    problem = None
    problem_at = None

    def __call__(self):
        if not queue.is_second_level():
            raise Unauthorized(PAGE)
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{PAGE}"

    @cached_property
    def ticket(self):
        """The ticket that was asked for, None for the list."""
        uid = self.field("ticket")
        found = operations.handed_by(uid)
        if uid and found is None:
            raise NotFound("ticket")
        return found

    def rows(self):
        return [
            {
                **row,
                "url": f"{self.url}?ticket={row['uid']}",
                "when": showing.moment(row["since"]),
            }
            for row in reading.with_second_level()
        ]

    def heading(self):
        return operations.hand_of(self.ticket).parcels[-1].title

    def parcel(self):
        return showing.parcel_of(self.ticket)

    def replies(self):
        return showing.replies_of(self.ticket)

    def typed(self):
        return self.field("text")

    def post(self):
        if self.ticket is None:
            raise NotFound("ticket")
        try:
            operations.reply(self.ticket, self.field("act"), self.field("text"))
        except ApprovalError as error:
            self.problem, self.problem_at = error.args[0], getattr(error, "field", None)
            self.request.response.setStatus(status_of(error))
            return self.template()
        return self.lead_to(f"{self.url}?ticket={self.ticket.UID()}", SENT)
