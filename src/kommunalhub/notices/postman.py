"""The thread of a serving process that takes mails to the server as soon as they are committed.

It is woken after a commit, never works inside a request, and holds no connection while it waits.
Where it does not run (commands, KOMMUNALHUB_DELIVERY=tick) the job "mail" does the same.
"""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.notices.delivery import deliver
from kommunalhub.notices.delivery import Place
from threading import Event
from threading import Lock
from threading import Thread

import logging
import os
import transaction


logger = logging.getLogger(__name__)

VARIABLE = "KOMMUNALHUB_DELIVERY"
#: The longest sleep while something waits: somebody may have pressed "try again" elsewhere.
LOOK_AGAIN = timedelta(minutes=1)


class Postman:
    """One thread for all sites of the process, started when there is the first mail."""

    def __init__(self):
        self.is_serving = False
        self._lock = Lock()
        self._woken = Event()
        self._thread = None
        self._places = set()

    def wake(self, place):
        """Have the mails of a site sent soon."""
        with self._lock:
            self._places.add(place)
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name="kommunalhub-mail", daemon=True)
                self._thread.start()
        self._woken.set()

    def _work(self):
        seconds = None
        while True:
            self._woken.wait(seconds)
            self._woken.clear()
            seconds = self._round()

    def _round(self):
        """Go to all sites; return the seconds until something is due again, None for never."""
        due = []
        with self._lock:
            places = list(self._places)
        for place in places:
            try:
                due.append(deliver(place))
            except Exception:
                logger.exception("Mails could not be sent")
                with self._lock:
                    self._places.discard(place)
        times = [when for when in due if when is not None]
        if not times:
            return None
        wait = max(min(times) - formatting.now(), timedelta(seconds=1))
        return min(wait, LOOK_AGAIN).total_seconds()


postman = Postman()


def request_begins(event):
    """A process that answers requests sends mails by itself."""
    postman.is_serving = True


def wake_after_commit(portal):
    """Wake the postman when the transaction has been committed, not when it failed."""
    if not postman.is_serving or os.environ.get(VARIABLE) == "tick" or portal._p_jar is None:
        return
    transaction.get().addAfterCommitHook(_wake, args=(Place.of(portal),))


def _wake(is_committed, place):
    if is_committed:
        postman.wake(place)
