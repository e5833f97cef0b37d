"""Starts the program that reads mails (lib/mailtext) and takes what it says, file by file.

Several mails share a program, for starting it costs more than reading one. Should it die over one
of them, that one is told so and the next program goes on behind it.
"""

from dataclasses import replace
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.lib.mailtext.message import Mail
from kommunalhub.lib.mailtext.message import read_head
from kommunalhub.search.reading import child
from tempfile import TemporaryDirectory
from tempfile import TemporaryFile
from time import monotonic

import io
import json
import logging
import os
import selectors
import subprocess
import sys


logger = logging.getLogger(__name__)

CHILD = "kommunalhub.lib.mailtext"
#: Bytes of a mail; a larger one is parked with its headers.
LARGEST = 50 * rules.MEGABYTE
#: Seconds for a mail, of computing and on the clock, and mails that share a program.
CPU, WALL, TOGETHER = 20, 30, 50
LIMITS = rules.ReadingLimits(file=LARGEST, memory=768 * rules.MEGABYTE, cpu=CPU, wall=WALL)
#: Bytes of what is looked at of a mail that is too large.
HEAD = 64 * 1024
#: The program writes no more than this for what it was given: files as they are, texts twice.
BESIDE = 16 * rules.MEGABYTE
CHUNK = 65536
LARGE, BROKEN, DIED = "large", "broken", "died"


class MailUpload(io.BufferedIOBase):
    """A file of a mail as uploads come: `filename`, to be read and sought."""

    def __init__(self, stream, start, size, filename, kind):
        self.stream, self.start, self.size = stream, start, size
        self.filename, self.kind = filename, kind
        self.at = 0

    def seek(self, offset, whence=os.SEEK_SET):
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self.at, os.SEEK_END: self.size}[whence]
        self.at = max(0, base + offset)
        return self.at

    def tell(self):
        return self.at

    def read(self, size=-1):
        left = max(0, self.size - self.at)
        size = left if size is None or size < 0 else min(size, left)
        self.stream.seek(self.start + self.at)
        data = self.stream.read(size)
        self.at += len(data)
        return data

    def readable(self):
        return True

    def seekable(self):
        return True


def read_all(paths):
    """Yield (path, Mail, None or why not) for mails in files; one that is gone is left out.

    `mail.files` are MailUploads, good until the next one is asked for. Of a mail that is too large
    or broken there are headers alone, and why.
    """
    left = [(path, size) for path in paths if (size := size_of(path)) is not None]
    for path, size in left:
        if size > LARGEST:
            yield path, head_of(path), LARGE
    left = [path for path, size in left if size <= LARGEST]
    while left:
        some, left = left[:TOGETHER], left[TOGETHER:]
        done = yield from _read_some(some)
        if done < len(some):  # the program died over this one
            yield some[done], head_of(some[done]), DIED
            left = [*some[done + 1 :], *left]


def size_of(path):
    """Return the bytes of a file, None where somebody else has taken it."""
    try:
        return os.path.getsize(path)
    except FileNotFoundError:
        return None


def head_of(path):
    """Return the Mail of a file of which only the headers are known."""
    with open(path, "rb") as file:
        try:
            return read_head(file.read(HEAD))
        except Exception:  # headers alone, and yet: it is parked without them
            logger.exception("not even the headers of a mail can be read")
            return Mail()


def _read_some(paths):
    """Yield as read_all, with one program; return how many it has come to an end with."""
    limits = replace(LIMITS, cpu=CPU * len(paths))
    most = BESIDE + 4 * sum(size_of(path) or 0 for path in paths)
    done = at = 0
    with TemporaryFile() as told:
        _run(paths, limits, told, most)
        for path in paths:
            found, at = _next(told, at)
            if found is None:
                break
            done += 1
            why = found.pop("why", None)
            if why:
                yield path, head_of(path), why
                continue
            mail, at = _mail_of(found, told, at)
            yield path, mail, None
    return done


def _mail_of(found, told, at):
    """Return (Mail, where its files end)."""
    files = []
    for name, kind, size in found.pop("files"):
        files.append(MailUpload(told, at, size, name, kind))
        at += size
    mail = Mail(**found, files=files)
    mail.sender, mail.reply_to = tuple(mail.sender), tuple(mail.reply_to)
    return mail, at


def _next(told, at):
    """Return (what is said of the next mail, where its files begin); None where it ended before."""
    end = told.seek(0, os.SEEK_END)
    told.seek(at)
    line = told.readline()
    try:
        found = json.loads(line)
        size = sum(file[2] for file in found.get("files", ()))
    except (ValueError, TypeError, AttributeError):
        return None, at
    at = told.tell()
    return (found, at) if end - at >= size else (None, at)


def _run(paths, limits, told, most):
    command = [sys.executable, "-P", "-m", CHILD, limits.as_text(), *map(os.path.abspath, paths)]
    with TemporaryDirectory(prefix="kommunalhub-") as folder:
        program = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=child.environment(folder),
            start_new_session=True,
        )
        try:
            end = monotonic() + WALL * len(paths) + 5
            if _copy(program.stdout, told, end, most):
                child.wait(program, end)
        finally:
            child.reap(program)


def _copy(pipe, told, end, most):
    """Copy what a program writes into a file; return whether it came to an end by itself."""
    written = 0
    with selectors.DefaultSelector() as selector, pipe:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            left = end - monotonic()
            if left <= 0 or written > most or not selector.select(left):
                return False
            block = os.read(pipe.fileno(), CHUNK)
            if not block:
                return True
            told.write(block)
            written += len(block)
