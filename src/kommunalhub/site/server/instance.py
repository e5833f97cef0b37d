"""A process that buildout's bin/instance started: it takes over work of commands too."""

from App.config import getConfiguration
from kommunalhub.site.server import handover

import atexit
import os


def listen(event):
    """Take commands from now on, unless this process is itself one of `kommunalhub`."""
    if os.environ.get("KOMMUNALHUB_COMMAND"):
        return
    listener = handover.listen(getConfiguration().clienthome)
    atexit.register(listener.shutdown)
