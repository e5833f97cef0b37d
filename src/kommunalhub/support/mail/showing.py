"""What the page of a ticket tells of its mails."""

from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.interfaces import ICameBy
from kommunalhub.core import asking
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.mail import storage
from zope.component import adapter
from zope.interface import implementer


MAIL = "mail"
BY_MAIL = _("came_by_mail", default="by e-mail")


@implementer(ICameBy)
@adapter(ISupportTicket)
class CameByMail:
    """Which entries of a ticket were mails.

    What somebody has quoted is for themselves and for support: below an answer of support there may
    be what was never meant for who has asked.
    """

    def __init__(self, ticket):
        self.ticket = ticket
        self.mails = storage.mails_of(ticket)

    def __call__(self, seq):
        article = None if self.mails is None else self.mails.articles.get(seq)
        if article is None:
            return None
        helps = reads_notes(self.ticket)
        reads_all = helps or asking.userid() == article.userid
        address = f"{self.ticket.absolute_url()}/@@mail-original?seq={seq}"
        return {
            "channel": MAIL,
            "title": BY_MAIL,
            "whole": paragraphs(article.text) if reads_all and article.text else "",
            "hints": article.hints if reads_all else (),
            "original": address if helps and article.original is not None else None,
        }


def redacted(ticket, event):
    """Keep nothing of a mail of which something was taken out of the journal."""
    article = storage.article_of(ticket, event.entry["seq"])
    if article is not None:
        article.forget()
