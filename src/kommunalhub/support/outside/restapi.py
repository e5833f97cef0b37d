"""@my-ticket on the section: what a link shows and does, for programs.

The key of the link comes in the header `X-Hub-Link`: addresses stand in logs, headers do not.
"""

from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.case.actor import visible_entries
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.people import name_in
from kommunalhub.core import links
from kommunalhub.core.restapi.body import body_of
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from kommunalhub.support.outside import operations
from kommunalhub.support.outside import showing
from kommunalhub.support.outside.acts import ACTS
from kommunalhub.support.outside.acts import SPOKEN
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import alsoProvides


FIELDS = frozenset({"act", "text", "comment", "reason"})


class MyTicket(Service):
    """What both methods share."""

    def enter(self):
        """Return (id of the guest, ticket); raises NotFound for a key that is not good."""
        links.hide(self.request.response)
        guest_id = session.guest_by_header(self.request)
        ticket = operations.ticket_of(guest_id) if guest_id is not None else None
        if ticket is None:
            raise NotFound("@my-ticket")
        return guest_id, ticket

    def shown(self, ticket):
        view = showing.view_of(ticket, self.request)
        return {
            "number": view.number,
            "title": ticket.Title(),
            "state": view.case.state,
            "due": ticket.due.isoformat() if ticket.due else None,
            "acts": showing.acts_of(view),
            "said": [
                {
                    "who": name_in(entry),
                    "when": entry["when"],
                    "text": entry["comment"],
                    "files": list(entry["fields"]),
                }
                for entry in visible_entries(ticket, IJournal(ticket))
                if entry["kind"] in SPOKEN and (entry["comment"] or entry["fields"])
            ],
        }


class MyTicketGet(MyTicket):
    """GET @my-ticket."""

    def reply(self):
        guest_id, ticket = self.enter()
        with guests.acting(guest_id):
            return self.shown(ticket)


class MyTicketPost(MyTicket):
    """POST @my-ticket {act, text or comment}: one of acts.ACTS; files come by the page alone."""

    def reply(self):
        guest_id, ticket = self.enter()
        data = body_of(self.request)
        act = data.get("act")
        if not isinstance(act, str) or act not in ACTS or not set(data) <= FIELDS:
            raise NotFound("act")
        # the key in a header is no cookie: no other site makes a browser send it
        alsoProvides(self.request, IDisableCSRFProtection)
        with guests.acting(guest_id):
            try:
                ACTS[act](ticket, data)
            except ApprovalError as error:
                self.request.response.setStatus(status_of(error))
                return {"type": "Error", "message": translate(error.args[0], context=self.request)}
            if act == "revoke":
                return self.reply_no_content()
            return self.shown(ticket)
