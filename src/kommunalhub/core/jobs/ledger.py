"""Who is at the jobs now, and what came of the last run.

The lease keeps two machines from doing the same work twice at once and conflicting all the time.
Nothing relies on it: each job looks again, in its own transaction, whether a thing is still due.
"""

from datetime import datetime
from datetime import timedelta
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from threading import get_ident
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations

import os
import socket


KEY = "kommunalhub.core.jobs"
LEASE = timedelta(seconds=60)
#: Tells this process from an earlier one with the same number.
PROCESS = uuid4().hex


class Ledger(Persistent):
    """Kept on the site. last: see runner.Report.as_record."""

    holder = None
    until = None
    last = None


def ledger_of(portal):
    """Return the ledger of a site, made when it is missing."""
    return ensured_on(portal, KEY, Ledger)


def last_run(portal):
    """Return the record of the last run, or None; reads only."""
    ledger = IAnnotations(portal).get(KEY)
    return ledger.last if ledger is not None else None


def myself():
    """Return what to call this thread of this process."""
    return (socket.gethostname(), os.getpid(), PROCESS, get_ident())


def claim(portal, now):
    """Take or prolong the lease; return whether it is ours. The caller commits."""
    ledger = ledger_of(portal)
    me = myself()
    if ledger.holder not in (None, me) and ledger.until > now and not is_gone(ledger.holder):
        return False
    ledger.holder, ledger.until = me, now + LEASE
    return True


def is_gone(holder):
    """Return whether the holder is a process of this machine that has ended."""
    host, pid, process, _thread = holder
    if host != socket.gethostname():
        return False
    if pid == os.getpid():
        return process != PROCESS
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def finish(portal, record):
    """Write down what came of a run and give the lease back; the caller commits."""
    ledger = ledger_of(portal)
    if ledger.holder == myself():
        ledger.holder = ledger.until = None
    ledger.last = record


def age_of(record, now):
    """Return how long ago a run was; None where there was none."""
    return now - datetime.fromisoformat(record["when"]) if record else None
