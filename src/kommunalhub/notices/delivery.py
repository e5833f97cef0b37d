"""Mails from the outbox to the server: claim, hand over, settle.

Claiming and settling are short transactions of their own; none is open while the server is talked
to. Of several processes one claims a mail, for the claims of others conflict.
"""

from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.transactions import attempt
from kommunalhub.notices import smtp
from kommunalhub.notices.box import store_of
from kommunalhub.notices.interfaces import ILastLook
from transaction.interfaces import TransientError
from zope.component import getUtility
from zope.component import queryUtility
from zope.component.hooks import getSite

import logging


logger = logging.getLogger(__name__)

TRIES = 10
SENT, LATER, PARKED, DOWN, NOT_DUE = "sent", "later", "parked", "down", "not due"


def settings_of(portal):
    """Return Plone's mail settings as smtp.Settings, or None while they are incomplete."""
    host = registry.read("plone.smtp_host")
    sender = registry.read("plone.email_from_address")
    printed = queryUtility(smtp.ITransport) is not None
    if not printed and not (host and sender):
        return None
    return smtp.Settings(
        host=host or "",
        port=registry.read("plone.smtp_port") or 25,
        user=registry.read("plone.smtp_userid"),
        password=registry.read("plone.smtp_pass"),
        sender=sender or "hub@localhost",
        sender_name=registry.read("plone.email_from_name") or portal.Title(),
    )


def deliver(portal, mail_id):
    """Try one mail and return what became of it: SENT, LATER, PARKED, DOWN or NOT_DUE."""
    try:
        claimed = attempt(lambda: _claim(portal, mail_id), TRIES)
    except TransientError:
        claimed = None
    if claimed is None:
        return NOT_DUE
    claim, letter, settings = claimed
    try:
        send_letter(letter, settings)
    except smtp.Refused as error:
        logger.warning("A mail was refused for good: %s", error)
        reason = str(error)
        _settle(portal, lambda outbox: outbox.parked(mail_id, claim, reason))
        return PARKED
    except smtp.Delayed as error:
        reason = str(error)
        _settle(portal, lambda outbox: outbox.delayed(mail_id, claim, reason, formatting.now()))
        return LATER
    except smtp.ServerDown as error:
        logger.warning("The mail server does not answer as it should: %s", error)
        reason = str(error)
        _settle(
            portal, lambda outbox: outbox.server_failed(mail_id, claim, reason, formatting.now())
        )
        return DOWN
    except Exception as error:
        # A mail that cannot even be made must not come up again every minute.
        logger.exception("A mail could not be made")
        reason = smtp.said(error)
        _settle(portal, lambda outbox: outbox.parked(mail_id, claim, reason))
        return PARKED
    _settle(portal, lambda outbox: outbox.sent(mail_id, claim, formatting.now()))
    return SENT


def _claim(portal, mail_id):
    """Return (claim, letter, settings), or None when the mail is another's or not due."""
    store, settings = store_of(portal), settings_of(portal)
    if store is None or settings is None:
        return None
    look_again(store.outbox, mail_id)
    found = store.outbox.claim(mail_id, formatting.now())
    return None if found is None else (*found, settings)


def look_again(outbox, mail_id):
    """Leave out of a mail about found things what its reader may not see any more."""
    mail = outbox.mails.get(mail_id)
    if mail is None or not mail.letter.finds:
        return
    now, look = formatting.now(), getUtility(ILastLook)
    if mail.next_try <= now and (letter := look(getSite(), mail.letter)) != mail.letter:
        outbox.rewrite(mail_id, letter, now)


def _settle(portal, change):
    try:
        attempt(lambda: change(store_of(portal).outbox), TRIES)
    except TransientError:
        logger.error("What became of a mail could not be written: it will be sent again")


def send_letter(letter, settings):
    """Hand one Letter to the mail server or to what stands in for it; raises what smtp raises."""
    message = smtp.message_of(letter, settings)
    transport = queryUtility(smtp.ITransport)
    if transport is not None:
        transport(message, letter.recipient)
    else:
        smtp.hand_over(message, letter.recipient, settings)
