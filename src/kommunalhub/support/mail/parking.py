"""Mails that wait for somebody of support, and those that no person has sent: kept, with a reason.

What is discarded leaves its reason and nothing of who wrote what.
"""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.support.mail import rules
from kommunalhub.support.mail import storage
from kommunalhub.support.mail import wording

import secrets


#: Mails that no person has sent are kept for so long.
KEPT_FOR = timedelta(days=30)
LONGEST_REASON = 500
OUTDATED = "outdated"


def item_of(mail, key, stream, reason, ticket=None):
    """Return the storage.Parked of a mail. stream: its bytes, open for reading."""
    now = formatting.now()
    return storage.Parked(
        id=f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}",
        when=now,
        key=key,
        reason=reason,
        name=mail.sender[0],
        address=mail.sender[1],
        subject=mail.subject,
        text=wording.of(mail).whole[: storage.TOLD],
        files=tuple((file.filename, file.size) for file in mail.files),
        ticket="" if ticket is None else ticket.UID(),
        original=storage.blob_of(stream),
    )


def keep(store, item):
    """Keep an item and return its id."""
    store.parked[item.id] = item
    store.seen[item.key] = (storage.PARKED, item.id)
    return item.id


def waiting(store):
    """Return the items that somebody has to decide on, oldest first."""
    return [item for item in _all(store) if item.reason not in rules.UNATTENDED]


def unattended(store):
    """Return the items that no person has sent, newest first."""
    found = [item for item in _all(store) if item.reason in rules.UNATTENDED]
    return found[::-1]


def _all(store):
    return list(store.parked.values()) if store is not None else []


def discard(store, item_id, reason, by):
    """Take an item out for good; who did it and why stays, of the mail nothing."""
    item = store.parked.pop(item_id, None)
    if item is None:
        return False
    day = formatting.to_local(formatting.now()).date().isoformat()
    store.seen[item.key] = (storage.DISCARDED, day, by, reason[:LONGEST_REASON])
    return True


def done(store, item_id, uid):
    """Take an item out that has become a ticket."""
    item = store.parked.pop(item_id)
    store.seen[item.key] = (storage.ARTICLE, uid)


def outdated(store, now):
    """Return the ids of items that no person has sent and that were kept long enough."""
    return [item.id for item in unattended(store) if now - item.when > KEPT_FOR]
