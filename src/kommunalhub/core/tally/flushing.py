"""From the buffer of a process into the database, beside the requests.

The job "tally" does it for the process it runs in: its thread some seconds after the first count.
"""

from collections import Counter
from kommunalhub.core.jobs import soon
from kommunalhub.core.jobs.worker import place_of
from kommunalhub.core.tally.interfaces import ISieve
from kommunalhub.core.tally.storage import ensure_numbers
from kommunalhub.core.tally.storage import numbers_of
from kommunalhub.core.transactions import attempt
from threading import Lock
from transaction.interfaces import TransientError
from zope.component import queryUtility

import logging


logger = logging.getLogger(__name__)

#: A process keeps no more different counts than this at a time; more are lost.
MOST_WAITING = 10_000


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


def add(portal, kind, period, thing):
    """Put one count into the buffer and see that it is written down soon."""
    buffer.add(place_of(portal), (kind, period, thing))
    soon.at_once(portal, "tally")


def flush(portal):
    """Write down what was counted for a site; counts that cannot be written are lost and said."""
    counts = buffer.take(place_of(portal))
    if not counts:
        return
    try:
        attempt(lambda: write(portal, counts))
    except TransientError:
        logger.warning("%s counts were lost to other writers", sum(counts.values()))


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
