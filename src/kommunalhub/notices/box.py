"""What is kept for each person: notices, how they want to be told, and what they do not want.

Each person has a box of their own, so that two cases touch the same object only when they tell the
same person, and then BTrees and counters merge. Kept as an annotation of the site.
"""

from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from itertools import islice
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.notices import rules
from kommunalhub.notices.outbox import Outbox
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations

import secrets


KEY = "kommunalhub.notices"
#: So many notices are kept of a person; an older one goes when a new one comes.
CAP = 300


class Box(Persistent):
    """Notices of one person: {key: dict of plain values}, the keys in the order of time.

    A notice: case (uid), number, type, seq, kind, action, to, actor, behalf, reason, when (ISO,
    UTC), read, muted, and for each of rules.CHANNELS what becomes of it ("now", "later", "never").
    `latest` is {case uid: key of its newest notice that the bell shows}: only that one can be
    unread, so `unread` counts cases with news. `revision` moves with every setting.
    """

    digest_of = None  # day of the last summary

    def __init__(self):
        self.notices = OOBTree()
        self.latest = OOBTree()
        self.muted = OOTreeSet()
        self.modes = {}
        self.unread = Length()
        self.revision = Length()

    def mode(self, channel):
        if channel == rules.FINDS:
            return self.modes.get(channel, rules.FINDS_DEFAULT)
        return self.modes.get(channel, rules.DEFAULTS[channel])

    def set_modes(self, modes):
        """Set the modes of some channels: {channel: mode}."""
        self.modes = {**self.modes, **modes}
        self.revision.change(1)

    def set_muted(self, uid, muted):
        if muted == (uid in self.muted):
            return
        if muted:
            self.muted.add(uid)
        else:
            self.muted.remove(uid)
        self.revision.change(1)

    def add(self, when, notice):
        """Keep a notice and return its key. when: aware datetime."""
        key = f"{when:%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
        self.notices[key] = {**notice, "when": when.isoformat(), "read": False}
        if is_shown(notice):
            self.unread.change(1)
            self._supersede(key)
        self._prune()
        return key

    def _supersede(self, key):
        """Let a notice that the bell shows from now on stand for what was told of its case before.

        What is about no case stands for itself.
        """
        case = self.notices[key]["case"]
        if not case:
            return
        before = self.latest.get(case)
        older, newer = sorted(one for one in (before, key) if one) if before else (None, key)
        self.latest[case] = newer
        if older is not None and older in self.notices:
            self.mark_read(older)

    def _prune(self):
        # No len(): that would read every bucket.
        if next(islice(self.notices.keys(), CAP, None), None) is not None:
            self.remove(self.notices.minKey())

    def remove(self, key):
        notice = self.notices.pop(key)
        if self.latest.get(notice["case"]) == key:
            del self.latest[notice["case"]]
        if is_shown(notice) and not notice["read"]:
            self.unread.change(-1)

    def change(self, key, **values):
        """Change values of a notice; the counter follows."""
        before = self.notices[key]
        after = self.notices[key] = {**before, **values}
        waits = [is_shown(notice) and not notice["read"] for notice in (before, after)]
        if waits[0] != waits[1]:
            self.unread.change(1 if waits[1] else -1)
        if is_shown(after) and not is_shown(before):
            self._supersede(key)

    def move(self, key, **values):
        """Let a notice be about another case; values: `case`, and what else is otherwise there."""
        before = self.notices[key]
        if self.latest.get(before["case"]) == key:
            del self.latest[before["case"]]
        self.notices[key] = {**before, **values}
        if is_shown(before):
            self._supersede(key)

    def mark_read(self, key):
        """Mark a notice as read; return whether there is such a one."""
        notice = self.notices.get(key)
        if notice is None:
            return False
        if not notice["read"]:
            self.change(key, read=True)
        return True

    def newest(self):
        """Yield (key, notice) of those that the bell shows, newest first."""
        for key in reversed(self.notices.keys()):
            notice = self.notices[key]
            if is_shown(notice):
                yield key, notice

    def rows(self):
        """Yield (key, notice) of what the bell shows, newest first: one of each case."""
        for key, notice in self.newest():
            if self.latest.get(notice["case"], key) == key:
                yield key, notice

    def held(self):
        """Return [(key, notice)] of what waits for the daily summary, oldest first."""
        return [(k, n) for k, n in self.notices.items() if rules.LATER in (n["mail"], n["bell"])]


def is_shown(notice):
    return notice["bell"] == rules.NOW


class Store(Persistent):
    """Everything of this folder: the boxes by user id, whose summary is due, and the outbox."""

    def __init__(self):
        self.people = OOBTree()
        self.held = OOBTree()  # user id: when the first notice for a summary came, ISO
        self.outbox = Outbox()
        self.learnt_address = ""


def store_of(portal):
    """Return the Store of a site, or None when nothing has ever been written into it."""
    return IAnnotations(portal).get(KEY)


def ensure_store(portal):
    return ensured_on(portal, KEY, Store)


def box_of(portal, userid):
    """Return the Box of a person, or None when there is none yet."""
    store = store_of(portal)
    return None if store is None else store.people.get(userid)


def ensure_box(portal, userid):
    return ensured_in(ensure_store(portal).people, userid, Box)
