"""Lets every Python process of a test run live at the run's moment; see tests/moments.py.

Python imports this by itself at its start where this folder is in $PYTHONPATH.
"""

import os
import sys
import time


#: Seconds from the real time to the time of the tests.
SHIFT = "KOMMUNALHUB_TESTS_SHIFT"
#: Where time_machine is: environments that tests make have none of their own.
PACKAGES = "KOMMUNALHUB_TESTS_PACKAGES"


def travel():
    """Move every clock of this process, for good; they go on ticking."""
    sys.path.append(os.environ[PACKAGES])
    try:
        import time_machine
    finally:
        sys.path.remove(os.environ[PACKAGES])
    clocks = time_machine.travel(0, tick=True).start()  # takes some tenths of a second
    clocks.move_to(time_machine.escape_hatch.time.time() + float(os.environ[SHIFT]))
    time.time()  # at the first reading they begin to tick


if __name__ == "sitecustomize" and SHIFT in os.environ:
    travel()
