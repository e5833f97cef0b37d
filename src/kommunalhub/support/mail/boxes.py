"""Where mails wait: a Maildir, or a folder of an IMAP server. Nothing is deleted in either.

What was taken is marked as seen. Should a process die before that, the mail comes again, and is
known by then.
"""

from contextlib import contextmanager
from functools import partial
from kommunalhub.support.mail import reading
from pathlib import Path
from tempfile import TemporaryDirectory

import imaplib
import logging
import os
import re
import ssl


logger = logging.getLogger(__name__)

#: Mails that are taken at once; the next run goes on.
MOST = 1_000
#: Seconds that a server may keep us waiting.
PATIENCE = 30
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class BoxError(Exception):
    """A box that cannot be opened, or hangs up; args[0] says why, without names and passwords."""


def waiting(box):
    """Return how many mails wait in a Maildir; of a server nobody knows without asking."""
    return len(_names(box)) if box.path else 1


def opened(box):
    """Return a context with what waits in a box as an iterable of (path, done), done a function."""
    return _maildir(box) if box.path else _imap(box)


def _names(box):
    try:
        with os.scandir(Path(box.path) / "new") as entries:
            names = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
    except OSError as error:
        raise BoxError(f"The Maildir cannot be read: {error.strerror}") from error
    return sorted(name for name in names if not name.startswith("."))[:MOST]


@contextmanager
def _maildir(box):
    new, seen = Path(box.path) / "new", Path(box.path) / "cur"

    def done(name):
        try:
            os.rename(new / name, seen / f"{name.partition(':2,')[0]}:2,S")
        except FileNotFoundError:
            logger.info("another process has taken a mail")

    yield [(str(new / name), partial(done, name)) for name in _names(box)]


@contextmanager
def _imap(box):
    line = connected(box)
    try:
        with TemporaryDirectory(prefix="kommunalhub-") as folder:
            yield _fetched(line, folder)
    except (OSError, imaplib.IMAP4.error) as error:
        raise BoxError(f"The mail server hung up: {type(error).__name__}") from error
    finally:
        try:
            line.logout()
        except (OSError, imaplib.IMAP4.error):
            logger.info("the mail server was gone already")


def connected(box):
    """Return a connection to the folder of an IMAP server."""
    try:
        line = connect(box)
        line.login(box.user, box.password())
        answer, _data = line.select(f'"{box.folder}"')
    except (OSError, imaplib.IMAP4.error) as error:
        raise BoxError(f"The mail server does not let us in: {type(error).__name__}") from error
    if answer != "OK":
        raise BoxError("The mail server has no such folder")
    return line


def connect(box):
    """Return a connection to an IMAP server that proves who it is."""
    context = ssl.create_default_context()
    return imaplib.IMAP4_SSL(box.host, box.port, ssl_context=context, timeout=PATIENCE)


def _fetched(line, folder):
    """Yield (path, done) of each mail that nobody has seen, its bytes fetched into a folder."""
    _answer, found = line.uid("SEARCH", None, "UNSEEN", "UNDELETED")
    for uid in (found[0] or b"").split()[:MOST]:
        path = os.path.join(folder, f"{uid.decode()}.eml")
        data = _bytes_of(line, uid)
        if data is None:
            continue
        with open(path, "wb") as file:
            file.write(data)
        yield path, partial(_seen, line, uid, path)


def _seen(line, uid, path):
    line.uid("STORE", uid, "+FLAGS", r"(\Seen)")
    os.unlink(path)


def _bytes_of(line, uid):
    """Return a mail; of one that is too large as much as tells so."""
    _answer, told = line.uid("FETCH", uid, "(RFC822.SIZE)")
    size = SIZE.search(_joined(told))
    what = "BODY.PEEK[]"
    if size and int(size[1]) > reading.LARGEST:
        what = f"BODY.PEEK[]<0.{reading.LARGEST + 1}>"
    _answer, data = line.uid("FETCH", uid, f"({what})")
    bodies = [part[1] for part in data if isinstance(part, tuple)]
    return bodies[0] if bodies else None


def _joined(data):
    return b" ".join(part if isinstance(part, bytes) else part[0] for part in data if part)
