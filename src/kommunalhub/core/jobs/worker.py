"""A thread of a serving process that does work beside the requests, soon after it is woken.

It holds no connection while it waits. KOMMUNALHUB_DELIVERY=tick leaves all such work to the jobs.
"""

from threading import Event
from threading import Lock
from threading import Thread
from time import sleep

import logging
import os


logger = logging.getLogger(__name__)

VARIABLE = "KOMMUNALHUB_DELIVERY"


class Worker:
    """One thread for all sites of the process, started when there is the first work.

    name: of the thread. pause: seconds between waking and working, so that more comes together.
    """

    def __init__(self, name, pause=0):
        self.name = name
        self.pause = pause
        self.is_serving = False
        self._lock = Lock()
        self._woken = Event()
        self._thread = None
        self._places = set()

    @property
    def is_at_work(self):
        """Tell whether this process does such work in a thread at all."""
        return self.is_serving and os.environ.get(VARIABLE) != "tick"

    def wake(self, database, path, work):
        """Have work(database, path) called soon; nothing where the jobs do it."""
        if not self.is_at_work:
            return
        with self._lock:
            self._places.add((database, path, work))
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name=self.name, daemon=True)
                self._thread.start()
        self._woken.set()

    def _work(self):
        while True:
            self._woken.wait()
            sleep(self.pause)
            self._woken.clear()
            with self._lock:
                places, self._places = self._places, set()
            for database, path, work in places:
                try:
                    work(database, path)
                except Exception:
                    logger.exception("%s: could not be done now", self.name)
