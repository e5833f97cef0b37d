"""A process that buildout's bin/instance started: it takes over work of commands too, and looks
after its budget.
"""

from App.config import getConfiguration
from kommunalhub.security.limits import budget
from kommunalhub.site.server import handover

import atexit
import os


def listen(event):
    """Do so from now on, unless this process is itself one of `kommunalhub`."""
    if os.environ.get("KOMMUNALHUB_COMMAND"):
        return
    listener = handover.listen(getConfiguration().clienthome)
    atexit.register(listener.shutdown)
    budget.watch()
