"""Transactions of our own: tried again after a conflict, and, where needed, in another connection.

Who writes outside the transaction of a request asks one of these; Plone begins and ends all others.

- `attempt`: in the connection that is open. Jobs and commands, which have no request around them.
- `aside`: in another connection, so that what is written stays when the request fails.
- `opened`: another connection to read from, as it was last committed.
- `WayBack`: in the transaction that goes on, what can be taken back alone.
"""

from contextlib import contextmanager
from kommunalhub.core.private.catalog import forget_results
from Products.CMFCore.indexing import getQueue
from Products.CMFCore.indexing import processQueue
from time import sleep
from transaction import TransactionManager
from transaction.interfaces import TransientError
from zope.globalrequest import getRequest

import random
import transaction


TRIES = 5
#: Seconds: at most this long after the first try, twice as long after each further one, to an end.
FIRST, LONGEST = 0.05, 1.0


def attempt(work, tries=TRIES, manager=transaction.manager):
    """Call `work` in a transaction of its own, again after conflicts; return what it returns.

    Raises the last conflict (TransientError) after so many tries, all else at once.
    """
    for number in range(tries):
        manager.begin()
        try:
            answer = work()
            manager.commit()
            return answer
        except TransientError:
            manager.abort()
            _forget()
            if number + 1 == tries:
                raise
            pause(number)
        except BaseException:
            manager.abort()
            _forget()
            raise


@contextmanager
def opened(database, manager=None):
    """Open a connection and yield it; what is not committed is dropped.

    manager: of its transactions, one of its own unless given.
    """
    manager = manager or TransactionManager()
    connection = database.open(transaction_manager=manager)
    try:
        yield connection
    finally:
        manager.abort()
        connection.close()


def aside(database, work, tries=TRIES):
    """Call work(connection) in a connection and a transaction of its own, as `attempt` does."""
    with opened(database) as connection:
        return attempt(lambda: work(connection), tries, connection.transaction_manager)


class WayBack:
    """A point to which a transaction can go back and then go on.

    What waits to be indexed is indexed before it: indexed after it, it would be forgotten on the
    way back and never come again. What has come to wait since goes: it may be of things that are
    not there any more.
    """

    def __init__(self):
        processQueue()
        self._savepoint = transaction.savepoint()

    def rollback(self):
        getQueue().setState([])
        self._savepoint.rollback()
        _forget()


def _forget():
    request = getRequest()
    if request is not None:
        forget_results(request)


def pause(number):
    """Sleep before the next try, longer from one to the next; number: 0 after the first."""
    sleep(random.uniform(0, longest_pause(number)))


def longest_pause(number):
    """Return seconds.

    >>> [longest_pause(number) for number in (0, 1, 4, 10)]
    [0.05, 0.1, 0.8, 1.0]
    """
    return min(FIRST * 2**number, LONGEST)


def delay_retry(request):
    """Wait before the publisher tries a request again.

    Instead of ZPublisher.HTTPRequest.delay_retry, whose waiting has no end: up to 2 seconds
    after the first try, a quarter of an hour after the tenth.
    """
    pause(request.retry_count)
