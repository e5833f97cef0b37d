"""The reading program as it would be if `b.html` brought it down: python -m …"""

from kommunalhub.editorial.moving.reader import __main__ as reader

import os
import signal
import sys


plain = reader.read


def read(root, one, base, limits):
    if one["key"] == "b.html":
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(root, one, base, limits)


if __name__ == "__main__":
    reader.read = read
    sys.exit(reader.main())
