"""A process that buildout's bin/instance started: it takes over work of commands too, looks
after its budget, and spares the collector what stays.
"""

from App.config import getConfiguration
from kommunalhub.security.limits import budget
from kommunalhub.site.server import handover
from kommunalhub.site.server import memory

import atexit
import os


def listen(event):
    """Do so from now on, unless this process is itself one of `kommunalhub`."""
    if os.environ.get("KOMMUNALHUB_COMMAND"):
        return
    listener = handover.listen(getConfiguration().clienthome)
    atexit.register(listener.shutdown)
    budget.watch()
    memory.settle()
