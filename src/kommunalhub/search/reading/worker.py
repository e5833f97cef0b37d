"""The thread of a serving process that reads files as soon as they are committed.

It is woken after a commit and holds no connection while it waits. Where it does not run (commands,
KOMMUNALHUB_DELIVERY=tick) the job "reading" does the same; both at once never read a file twice.
"""

from kommunalhub.core.jobs.system import as_system
from Testing.makerequest import makerequest
from threading import Event
from threading import Lock
from threading import Thread
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest

import logging
import os
import transaction


logger = logging.getLogger(__name__)

VARIABLE = "KOMMUNALHUB_DELIVERY"


class Worker:
    """One thread for all sites of the process, started when there is the first file."""

    def __init__(self):
        self.is_serving = False
        self._lock = Lock()
        self._woken = Event()
        self._thread = None
        self._places = set()

    def wake(self, database, path, work):
        """Have work(portal) called soon for a site."""
        with self._lock:
            self._places.add((database, path, work))
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name="kommunalhub-reading", daemon=True)
                self._thread.start()
        self._woken.set()

    def _work(self):
        while True:
            self._woken.wait()
            self._woken.clear()
            with self._lock:
                places, self._places = self._places, set()
            for place in places:
                try:
                    do(*place)
                except Exception:
                    logger.exception("Files could not be read; the next run of the jobs will")


worker = Worker()


def do(database, path, work):
    """Call work(portal) as the system, with a connection of this thread."""
    connection = database.open()
    try:
        app = makerequest(connection.root()["Application"], environ={"HTTP_ACCEPT_LANGUAGE": "de"})
        setRequest(app.REQUEST)
        portal = app.unrestrictedTraverse(path, None)
        if portal is not None:
            with as_system(portal):
                work(portal)
    finally:
        transaction.abort()
        clearRequest()
        connection.close()


def request_begins(event):
    """A process that answers requests reads files by itself."""
    worker.is_serving = True


def wake_after_commit(portal, work):
    """Have work(portal) done when the transaction has been committed, not when it failed."""
    if not worker.is_serving or os.environ.get(VARIABLE) == "tick" or portal._p_jar is None:
        return
    path = "/".join(portal.getPhysicalPath()[1:])
    transaction.get().addAfterCommitHook(_wake, args=(portal._p_jar.db(), path, work))


def _wake(is_committed, database, path, work):
    if is_committed:
        worker.wake(database, path, work)
