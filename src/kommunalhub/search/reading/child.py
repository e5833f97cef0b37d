"""Runs a program within limits: what it writes, why it has to be ended, what it has used."""

from contextlib import suppress
from kommunalhub.lib.filetext import limits as rules
from time import monotonic
from time import sleep

import os
import selectors
import signal
import sys


CHUNK = 65536
#: Bytes of output for each character of text, and for what stands around it.
OUTPUT_PER_CHARACTER, OUTPUT_BESIDE = 8, 4 * rules.MEGABYTE


def environment(folder):
    """Return an environment without secrets; where Python finds our code is all it needs."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8:replace",
        "LC_ALL": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
        **{name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ},
    }


def output(child, end, limits):
    """Return (what the program wrote, why it is to be ended now or None)."""
    most = limits.text * OUTPUT_PER_CHARACTER + OUTPUT_BESIDE
    output = bytearray()
    with selectors.DefaultSelector() as selector, child.stdout as pipe:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            left = end - monotonic()
            if left <= 0 or not selector.select(left):
                return output, (rules.TIMEOUT, "wall")
            block = os.read(pipe.fileno(), CHUNK)
            if not block:
                return output, None
            output += block
            if len(output) > most:
                return output, (rules.TOO_LARGE, "output")


def wait(child, end):
    """Wait until the program has ended, without reaping it; return why to end it or None."""
    while os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        if monotonic() > end:
            return (rules.TIMEOUT, "wall")
        sleep(0.01)
    return None


def reap(child):
    """End the program and all that it started; return (exit status, what it used)."""
    with suppress(ProcessLookupError, PermissionError):  # nobody left
        os.killpg(child.pid, signal.SIGKILL)
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage
