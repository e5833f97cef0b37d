"""Does what is due: each key of each job in a transaction of its own, once.

(Where a job allows it several share one; should that fail, each has its own again.)

    report = run(portal)
    do_job(portal, "mail")

A key that fails is logged with its traceback and left for the next run; the others go on.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs import ledger
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.private.publisher import forget_what_was_worked_out
from kommunalhub.core.transactions import attempt
from time import monotonic
from transaction.interfaces import TransientError
from zope.component import getUtilitiesFor
from zope.component import getUtility

import logging
import socket
import transaction


logger = logging.getLogger(__name__)

#: After so many keys what they loaded is let go.
KEYS_IN_MEMORY = 100
#: A run that had nothing to do is written down no more often than this.
QUIET = timedelta(minutes=15)
#: How many failures a record names.
NAMED_FAILURES = 10


@dataclass
class Result:
    """What came of one job; failures: (key, name of the error) of the first few."""

    name: str
    title: str
    due: int = 0
    done: int = 0
    failed: int = 0
    seconds: float = 0
    failures: list = field(default_factory=list)

    def fail(self, key, error):
        self.failed += 1
        if len(self.failures) < NAMED_FAILURES:
            self.failures.append((str(key), type(error).__name__))


@dataclass
class Report:
    """What came of a run. busy: another process is at it, so this one left the rest to it."""

    when: str
    results: list = field(default_factory=list)
    seconds: float = 0
    busy: bool = False
    stopped: bool = False

    @property
    def failed(self):
        return sum(result.failed for result in self.results)

    @property
    def touched(self):
        return any(result.due or result.failed for result in self.results)

    def as_record(self):
        """Return plain values for the ledger."""
        return {
            "when": self.when,
            "seconds": round(self.seconds, 1),
            "host": socket.gethostname(),
            "jobs": [(r.name, r.due, r.done, r.failed, tuple(r.failures)) for r in self.results],
        }


def jobs():
    """Return [(name, job)] in the order they run."""
    return sorted(getUtilitiesFor(IJob), key=lambda pair: (pair[1].order, pair[0]))


def run(portal, tell=None, stop=None):
    """Do all that is due in a site now and return a Report. Commits; call it outside transactions.

    tell: called with a Result after each key. stop: asked between keys whether to end early.
    """
    now = formatting.now()
    began = monotonic()
    report = Report(now.isoformat(timespec="seconds"))
    turn = _Turn(portal, stop or (lambda: False))
    transaction.begin()
    with as_system(portal):
        try:
            for name, job in jobs():
                result = Result(name, job.title)
                report.results.append(result)
                if not _run_job(turn, job, now, result, tell or (lambda result: None)):
                    report.busy, report.stopped = not turn.stopped, turn.stopped
                    break
        finally:
            report.seconds = monotonic() - began
            _write_down(portal, report, now)
    return report


def do_job(portal, name):
    """Do all that is due of one job now; return when it wants to be done again, None for at will.

    Without the lease: whoever is at the same job meanwhile finds each thing done or taken. Commits;
    the site is set and the system is acting.
    """
    job, now = getUtility(IJob, name), formatting.now()
    result = Result(name, job.title)
    _do_all(_Unhindered(portal), job, now, result, lambda result: None)
    transaction.begin()
    try:
        return job.again(formatting.now()) if hasattr(job, "again") else None
    finally:
        transaction.abort()


class _Turn:
    """The lease of one run, taken with the first thing to do and prolonged on the way."""

    def __init__(self, portal, stop):
        self.portal, self.stop = portal, stop
        self.until = None
        self.stopped = False

    def goes_on(self):
        if self.stop():
            self.stopped = True
            return False
        if self.until is None or monotonic() > self.until:
            try:
                ours = attempt(lambda: ledger.claim(self.portal, formatting.now()))
            except TransientError:
                ours = False
            if not ours:
                return False
            self.until = monotonic() + ledger.LEASE.total_seconds() / 2
        return True


class _Unhindered:
    """Stands for the lease where none is asked for."""

    def __init__(self, portal):
        self.portal = portal

    def goes_on(self):
        return True


def _run_job(turn, job, now, result, tell):
    """Do all of one job; return False when the run must not go on."""
    began = monotonic()
    try:
        return _do_all(turn, job, now, result, tell)
    finally:
        result.seconds = monotonic() - began


def _do_all(turn, job, now, result, tell):
    try:
        keys = list(job.due(now))
    except Exception as error:
        logger.exception("%s: what is due could not be found", result.name)
        result.fail("", error)
        transaction.abort()
        return True
    result.due = len(keys)
    transaction.abort()
    at_once, failed = getattr(job, "together", 1), []
    for start in range(0, len(keys), at_once):
        if not turn.goes_on():
            return False
        some = keys[start : start + at_once]
        if at_once == 1 or not _do_together(job, some, now, result):
            failed += [key for key in some if not _do_one(job, key, now, result)]
        forget_what_was_worked_out(turn.portal.REQUEST)  # it lasts for many keys
        if start // KEYS_IN_MEMORY != (start + at_once) // KEYS_IN_MEMORY:
            turn.portal._p_jar.cacheMinimize()
        tell(result)
    if keys and hasattr(job, "settle"):
        _settle(job, failed, now, result)
    return True


def _do_together(job, keys, now, result):
    """Do several keys in one transaction; return whether they all worked, else none is done."""
    transaction.begin()
    try:
        for key in keys:
            job.do(key, now)
        transaction.commit()
    except Exception:
        transaction.abort()  # one by one then: that tells which it was
        return False
    except BaseException:
        transaction.abort()
        raise
    result.done += len(keys)
    return True


def _do_one(job, key, now, result):
    """Do one key; return whether it worked."""
    try:
        if getattr(job, "own_transactions", False):
            job.do(key, now)
        else:
            attempt(lambda: job.do(key, now))
    except Exception as error:
        logger.exception("%s: %s failed", result.name, key)
        result.fail(key, error)
        return False
    finally:
        transaction.abort()
    result.done += 1
    return True


def _settle(job, failed, now, result):
    try:
        attempt(lambda: job.settle(failed, now))
    except Exception as error:
        logger.exception("%s: what was done could not be noted", result.name)
        result.fail("", error)


def _write_down(portal, report, now):
    """Keep the record of a run: one small write, and for an idle run only now and then."""
    transaction.abort()
    age = ledger.age_of(ledger.last_run(portal), now)
    quiet = not report.touched and age is not None and timedelta(0) <= age < QUIET
    if report.busy or quiet:
        return
    try:
        attempt(lambda: ledger.finish(portal, report.as_record()))
    except TransientError:
        logger.warning("the record of this run was lost to another writer")


def outlook(portal, now):
    """Return [(title, number of keys, lines)] of what a run would do; reads only.

    lines: what the job has to say of each, if anything (see IJob.tells).
    """
    found = []
    with as_system(portal):
        for _name, job in jobs():
            keys = list(job.due(now))
            tells = getattr(job, "tells", None)
            lines = [tells(key, now) for key in keys] if tells is not None else []
            found.append((job.title, len(keys), lines))
    return found
