"""From the buffer of a process into the database, beside the requests.

The thread of a serving process does it PAUSE seconds after the first count. Where it does not run
(commands, KOMMUNALHUB_DELIVERY=tick) the job "tally" does, for the process it runs in.
"""

from collections import Counter
from contextlib import contextmanager
from kommunalhub.core.jobs.worker import place_of
from kommunalhub.core.jobs.worker import Worker
from kommunalhub.core.tally.interfaces import ISieve
from kommunalhub.core.tally.storage import ensure_numbers
from kommunalhub.core.tally.storage import numbers_of
from threading import Lock
from transaction import TransactionManager
from transaction.interfaces import TransientError
from zope.component import queryUtility
from zope.component.hooks import getSite
from zope.component.hooks import setSite

import logging


logger = logging.getLogger(__name__)

PAUSE = 5
#: A process keeps no more different counts than this at a time; more are lost.
MOST_WAITING = 10_000
ATTEMPTS = 5


class Buffer:
    """What this process has counted and not written down: {(kind, period, thing): number}."""

    def __init__(self):
        self._lock = Lock()
        self._waiting = {}

    def add(self, place, key, number=1):
        with self._lock:
            counter = self._waiting.setdefault(place, Counter())
            if key in counter or len(counter) < MOST_WAITING:
                counter[key] += number

    def take(self, place):
        """Return the Counter of a site and forget it."""
        with self._lock:
            return self._waiting.pop(place, Counter())

    def is_waiting(self, place):
        with self._lock:
            return bool(self._waiting.get(place))


buffer = Buffer()
worker = Worker("kommunalhub-tally", pause=PAUSE)


def add(portal, kind, period, thing):
    """Put one count into the buffer and see that it is written down soon."""
    place = place_of(portal)
    buffer.add(place, (kind, period, thing))
    worker.wake(*place, flush)


def flush(database, path):
    """Write down what was counted for a site; counts that cannot be written are lost and said."""
    counts = buffer.take((database, path))
    if not counts:
        return
    for _attempt in range(ATTEMPTS):
        manager = TransactionManager()
        connection = database.open(transaction_manager=manager)
        try:
            portal = connection.root()["Application"].unrestrictedTraverse(path, None)
            if portal is not None:
                with site_of(portal):
                    write(portal, counts)
                manager.get().note("Counting")
                manager.commit()
            return
        except TransientError:
            continue
        finally:
            manager.abort()
            connection.close()
    logger.warning("%s counts were lost to other writers", sum(counts.values()))


@contextmanager
def site_of(portal):
    """Be in a site; afterwards everything is as before."""
    before = getSite()
    setSite(portal)
    try:
        yield
    finally:
        setSite(before)


def write(portal, counts):
    """Add {(kind, period, thing): number} to what is kept."""
    things = {}
    for kind, _period, thing in counts:
        things.setdefault(kind, set()).add(thing)
    for kind, found in things.items():
        sieve = queryUtility(ISieve, kind.name)
        things[kind] = found if sieve is None else sieve(portal, found)
    for (kind, period, thing), number in counts.items():
        if thing in things[kind]:
            ensure_numbers(portal, kind).add(period, thing, number, kind.most)


def tidy(portal, kind, day):
    """Forget what is older than a kind keeps."""
    numbers = numbers_of(portal, kind)
    if numbers is not None:
        numbers.drop_before(kind.oldest(day))


def is_untidy(portal, kind, day):
    numbers = numbers_of(portal, kind)
    periods = () if numbers is None else numbers.periods
    return bool(periods) and periods.minKey() < kind.oldest(day)
