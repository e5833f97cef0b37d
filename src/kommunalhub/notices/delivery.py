"""Mails from the outbox to the server: claim, hand over, settle.

Claiming and settling are short transactions with connections of their own; none is open while the
server is talked to. Of several processes one claims a mail, for the claims of others conflict.
"""

from contextlib import contextmanager
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.jobs.worker import place_of
from kommunalhub.notices import smtp
from kommunalhub.notices.box import store_of
from kommunalhub.notices.interfaces import ILastLook
from transaction import TransactionManager
from ZODB.POSException import ConflictError
from zope.component import getUtility
from zope.component import queryUtility
from zope.component.hooks import getSite
from zope.component.hooks import setSite

import logging


logger = logging.getLogger(__name__)

TRIES = 10
SENT, LATER, PARKED, DOWN, NOT_DUE = "sent", "later", "parked", "down", "not due"


class Place:
    """The outbox of a site, for whoever has no connection to the database yet."""

    def __init__(self, database, path):
        self.database = database
        self.path = path

    @classmethod
    def of(cls, portal):
        return cls(*place_of(portal))

    def __eq__(self, other):
        return (self.database, self.path) == (other.database, other.path)

    def __hash__(self):
        return hash((id(self.database), self.path))

    @contextmanager
    def opened(self):
        """Open a connection and yield (outbox or None, settings or None, commit)."""
        manager = TransactionManager()
        connection = self.database.open(transaction_manager=manager)
        before = getSite()
        try:
            manager.begin()
            outbox, settings = self.look(connection)
            yield outbox, settings, manager.commit
        finally:
            if getSite() is not before:
                setSite(before)
            manager.abort()
            connection.close()

    def look(self, connection):
        """Return (outbox, settings) of a site that exists, else (None, None)."""
        portal = connection.root()["Application"].unrestrictedTraverse(self.path, None)
        if portal is None:
            return None, None
        setSite(portal)
        store = store_of(portal)
        return (None if store is None else store.outbox), settings_of(portal)


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


def deliver(place):
    """Try all that is due; return when something will be due again, or None."""
    with place.opened() as (outbox, settings, _commit):
        if outbox is None or settings is None:
            return None
        due = outbox.due(formatting.now())
    for mail_id in due:
        if deliver_one(place, mail_id) == DOWN:
            break
    with place.opened() as (outbox, _settings, _commit):
        return outbox.next_due()


def deliver_one(place, mail_id):
    """Try one mail and return what became of it: SENT, LATER, PARKED, DOWN or NOT_DUE."""
    claimed = _claim(place, mail_id)
    if claimed is None:
        return NOT_DUE
    claim, letter, settings = claimed
    try:
        send_letter(letter, settings)
    except smtp.Refused as error:
        logger.warning("A mail was refused for good: %s", error)
        reason = str(error)
        _settle(place, lambda outbox: outbox.parked(mail_id, claim, reason))
        return PARKED
    except smtp.Delayed as error:
        reason = str(error)
        _settle(place, lambda outbox: outbox.delayed(mail_id, claim, reason, formatting.now()))
        return LATER
    except smtp.ServerDown as error:
        logger.warning("The mail server does not answer as it should: %s", error)
        reason = str(error)
        _settle(
            place, lambda outbox: outbox.server_failed(mail_id, claim, reason, formatting.now())
        )
        return DOWN
    except Exception as error:
        # A mail that cannot even be made must not come up again every minute.
        logger.exception("A mail could not be made")
        reason = smtp.said(error)
        _settle(place, lambda outbox: outbox.parked(mail_id, claim, reason))
        return PARKED
    _settle(place, lambda outbox: outbox.sent(mail_id, claim, formatting.now()))
    return SENT


def _claim(place, mail_id):
    """Return (claim, letter, settings), or None when the mail is another's or not due."""
    for _attempt in range(TRIES):
        with place.opened() as (outbox, settings, commit):
            if outbox is None or settings is None:
                return None
            look_again(outbox, mail_id)
            found = outbox.claim(mail_id, formatting.now())
            try:
                commit()
            except ConflictError:
                continue
            if found is None:
                return None
            return (*found, settings)
    return None


def look_again(outbox, mail_id):
    """Leave out of a mail about found things what its reader may not see any more."""
    mail = outbox.mails.get(mail_id)
    if mail is None or not mail.letter.finds:
        return
    now, look = formatting.now(), getUtility(ILastLook)
    if mail.next_try <= now and (letter := look(getSite(), mail.letter)) != mail.letter:
        outbox.rewrite(mail_id, letter, now)


def _settle(place, change):
    for _attempt in range(TRIES):
        with place.opened() as (outbox, _settings, commit):
            change(outbox)
            try:
                commit()
            except ConflictError:
                continue
            return
    logger.error("What became of a mail could not be written: it will be sent again")


def send_letter(letter, settings):
    """Hand one Letter to the mail server or to what stands in for it; raises what smtp raises."""
    message = smtp.message_of(letter, settings)
    transport = queryUtility(smtp.ITransport)
    if transport is not None:
        transport(message, letter.recipient)
    else:
        smtp.hand_over(message, letter.recipient, settings)
