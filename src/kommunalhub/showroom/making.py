"""What is made of a file after the commit: claimed, made (no transaction is open), kept.

As files are read (search/reading): a queue on the site, so that nothing is lost when a process
dies, a child process within limits, and what came of it only where the file is still the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace
from kommunalhub.core import formatting
from kommunalhub.core import tools
from kommunalhub.core.caching import revision
from kommunalhub.core.jobs import soon
from kommunalhub.core.private.database import blob_of
from kommunalhub.core.transactions import attempt
from kommunalhub.search.reading.queue import CLAIM
from kommunalhub.search.reading.queue import Entry
from kommunalhub.search.reading.queue import is_claimed
from kommunalhub.search.reading.queue import queue_of
from kommunalhub.search.reading.queue import TRIES
from kommunalhub.search.reading.queue import waiting
from kommunalhub.search.reading.state import fingerprint
from plone.uuid.interfaces import IUUID
from ZODB.POSException import POSKeyError

import transaction


#: Why nothing came of a file: it takes its reader down, or is not there any more.
UNSAFE, MISSING = "unsafe", "missing"
READY, FAILED = "ready", "failed"


class NotMade(Exception):
    """Nothing comes of a file; `problem`: a text, see what makes it."""

    def __init__(self, problem):
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Making:
    """One kind of it; all that is called is told the thing first.

    job, queue: names. file(thing): its file or None. begun(thing): somebody is at it from now on.
    make(stream, told): context manager of what is made; raises NotMade; told is called with how far
    it is, and `tell(thing, percent)` then notes it. keep(thing, mark, made) and
    fail(thing, mark, problem): mark is the fingerprint of the file.
    """

    job: str
    queue: str
    file: Callable
    make: Callable
    keep: Callable
    fail: Callable
    begun: Callable = lambda thing: None
    tell: Callable = lambda thing, percent: None

    def want(self, thing):
        """Put a thing into the queue; it is made soon after the commit."""
        uid = IUUID(thing, None)
        if uid is None:
            return False
        portal = tools.site()
        queue_of(portal, self.queue).put(uid, Entry(formatting.now()))
        soon.after_commit(portal, self.job)
        return True

    def waiting(self, portal, now):
        """Return the uids of things that wait; reads only."""
        return waiting(portal, now, self.queue)

    def do(self, portal, uid):
        """Make one that waits; return READY or FAILED, None when there was nothing to do.

        Begins and commits transactions. The site is set and the system is acting.
        """
        mark = attempt(lambda: self._claim(portal, uid))
        if mark is None:
            return None
        stream = self._opened(uid, mark)
        if stream is None:
            return attempt(lambda: self._fail(portal, uid, mark, MISSING))
        with stream:
            try:
                with self.make(stream, lambda percent: self._tell(uid, mark, percent)) as made:
                    return attempt(lambda: self._keep(portal, uid, mark, made))
            except NotMade as bad:
                problem = bad.problem
            return attempt(lambda: self._fail(portal, uid, mark, problem))

    def _claim(self, portal, uid):
        """Return the fingerprint of a file that is ours to make something of now, or None."""
        now, queue = formatting.now(), queue_of(portal, self.queue)
        entry, thing = queue.get(uid), tools.thing_of(uid)
        if entry is None or is_claimed(entry, now):
            return None
        file = self.file(thing) if thing is not None else None
        if file is None:
            queue.drop(uid)
            return None
        if entry.tries >= TRIES:
            self._fail(portal, uid, fingerprint(file), UNSAFE)
            return None
        queue.put(uid, replace(entry, tries=entry.tries + 1, until=now + CLAIM))
        self.begun(thing)
        return fingerprint(file)

    def _opened(self, uid, mark):
        """Return the file, open outside of transactions; None if it is gone."""
        transaction.begin()
        try:
            file = self.file(tools.thing_of(uid))
            if file is None or fingerprint(file) != mark:
                return None
            return open(blob_of(file).committed(), "rb")
        except (POSKeyError, OSError, AttributeError):
            return None
        finally:
            transaction.abort()

    def _tell(self, uid, mark, percent):
        """Note how far the work is, where the file is still the same."""

        def note():
            thing = tools.thing_of(uid)
            if self._is_still(thing, mark):
                self.tell(thing, percent)

        attempt(note)

    def _keep(self, portal, uid, mark, made):
        thing = tools.thing_of(uid)
        if not self._is_still(thing, mark):
            return self._again(portal, uid, thing)
        self.keep(thing, mark, made)
        queue_of(portal, self.queue).drop(uid)
        if revision.is_public(thing):  # pages that show it and are kept do so from now on
            revision.advance(portal)
        return READY

    def _fail(self, portal, uid, mark, problem):
        thing = tools.thing_of(uid)
        if not self._is_still(thing, mark):
            return self._again(portal, uid, thing)
        self.fail(thing, mark, problem)
        queue_of(portal, self.queue).drop(uid)
        return FAILED

    def _is_still(self, thing, mark):
        file = self.file(thing) if thing is not None else None
        return file is not None and fingerprint(file) == mark

    def _again(self, portal, uid, thing):
        """Leave a file that is another one by now to the next turn, one that is gone to nobody."""
        queue = queue_of(portal, self.queue)
        entry = queue.get(uid)
        if thing is None or self.file(thing) is None:
            queue.drop(uid)
        elif entry is not None:
            queue.put(uid, replace(entry, tries=0, until=None))
        return None
