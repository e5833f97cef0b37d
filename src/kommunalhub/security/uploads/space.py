"""A disk that is full, as its errors say. Pure."""

from errno import EDQUOT
from errno import EFBIG
from errno import ENOSPC


#: No space left, quota used up, file as big as the process may make one.
NUMBERS = {ENOSPC, EDQUOT, EFBIG}
#: PostgreSQL's "disk full", wherever the database is.
SQLSTATE = "53100"


def is_full(error):
    """Say whether there was no room to write to, also where that is behind another error.

    >>> is_full(OSError(ENOSPC, "No space left on device")), is_full(OSError(2, "No such file"))
    (True, False)
    """
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, OSError) and error.errno in NUMBERS:
            return True
        if getattr(error, "pgcode", None) == SQLSTATE:
            return True
        error = error.__cause__ or error.__context__
    return False
