"""Jobs that are wanted soon: a thread of a serving process does them beside the requests.

    soon.after_commit(portal, "mail")

It does what `kommunalhub tick` does of the same job, and where no thread runs (commands,
KOMMUNALHUB_DELIVERY=tick) the next tick does it. Each job has a thread of its own: no mail waits
for a file of 300 pages.
"""

from functools import partial
from kommunalhub.core.acting import site_as_system
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.jobs.runner import do_job
from kommunalhub.core.jobs.worker import Worker
from threading import Lock
from zope.component import getUtility


_lock = Lock()
_workers = {}


def at_once(portal, name):
    """Have a job of a site done soon, whatever becomes of this transaction."""
    worker_of(name).wake(portal)


def after_commit(portal, name):
    """Have a job of a site done soon once this transaction is committed, never if it fails."""
    worker_of(name).wake_after_commit(portal)


def worker_of(name):
    """Return the worker of a job in this process."""
    with _lock:
        if name not in _workers:
            pause = getattr(getUtility(IJob, name), "pause", 0)
            _workers[name] = Worker(f"kommunalhub-{name}", partial(do, name), pause)
        return _workers[name]


def do(name, database, path):
    """Do a job of a site in a connection of this thread; return when to do it again, or None."""
    with site_as_system(database, path) as portal:
        return None if portal is None else do_job(portal, name)
