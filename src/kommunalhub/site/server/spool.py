"""A mail on standard input, kept in a file for the process that takes it.

Only the standard library is imported here, as in handover.py.
"""

from contextlib import contextmanager
from kommunalhub.site.server import configuration
from kommunalhub.site.server import handover
from pathlib import Path
from tempfile import NamedTemporaryFile

import os


#: Bytes of a mail; a larger one goes back to who sent it.
LARGEST = 200 * 1024 * 1024
#: What sysexits.h calls EX_UNAVAILABLE and EX_TEMPFAIL: sent back, tried again later.
TOO_LARGE, LATER = 69, 75
CHUNK = 1024 * 1024


@contextmanager
def spooled(args, stream):
    """Keep what is in a stream in a file for as long as a block lasts, its path in `args.file`.

    Yields whether all of it fits. The file lies where nobody but the account that serves can enter,
    so that this account can read what root has written.
    """
    ini = Path(args.ini).resolve() if args.ini else configuration.prepare(args.var)
    folder = handover.clienthome(ini) / handover.FOLDER
    with NamedTemporaryFile(
        prefix="mail-", suffix=".eml", dir=folder if folder.is_dir() else None
    ) as file:
        if folder.is_dir():
            os.fchmod(file.fileno(), 0o644)
        left = LARGEST
        while left >= 0 and (block := stream.read(CHUNK)):
            file.write(block)
            left -= len(block)
        file.flush()
        args.file = file.name
        yield left >= 0


def code_of(code):
    """Return the exit code that a mail server understands: whatever went wrong, the mail waits.

    >>> code_of(0), code_of(1), code_of(3)
    (0, 75, 75)
    """
    return LATER if code else 0
