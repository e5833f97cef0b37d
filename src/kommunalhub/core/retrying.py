"""How long to wait before something is tried again that another transaction came before."""

from time import sleep

import random


#: Seconds: at most this long after the first try, twice as long after each further one, to an end.
FIRST, LONGEST = 0.05, 1.0


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
