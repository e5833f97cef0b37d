"""Has the pages of a source read by the program `reader`, some at a time, within limits.

A file that brings the program down, or takes too long, is refused; the others are read all the
same.
"""

from dataclasses import replace
from kommunalhub.editorial.moving.sources import FILE
from kommunalhub.editorial.moving.sources import FOLDER
from kommunalhub.lib.filetext.limits import MEGABYTE
from kommunalhub.lib.filetext.limits import ReadingLimits
from kommunalhub.search.reading import child
from tempfile import TemporaryDirectory
from tempfile import TemporaryFile
from time import monotonic

import json
import os
import subprocess
import sys


PROGRAM = "kommunalhub.editorial.moving.reader"
#: Files and bytes of a job; seconds for one, and for a file alone.
TOGETHER, BYTES, SECONDS, ALONE = 50, 8 * MEGABYTE, 120, 40
LIMITS = ReadingLimits(wall=SECONDS, cpu=SECONDS, text=20_000_000)


class Spool:
    """What was read of each piece, on the disk: a source may be larger than the memory."""

    def __init__(self):
        self._file = TemporaryFile()  # noqa: SIM115 - gone with the last who knows of it
        self._at = {}

    def put(self, key, told):
        at = self._file.seek(0, os.SEEK_END)
        data = json.dumps(told).encode()
        self._file.write(data)
        self._at[key] = (at, len(data))

    def __contains__(self, key):
        return key in self._at

    def get(self, key):
        """Return what was put there."""
        at, length = self._at[key]
        self._file.seek(at)
        return json.loads(self._file.read(length))


def read_all(source, base, tell=None):
    """Yield (Listed, what the reader tells) of all pieces but folders and plain files.

    tell: called with how many are done and how many there are.
    """
    wanted = [one for one in source.found if not one.refused and one.kind not in (FOLDER, FILE)]
    done = 0
    for job in jobs_of(source.root, wanted):
        for one, told in read(source.root, job, base):
            done += 1
            yield one, told
        if tell is not None:
            tell(done, len(wanted))


def jobs_of(root, wanted):
    """Yield lists of Listed that are read together."""
    job, room = [], BYTES
    for one in wanted:
        size = size_of(root, one.key)
        if job and (len(job) == TOGETHER or size > room):
            yield job
            job, room = [], BYTES
        job.append(one)
        room -= size
    if job:
        yield job


def size_of(root, key):
    try:
        return os.lstat(os.path.join(root, key)).st_size
    except OSError:
        return 0


def read(root, job, base):
    """Yield (Listed, what the reader tells) of the files of a job."""
    left = list(job)
    while left:
        seconds = ALONE if len(left) == 1 else SECONDS
        told = run(root, left, base, replace(LIMITS, wall=seconds, cpu=seconds))
        while left and left[0].key in told:
            one = left.pop(0)
            yield one, told[one.key]
        if not left:
            return
        # who is next has brought it down, unless those before have used all there was
        suspect = left.pop(0)
        alone = run(root, [suspect], base, replace(LIMITS, wall=ALONE, cpu=ALONE))
        yield suspect, alone.get(suspect.key, {"refused": ["brought_down", ""]})


def run(root, job, base, limits):
    """Return {key: what the reader tells} of as many files as it got through."""
    task = {
        "root": root,
        "base": base,
        "files": [{"key": one.key, "kind": one.kind} for one in job],
    }
    command = [sys.executable, "-P", "-m", PROGRAM, "--limits", limits.as_text()]
    with TemporaryDirectory(prefix="kommunalhub-") as folder, TemporaryFile() as file:
        file.write(json.dumps(task).encode())
        file.seek(0)
        program = subprocess.Popen(
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=child.environment(folder),
            start_new_session=True,
        )
        try:
            end = monotonic() + limits.wall
            written, why = child.output(program, end, limits)
            if why is None:
                child.wait(program, end)
        finally:
            child.reap(program)
    return told_in(written)


def told_in(written):
    """Return {key: what is told} of the whole lines that a reader wrote."""
    found = {}
    for line in bytes(written).split(b"\n")[:-1]:
        try:
            told = json.loads(line)
            found[told.pop("key")] = told
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return found
