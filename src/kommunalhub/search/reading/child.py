"""Runs a program within limits: what it writes, why it has to be ended, what it has used."""

from contextlib import suppress
from kommunalhub.lib.filetext import limits as rules
from tempfile import TemporaryDirectory
from time import monotonic
from time import sleep

import json
import os
import selectors
import signal
import subprocess
import sys


CHUNK = 65536
#: Bytes of output for each character of text, and for what stands around it.
OUTPUT_PER_CHARACTER, OUTPUT_BESIDE = 8, 4 * rules.MEGABYTE


def run(module, arguments, file, limits, wall=None, files=(), heard=None):
    """Run a module of ours as a program on an open file; return what came of it.

    (what it wrote, (outcome, reason) for which it was ended or None, exit status, what it used).
    arguments: of its command line; file: of the operating system, its standard input; wall: seconds
    on the clock, limits.wall unless given; files: numbers of open files that it is given besides;
    heard: called with each block of what it writes.
    """
    with TemporaryDirectory(prefix="kommunalhub-") as folder:
        program = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment(folder),
            start_new_session=True,
            pass_fds=files,
        )
        try:
            end = monotonic() + (wall or limits.wall)
            written, why = output(program, end, limits, heard)
            why = why or wait(program, end)
        finally:
            status, usage = reap(program)
    return written, why, status, usage


def said(line):
    """Return the object that a line of what a program wrote tells of, None where it is none."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def all_said(written):
    """Return the objects that a program wrote, one in each line."""
    return [told for line in bytes(written).split(b"\n") if (told := said(line))]


def end_said(told):
    """Return what a program said of its end, None where it did not come to it; told: all_said."""
    return next((one["end"] for one in told if isinstance(one.get("end"), dict)), None)


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


def output(child, end, limits, heard=None):
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
            if heard is not None:
                heard(block)
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
