"""Mail of a demo site: shown in the log as a person would read it, never sent."""

from email import message_from_bytes
from email import message_from_string
from email import policy
from kommunalhub.core.private.setup import mail_by
from kommunalhub.notices.smtp import ITransport
from zope.component import getGlobalSiteManager

import logging


logger = logging.getLogger("kommunalhub.mail")


class PrintingMailer:
    """A mailer that sends nothing."""

    def vote(self, fromaddr, toaddrs, message):
        pass

    def abort(self):
        pass

    def send(self, fromaddr, toaddrs, message):
        logger.info(as_read(message))


def as_read(message):
    """Return sender, addressee, subject and the decoded text of a mail."""
    parse = message_from_bytes if isinstance(message, bytes) else message_from_string
    mail = parse(message, policy=policy.default)
    text = mail.get_body(preferencelist=("plain", "html"))
    lines = [f"{name}: {mail[name]}" for name in ("From", "To", "Subject")]
    return "\n".join(("--- mail (not sent)", *lines, "", text.get_content().strip(), "---"))


def print_letter(message, recipient):
    """Take a mail of the outbox instead of a mail server."""
    logger.info(as_read(message.as_bytes()))


def print_all_mail():
    """Let every MailHost of this process, and the outbox, print instead of send."""
    mail_by(PrintingMailer)
    getGlobalSiteManager().registerUtility(print_letter, ITransport)
