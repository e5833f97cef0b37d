"""What is remembered between requests: failures, ended sessions and open registrations.

All three are small, forget by themselves and are written only when something happens, never by
reading a page. They live in our PAS plugins, so they go with them.
"""

from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from kommunalhub.core.transactions import aside
from kommunalhub.security.rules import Failures
from kommunalhub.security.tickets import new_id
from persistent import Persistent
from transaction.interfaces import TransientError
from ZODB.POSException import POSKeyError

import logging


logger = logging.getLogger(__name__)

TRIES = 20


class FailureLedger(Persistent):
    """Failures by key, in two generations: when the young one is old or full, the old one goes.

    However many keys somebody makes up, no more than twice MAX are kept; what that pushes out
    costs the attacker as many wrong passwords as it frees, and those are slowed by place.
    """

    MAX = 5000
    SECONDS = 2 * 3600

    def __init__(self):
        self.young = OOBTree()
        self._turn(0.0)

    def get(self, key):
        """Return the failures of a key."""
        found = self.young.get(key) or self.old.get(key)
        return Failures(*found) if found else Failures()

    def put(self, key, failures):
        """Remember the failures of a key; `failures.last` is taken for now."""
        if self.size() >= self.MAX or failures.last - self.turned > self.SECONDS:
            self._turn(failures.last)
        if key not in self.young:
            self.size.change(1)
        self.young[key] = (failures.count, failures.last)

    def forget(self, key):
        """Forget a key, so that the person starts anew."""
        if self.young.pop(key, None) is not None:
            self.size.change(-1)
        self.old.pop(key, None)

    def _turn(self, now):
        self.old = self.young
        self.young = OOBTree()
        self.size = Length()
        self.turned = now


class SessionLedger(Persistent):
    """Which sessions of whom have ended; people who never ended one are not in it."""

    def __init__(self):
        self.people = OOBTree()

    def epoch(self, user_id):
        """Return the epoch in which new sessions of the person begin."""
        person = self.people.get(user_id)
        return "" if person is None else person.epoch

    def is_open(self, user_id, session, epoch):
        person = self.people.get(user_id)
        if person is None:
            return epoch == ""
        return epoch == person.epoch and session not in person.ended

    def end(self, user_id, session, now, until):
        """End one session; it need not be remembered longer than `until`."""
        ended = self._person(user_id).ended
        for past in [key for key, expires in ended.items() if expires < now]:
            del ended[past]
        ended[session] = until

    def end_all(self, user_id):
        """End every session of the person, by a new epoch."""
        person = self._person(user_id)
        person.epoch = new_id()
        person.ended = OOBTree()

    def _person(self, user_id):
        if user_id not in self.people:
            self.people[user_id] = Person()
        return self.people[user_id]


class Person(Persistent):
    """The ended sessions of one person."""

    def __init__(self):
        self.epoch = ""
        self.ended = OOBTree()


class RegistrationLedger(Persistent):
    """People who asked for an account and have not yet followed the link in the mail.

    Only a hash of each link's key is kept. When it is full, the one that would expire first goes.
    """

    MAX = 1000

    def __init__(self):
        self.waiting = OOBTree()

    def add(self, hashed, fullname, email, now, until):
        for key, entry in list(self.waiting.items()):
            if entry["until"] < now or entry["email"] == email:
                del self.waiting[key]
        while len(self.waiting) >= self.MAX:
            del self.waiting[min(self.waiting, key=lambda key: self.waiting[key]["until"])]
        self.waiting[hashed] = {"fullname": fullname, "email": email, "until": until}

    def get(self, hashed, now):
        """Return {"fullname", "email", "until"} or None."""
        entry = self.waiting.get(hashed)
        return None if entry is None or entry["until"] < now else entry

    def remove(self, hashed):
        self.waiting.pop(hashed, None)

    def forget(self, email):
        """Forget who asked with this address."""
        for key in [key for key, entry in self.waiting.items() if entry["email"] == email]:
            del self.waiting[key]


def write_aside(obj, change):
    """Call change(obj) in a transaction of its own, so that it stays when the request fails.

    `obj` is persistent. Nothing happens to one that was never committed (a site being made).
    """
    connection = obj._p_jar
    if connection is None or obj._p_oid is None:
        return
    try:
        aside(connection.db(), lambda own: change(own.get(obj._p_oid)), TRIES)
    except POSKeyError:
        return
    except TransientError:
        logger.warning("Ledger not written after %s tries", TRIES)
