"""GET and POST @joined on a ticket: what belongs to it, and putting tickets together."""

from kommunalhub.approvals.answers.errors import answer as error_answer
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.support.desk.joining import reading
from kommunalhub.support.desk.joining.browser import act
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


class JoinedGet(Service):
    """{merged_into, merged, related, alike}: tickets as far as who asks may see them."""

    def reply(self):
        return self.shown(self.context)

    def shown(self, ticket):
        into = reading.goes_on_in(ticket)
        return {
            "@id": f"{ticket.absolute_url()}/@joined",
            "merged_into": self.rows([into.UID()])[0] if into is not None else None,
            "merged": self.rows(ticket.takes_in),
            "related": self.rows(ticket.related),
            "alike": self.told(reading.alike(ticket)) if reads_notes(ticket) else [],
        }

    def rows(self, uids):
        return self.told(reading.rows_of(uids))

    def told(self, rows):
        return [
            {
                "@id": row["url"],
                "UID": row["uid"],
                "number": row["number"],
                "title": row["title"],
                "state_title": translate(row["state"], context=self.request),
            }
            for row in rows
        ]


class JoinedPost(JoinedGet):
    """{act: merge|part|split|link|unlink, ticket: number or UID; message and title to split}.

    Answers what belongs to the ticket where it goes on: its own `@id` says which.
    """

    def reply(self):
        data = body_of(self.request)
        name, other, message, title = (
            text_of(data, key, self.request) for key in ("act", "ticket", "message", "title")
        )
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            ticket = act(self.context, name, other, message, title)
        except ApprovalError as error:
            return error_answer(error, self.request)
        return self.shown(ticket)
