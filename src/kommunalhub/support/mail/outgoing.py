"""What letters about a ticket bring along, so that they can be answered by mail."""

from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.journal.storage import entries_of
from kommunalhub.approvals.journal.storage import entry_of
from kommunalhub.core.kept import kept
from kommunalhub.notices.answering import Envelope
from kommunalhub.notices.answering import ICaseMail
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.mail import senders
from kommunalhub.support.mail import settings
from kommunalhub.support.mail.storage import mails_of
from zope.component import adapter
from zope.interface import implementer


#: What both sides say; of anything else a letter tells that it happened.
SAID = frozenset({entries.MESSAGE, entries.TRANSITION})
#: So many mails of a person are referred to.
MOST_REFERENCES = 5


@implementer(ICaseMail)
@adapter(ISupportTicket)
class TicketMail:
    """A ticket whose letters are answered to the address of support.

    An answer to what is internal would be read by who reported it: such letters have no mark.
    """

    def __init__(self, ticket):
        self.ticket = ticket

    def envelope(self, userid, notice):
        if not settings.address() or notice["kind"] in entries.INTERNAL:
            return None
        return Envelope(
            mark=senders.mark_for(self.ticket, userid),
            reply_to=settings.address(),
            references=references_of(self.ticket, userid),
            said=tuple(self.said(notice)),
        )

    def said(self, notice):
        """Return the lines of what was said, that both sides read."""
        if notice["kind"] not in SAID or not notice["seq"]:
            return []
        entry = entry_of(entries_of(self.ticket).rows[notice["seq"]])
        return entry["comment"].splitlines()


def references_of(ticket, userid):
    """Return the Message-IDs that hold a person's mails about a ticket together."""
    domain = settings.address().rpartition("@")[2] or "localhost"
    root = f"{kept(ticket, 'case_number').lower()}.thread@{domain}"
    mails = mails_of(ticket)
    articles = mails.articles.values() if mails is not None else ()
    own = [one.message_id for one in articles if one.userid == userid and one.message_id]
    return (root, *own[-MOST_REFERENCES:])
