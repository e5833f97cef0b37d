"""The mails of registering, and whether there can be any."""

from AccessControl import Unauthorized
from datetime import datetime
from datetime import UTC
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.security.address import address_of
from plone import api
from smtplib import SMTPException
from zope.i18n import translate

import logging


logger = logging.getLogger(__name__)


class NotSent(Exception):
    """The mail server did not take a mail."""


def can_send():
    """Say whether the site can send mails at all."""
    return bool(registry.read("plone.email_from_address") and registry.read("plone.smtp_host"))


def send_silently(send):
    """Call a function that sends what a stranger asked for; they need not know what goes wrong."""
    try:
        send()
    except (ValueError, OSError, SMTPException, Unauthorized):
        logger.warning("A mail that somebody asked for could not be sent", exc_info=True)


def send_link(request, email, key, until):
    """Send the link with which the account is made. until: seconds since 1970."""
    _send(request, email, *link_letter(key, until))


def link_letter(key, until):
    """Return (subject, text) of the mail with that link, as messages."""
    subject = _(
        "mail_registration_subject",
        default="Please confirm your registration: ${site}",
        mapping={"site": _site()},
    )
    body = _(
        "mail_registration_body",
        default="Hello,\n\nan account at “${site}” was asked for with this e-mail address. If it "
        "was you, set your password here:\n\n${link}\n\nThe link is valid until ${until}. After "
        "that you can simply register again.\n\nIf you do not want an account, you need not do "
        "anything: without the link there is no account, and we delete what was entered.\n\n"
        "Kind regards\n${sender}\n",
        mapping={
            "site": _site(),
            "link": f"{address_of(api.portal.get())}/@@confirm-registration/{key}",
            "until": formatting.moment(datetime.fromtimestamp(until, UTC)),
            "sender": _sender(),
        },
    )
    return subject, body


def send_known(request, email, login):
    """Tell who has an account that somebody tried to register with their address."""
    _send(request, email, *known_letter(login or email))


def known_letter(login):
    """Return (subject, text) of the mail to who has an account, as messages."""
    url = address_of(api.portal.get())
    subject = _(
        "mail_known_subject",
        default="You already have an account: ${site}",
        mapping={"site": _site()},
    )
    body = _(
        "mail_known_body",
        default="Hello,\n\nsomebody wanted to register at “${site}” with this e-mail address, but "
        "there is an account for it already. You need not register again.\n\nSign in: "
        "${login_url}\nYour user name: ${login}\nForgot your password? ${help_url}\n\nIf it was "
        "not you, you need not do anything.\n\nKind regards\n${sender}\n",
        mapping={
            "site": _site(),
            "login_url": f"{url}/login",
            "help_url": f"{url}/@@login-help",
            "login": login,
            "sender": _sender(),
        },
    )
    return subject, body


def _send(request, email, subject, body):
    """Send at once: a mail server that does not answer must be told here, not break the commit."""
    try:
        api.portal.send_email(
            recipient=email,
            subject=translate(subject, context=request),
            body=translate(body, context=request),
            immediate=True,
        )
    except (ValueError, OSError, SMTPException) as error:
        logger.exception("A mail could not be sent")
        raise NotSent from error


def _site():
    return api.portal.get().Title()


def _sender():
    return registry.read("plone.email_from_name") or _site()
