"""A thread of a serving process that does work beside the requests, soon after it is woken.

It holds no connection while it waits. Jobs are done so, see soon.
"""

from kommunalhub.core import formatting
from threading import Event
from threading import Lock
from threading import Thread
from time import sleep

import logging
import os
import transaction


logger = logging.getLogger(__name__)

VARIABLE = "KOMMUNALHUB_DELIVERY"


class Worker:
    """One thread for all sites of the process, started when there is the first work.

    name: of the thread. pause: seconds between waking and working, so that more comes together.
    work: called with (database, path of the site). It may return the moment (datetime) at which it
    wants to be called again; work that raises is not, until it is woken for again.
    """

    #: Whether this process answers requests.
    is_serving = False

    def __init__(self, name, work, pause=0):
        self.name = name
        self.work = work
        self.pause = pause
        self._lock = Lock()
        self._woken = Event()
        self._thread = None
        self._places = {}  # (database, path): when, None for now

    @property
    def is_at_work(self):
        """Tell whether this process does such work in a thread at all."""
        return self.is_serving and os.environ.get(VARIABLE) != "tick"

    def wake_after_commit(self, portal):
        """Have the work done soon for a site once the transaction is committed, if it is."""
        if self.is_at_work and portal._p_jar is not None:
            transaction.get().addAfterCommitHook(self._ended, args=place_of(portal))

    def _ended(self, is_committed, *place):
        if is_committed:
            self._begin(place)

    def wake(self, portal):
        """Have the work done soon for a site; nothing where a tick does it."""
        if self.is_at_work and portal._p_jar is not None:
            self._begin(place_of(portal))

    def _begin(self, place):
        with self._lock:
            self._places[place] = None
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name=self.name, daemon=True)
                self._thread.start()
        self._woken.set()

    def _work(self):
        seconds = None
        while True:
            self._woken.wait(seconds)
            sleep(self.pause)
            self._woken.clear()
            seconds = self._round()

    def _round(self):
        """Do all that is due; return the seconds until something is again, None for never."""
        for place in self._take(formatting.now()):
            try:
                again = self.work(*place)
            except Exception:
                logger.exception("%s: could not be done now", self.name)
                continue
            if again is not None:
                with self._lock:
                    self._places.setdefault(place, again)
        with self._lock:
            times = [when for when in self._places.values() if when is not None]
        return max(1, (min(times) - formatting.now()).total_seconds()) if times else None

    def _take(self, now):
        with self._lock:
            due = [place for place, when in self._places.items() if when is None or when <= now]
            for place in due:
                del self._places[place]
        return due


def place_of(portal):
    """Return (database, path) of a site, for whoever has no connection yet."""
    return portal._p_jar.db(), "/".join(portal.getPhysicalPath()[1:])


def request_begins(event):
    """A process that answers requests does such work by itself."""
    Worker.is_serving = True
