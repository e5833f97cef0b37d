"""When nobody does any more what falls due."""

from datetime import timedelta


#: After this long without a run somebody should look why.
LATE = timedelta(hours=1)


def is_late(age):
    """Return whether the last run is too long ago; age: how long, None where there was none.

    >>> is_late(timedelta(minutes=60)), is_late(timedelta(minutes=61)), is_late(None)
    (False, True, True)
    """
    return age is None or age > LATE
