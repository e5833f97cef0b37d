"""A thread of a serving process that does work beside the requests, soon after it is woken.

It holds no connection while it waits. Where it does not run (commands, KOMMUNALHUB_DELIVERY=tick)
such work is left to the jobs, which do the same.
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
    Work is called with (database, path of the site). It may return the moment (datetime) at which
    it wants to be called again; work that raises is not, until it is woken for again.
    """

    #: Whether this process answers requests.
    is_serving = False

    def __init__(self, name, pause=0):
        self.name = name
        self.pause = pause
        self._lock = Lock()
        self._woken = Event()
        self._thread = None
        self._places = {}  # (database, path, work): when, None for now

    @property
    def is_at_work(self):
        """Tell whether this process does such work in a thread at all."""
        return self.is_serving and os.environ.get(VARIABLE) != "tick"

    def wake_after_commit(self, portal, work):
        """Have work called soon for a site once the transaction is committed, never if it fails."""
        if self.is_at_work and portal._p_jar is not None:
            place = (*place_of(portal), work)
            transaction.get().addAfterCommitHook(self._ended, args=place)

    def _ended(self, is_committed, *place):
        if is_committed:
            self.wake(*place)

    def wake(self, database, path, work):
        """Have work(database, path) called soon; nothing where the jobs do it."""
        if not self.is_at_work:
            return
        with self._lock:
            self._places[database, path, work] = None
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
            database, path, work = place
            try:
                again = work(database, path)
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
