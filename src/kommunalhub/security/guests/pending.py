"""What was typed and is not confirmed yet: kept for two days, for who confirms it alone."""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from plone import api
from zope.annotation.interfaces import IAnnotations

import secrets


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


class Unconfirmed:
    """What one form keeps. key: of an annotation of the site; purpose: what its links are for."""

    def __init__(self, key, purpose):
        self.key, self.purpose = key, purpose

    def _store(self):
        return IAnnotations(api.portal.get()).get(self.key)

    def keep(self, values):
        """Keep the values of a form; return an id. Raises Full."""
        store = ensured_on(api.portal.get(), self.key, Pending)
        if len(store.rows) >= MOST:
            raise Full
        number = secrets.token_hex(12)
        store.rows[number] = (formatting.now().timestamp(), dict(values), "")
        return number

    def key_of(self, number):
        """Return the signed text of a link that confirms what is kept."""
        return links.sealed(self.purpose, [number])

    def asked(self, text):
        """Return (id, values, id of the guest or "") of what a link confirms, or None."""
        found = links.unsealed(self.purpose, text, VALID)
        kept = self.get(found[0]) if found is not None else None
        return None if kept is None else (found[0], *kept)

    def get(self, number):
        """Return (values, id of the guest or "") of what is kept and not too old, or None."""
        store = self._store()
        row = store.rows.get(number) if store is not None else None
        if row is None or formatting.now().timestamp() - row[0] > VALID.total_seconds():
            return None
        return row[1], row[2]

    def confirmed(self, number, guest_id):
        """Forget what was typed: it is somebody's now. Two at once: one is tried again."""
        store = self._store()
        store.changes += 1
        store.rows[number] = (store.rows[number][0], {}, guest_id)

    def old(self, now):
        """Return the ids of what nobody has confirmed in time, and of what was confirmed before."""
        store = self._store()
        oldest = now.timestamp() - VALID.total_seconds()
        rows = store.rows.items() if store is not None else ()
        return [key for key, row in rows if row[0] < oldest]

    def forget(self, number):
        store = self._store()
        if store is not None:
            store.rows.pop(number, None)
