"""The files that wait to be read: kept on the site, so that nothing is lost when a process dies."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.search.reading.queue"
#: How often a file is begun; more means that it takes the reading process down with it.
TRIES = 3
#: So many of the files that are only read again are given out at once: whoever does it has other
#: work to do, and what people have just uploaded comes first.
AGAIN_AT_ONCE = 20
#: How long a file is left to who began it.
CLAIM = timedelta(minutes=12)


@dataclass(frozen=True)
class Entry:
    """When the file came, how often it was begun, and until when it is somebody's.

    again: whether it was read before and is found by that meanwhile.
    """

    since: datetime
    tries: int = 0
    until: datetime | None = None
    again: bool = False


class Queue(Persistent):
    """entries: {uid of a thing: (since, tries, until, again)}, plain values for the database."""

    def __init__(self):
        self.entries = OOBTree()

    def get(self, uid):
        found = self.entries.get(uid)
        return None if found is None else Entry(*found)

    def put(self, uid, entry):
        self.entries[uid] = (entry.since, entry.tries, entry.until, entry.again)

    def drop(self, uid):
        self.entries.pop(uid, None)

    def due(self, now):
        """Return the uids that nobody is at, oldest first, and some of those to be read again."""
        found = [(uid, Entry(*values)) for uid, values in self.entries.items()]
        free = [(e.again, e.since, uid) for uid, e in found if not is_claimed(e, now)]
        again = [one for one in free if one[0]]
        chosen = [one for one in free if not one[0]] + sorted(again)[:AGAIN_AT_ONCE]
        return [uid for _again, _since, uid in sorted(chosen)]


def is_claimed(entry, now):
    return entry.until is not None and entry.until > now


def queue_of(portal, key=KEY):
    """Return the queue of a site, made when it is missing.

    key: of another queue of things that are done so, as panoramas are cut.
    """
    return ensured_on(portal, key, Queue)


def waiting(portal, now, key=KEY):
    """Return the uids that wait; reads only."""
    queue = IAnnotations(portal).get(key)
    return queue.due(now) if queue is not None else []


def entry_of(portal, uid, key=KEY):
    """Return the Entry of a thing, or None; reads only."""
    queue = IAnnotations(portal).get(key)
    return queue.get(uid) if queue is not None else None
