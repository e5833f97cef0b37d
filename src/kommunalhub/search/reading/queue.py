"""The files that wait to be read: kept on the site, so that nothing is lost when a process dies."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.search.reading.queue"
#: How often a file is begun; more means that it takes the reading process down with it.
TRIES = 3
#: How long a file is left to who began it.
CLAIM = timedelta(minutes=12)


@dataclass(frozen=True)
class Entry:
    """When the file came, how often it was begun, and until when it is somebody's."""

    since: datetime
    tries: int = 0
    until: datetime | None = None


class Queue(Persistent):
    """entries: {uid of a thing: (since, tries, until)}, plain values for the database."""

    def __init__(self):
        self.entries = OOBTree()

    def get(self, uid):
        found = self.entries.get(uid)
        return None if found is None else Entry(*found)

    def put(self, uid, entry):
        self.entries[uid] = (entry.since, entry.tries, entry.until)

    def drop(self, uid):
        self.entries.pop(uid, None)

    def due(self, now):
        """Return the uids that nobody is at, oldest first."""
        found = [(uid, Entry(*values)) for uid, values in self.entries.items()]
        free = [(entry.since, uid) for uid, entry in found if not is_claimed(entry, now)]
        return [uid for _since, uid in sorted(free)]


def is_claimed(entry, now):
    return entry.until is not None and entry.until > now


def queue_of(portal):
    """Return the queue of a site, made when it is missing."""
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = Queue()
    return annotations[KEY]


def waiting(portal, now):
    """Return the uids that wait; reads only."""
    queue = IAnnotations(portal).get(KEY)
    return queue.due(now) if queue is not None else []


def entry_of(portal, uid):
    """Return the Entry of a thing, or None; reads only."""
    queue = IAnnotations(portal).get(KEY)
    return queue.get(uid) if queue is not None else None
