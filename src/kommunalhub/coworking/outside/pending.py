"""What was typed and is not confirmed yet: kept for two days, for who confirms it alone."""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from kommunalhub.core import formatting
from persistent import Persistent
from plone import api
from zope.annotation.interfaces import IAnnotations

import secrets


KEY = "kommunalhub.coworking.pending"
VALID = timedelta(days=2)
#: More are not kept at once: who writes programs to fill the store fills no more.
MOST = 500


class Full(Exception):
    """So much waits to be confirmed that nothing more is taken."""


class Pending(Persistent):
    """rows: {id: (when it was typed, in seconds; values; id of the guest it became, or "")}."""

    changes = 0

    def __init__(self):
        self.rows = OOBTree()


def _store():
    return IAnnotations(api.portal.get()).get(KEY)


def keep(values):
    """Keep the values of an application; return an id. Raises Full."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Pending()
    store = annotations[KEY]
    if len(store.rows) >= MOST:
        raise Full
    number = secrets.token_hex(12)
    store.rows[number] = (formatting.now().timestamp(), dict(values), "")
    return number


def get(number):
    """Return (values, id of the guest or "") of what is kept and not too old, or None."""
    store = _store()
    row = store.rows.get(number) if store is not None else None
    if row is None or formatting.now().timestamp() - row[0] > VALID.total_seconds():
        return None
    return row[1], row[2]


def confirmed(number, guest_id):
    """Forget what was typed: it is an application now. Two at once: one is tried again."""
    store = _store()
    store.changes += 1
    store.rows[number] = (store.rows[number][0], {}, guest_id)


def old(now):
    """Return the ids of what nobody has confirmed in time, and of what was confirmed before."""
    store = _store()
    oldest = now.timestamp() - VALID.total_seconds()
    return [key for key, row in store.rows.items() if row[0] < oldest] if store is not None else []


def forget(number):
    store = _store()
    if store is not None:
        store.rows.pop(number, None)
