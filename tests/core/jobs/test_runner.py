"""What is due is done once: in order, whoever fails, is killed or comes twice."""

from AccessControl import getSecurityManager
from BTrees.OOBTree import OOBTree
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core import transactions
from kommunalhub.core.jobs import ledger
from kommunalhub.core.jobs import runner
from kommunalhub.core.jobs.interfaces import IJob
from persistent.list import PersistentList
from Testing.makerequest import makerequest
from threading import Event
from threading import Thread
from ZODB.POSException import ConflictError
from ZODB.POSException import ReadConflictError
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import implementer

import logging
import pytest
import socket
import transaction


KEY = "kommunalhub.tests.jobs"


@implementer(IJob)
class Job:
    """Counts on the site what it did; a key is due until it is counted."""

    title = "A job"

    def __init__(self, name, keys, order=10, before=None):
        self.name, self.keys, self.order = name, keys, order
        self.before = before or (lambda key: None)

    def due(self, now):
        done = counts()
        return [key for key in self.keys if f"{self.name}/{key}" not in done]

    def do(self, key, now):
        full = f"{self.name}/{key}"
        if full in counts():
            return
        self.before(key)
        counts()[full] = counts().get(full, 0) + 1
        IAnnotations(getSite())[KEY + ".order"].append(full)


def counts():
    return IAnnotations(getSite())[KEY]


@pytest.fixture
def portal(functional):
    portal = functional["portal"]
    annotations = IAnnotations(portal)
    annotations[KEY] = OOBTree()
    annotations[KEY + ".order"] = PersistentList()
    transaction.commit()
    return portal


@pytest.fixture
def jobs(portal, monkeypatch):
    """Return a function that registers jobs; nothing else is registered meanwhile."""
    registered = []
    monkeypatch.setattr(runner, "jobs", lambda: sorted(registered, key=lambda pair: pair[1].order))

    def jobs(*given):
        registered.extend((job.name, job) for job in given)

    return jobs


def done(portal):
    transaction.begin()
    return list(IAnnotations(portal)[KEY + ".order"])


def in_another_connection(functional, work):
    """Return a thread that calls work(portal) with a connection and transactions of its own."""

    def body():
        connection = functional["zodbDB"].open()
        try:
            app = makerequest(connection.root()["Application"])
            setRequest(app.REQUEST)
            answers.append(work(app.plone))
        finally:
            transaction.abort()
            setSite(None)
            clearRequest()
            connection.close()

    answers = []
    thread = Thread(target=body)
    thread.answers = answers
    return thread


def test_jobs_run_in_order_and_once(portal, jobs):
    jobs(Job("late", ["a"], order=30), Job("early", ["a", "b"], order=1))
    report = runner.run(portal)
    assert done(portal) == ["early/a", "early/b", "late/a"]
    assert [(r.name, r.due, r.done, r.failed) for r in report.results] == [
        ("early", 2, 2, 0),
        ("late", 1, 1, 0),
    ]
    runner.run(portal)
    assert len(done(portal)) == 3


def test_one_broken_key_does_not_stop_the_rest(portal, jobs, caplog):
    def before(key):
        if key == "b":
            counts()["half/written"] = 1
            raise ZeroDivisionError("broken")

    jobs(Job("job", ["a", "b", "c"], before=before), Job("next", ["a"], order=20))
    with caplog.at_level(logging.ERROR):
        report = runner.run(portal)
    assert done(portal) == ["job/a", "job/c", "next/a"]
    assert "half/written" not in IAnnotations(portal)[KEY]
    assert report.failed == 1
    assert report.results[0].failures == [("b", "ZeroDivisionError")]
    [record] = [record for record in caplog.records if "b failed" in record.getMessage()]
    assert record.exc_info
    assert ledger.last_run(portal)["jobs"][0] == (
        "job",
        3,
        2,
        1,
        (("b", "ZeroDivisionError"),),
    )


def test_keys_that_share_a_transaction_fail_alone(portal, jobs):
    def before(key):
        if key == "d":
            raise ZeroDivisionError

    job = Job("job", list("abcdefg"), before=before)
    job.together = 3
    jobs(job)
    report = runner.run(portal)
    assert done(portal) == [f"job/{key}" for key in "abcefg"]
    assert [(r.done, r.failed) for r in report.results] == [(6, 1)]
    assert report.results[0].failures == [("d", "ZeroDivisionError")]


def test_killed_half_way_through_a_transaction_that_many_share(portal, jobs):
    killed = []

    def before(key):
        if key == "e" and not killed:
            killed.append(key)
            raise SystemExit

    job = Job("job", list("abcdefg"), before=before)
    job.together = 3
    jobs(job)
    with pytest.raises(SystemExit):
        runner.run(portal)
    assert done(portal) == ["job/a", "job/b", "job/c"]
    runner.run(portal)
    assert done(portal) == [f"job/{key}" for key in "abcdefg"]
    assert set(IAnnotations(portal)[KEY].values()) == {1}


def test_a_job_that_cannot_tell_what_is_due_does_not_stop_the_others(portal, jobs):
    broken = Job("broken", [])
    broken.due = lambda now: 1 / 0
    jobs(broken, Job("next", ["a"], order=20))
    report = runner.run(portal)
    assert report.failed == 1
    assert done(portal) == ["next/a"]


@pytest.mark.parametrize("error", [ConflictError, ReadConflictError])
def test_conflicts_are_retried(portal, jobs, error):
    tries = []

    def before(key):
        tries.append(key)
        if len(tries) < 3:
            raise error("busy")

    jobs(Job("job", ["a"], before=before))
    assert runner.run(portal).failed == 0
    assert (len(tries), done(portal)) == (3, ["job/a"])


def test_a_conflict_that_never_ends_is_a_failure_of_that_key_alone(portal, jobs, monkeypatch):
    monkeypatch.setattr(transactions, "sleep", lambda seconds: None)

    def before(key):
        if key == "a":
            raise ConflictError("always")

    jobs(Job("job", ["a", "b"], before=before))
    assert runner.run(portal).failed == 1
    assert done(portal) == ["job/b"]


def test_killed_half_way_the_next_run_does_the_rest(portal, jobs):
    def before(key):
        if key == "c" and "job/c" not in killed:
            killed.append("job/c")
            raise SystemExit

    killed = []
    jobs(Job("job", list("abcde"), before=before))
    with pytest.raises(SystemExit):
        runner.run(portal)
    assert done(portal) == ["job/a", "job/b"]
    runner.run(portal)
    assert done(portal) == [f"job/{key}" for key in "abcde"]
    assert set(IAnnotations(portal)[KEY].values()) == {1}


def test_who_comes_second_leaves_it_to_the_first(functional, portal, jobs):
    arrived, go_on = Event(), Event()

    def before(key):
        arrived.set()
        assert go_on.wait(30)

    jobs(Job("job", ["a"], before=before))
    first = in_another_connection(functional, runner.run)
    first.start()
    assert arrived.wait(30)
    transaction.begin()
    assert runner.run(portal).busy
    go_on.set()
    first.join(30)
    assert not first.answers[0].busy
    assert done(portal) == ["job/a"]
    assert not runner.run(portal).busy


@pytest.mark.parametrize("together", [1, 4])
def test_correct_without_the_lease_too(functional, portal, jobs, monkeypatch, together):
    """Two runs over the same keys at the same time: conflicts, but everything once."""
    monkeypatch.setattr(ledger, "claim", lambda portal, now: True)
    job = Job("job", [f"{n:02}" for n in range(30)])
    job.together = together
    jobs(job)
    threads = [in_another_connection(functional, runner.run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    runner.run(portal)  # for keys that both gave up for conflicts
    assert sorted(done(portal)) == [f"job/{n:02}" for n in range(30)]
    assert set(IAnnotations(portal)[KEY].values()) == {1}


@pytest.mark.parametrize(
    ("holder", "age", "ours"),
    [
        (("another.example.org", 1, "x", 1), 0, False),
        (("another.example.org", 1, "x", 1), 61, True),
        ((socket.gethostname(), 2**22 + 1, "x", 1), 0, True),  # no such process
        (None, 0, True),
    ],
)
def test_whose_turn_it_is(portal, holder, age, ours):
    now = formatting.now()
    book = ledger.ledger_of(portal)
    book.holder, book.until = holder, now + ledger.LEASE - timedelta(seconds=age)
    assert ledger.claim(portal, now) is ours


def test_an_earlier_process_with_our_number_is_gone(portal):
    host, pid, process, thread = ledger.myself()
    assert ledger.is_gone((host, pid, "earlier", thread))
    assert not ledger.is_gone((host, pid, process, thread + 1))


def test_stopping_is_no_failure(portal, jobs):
    jobs(Job("job", list("abc")))
    report = runner.run(portal, stop=lambda: len(done(portal)) > 0)
    assert report.stopped
    assert report.failed == 0
    assert done(portal) == ["job/a"]
    runner.run(portal)
    assert len(done(portal)) == 3


def test_idle_runs_write_next_to_nothing(portal, jobs, monkeypatch):
    jobs(Job("job", []))
    runner.run(portal)
    first = ledger.last_run(portal)
    before = portal._p_jar.db().lastTransaction()
    runner.run(portal)
    assert portal._p_jar.db().lastTransaction() == before
    later = formatting.now() + runner.QUIET + timedelta(minutes=1)
    monkeypatch.setattr(formatting, "now", lambda: later)
    runner.run(portal)
    transaction.begin()
    assert ledger.last_run(portal)["when"] > first["when"]


def test_it_acts_as_nobody_in_particular(portal, jobs):
    seen = []
    job = Job("job", ["a"])
    job.do = lambda key, now: seen.append(getSecurityManager().getUser())
    jobs(job)
    before = getSecurityManager().getUser().getId()
    runner.run(portal)
    [user] = seen
    assert user.getId() is None
    assert "Reviewer" in user.getRolesInContext(portal)
    assert getSecurityManager().getUser().getId() == before


class Settling(Job):
    """Notes which keys failed."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.settled = []

    def settle(self, failed, now):
        self.settled.append(failed)
        if failed == ["unsettled"]:
            raise ZeroDivisionError


def stumble(key):
    if key in ("bad", "unsettled"):
        raise ZeroDivisionError


@pytest.mark.parametrize("together", [1, 50])
def test_what_failed_is_told_at_the_end_of_a_job(portal, jobs, together):
    job, idle = Settling("a", ["one", "bad", "two"], before=stumble), Settling("b", [])
    job.together = together
    jobs(job, idle)
    report = runner.run(portal)
    assert (job.settled, idle.settled) == ([["bad"]], [])
    assert report.results[0].failures == [("bad", "ZeroDivisionError")]


def test_a_job_that_had_to_stop_does_not_settle(portal, jobs):
    job = Settling("a", ["one", "two"])
    jobs(job)
    answers = iter([False, True])
    assert runner.run(portal, stop=lambda: next(answers)).stopped
    assert job.settled == []


def test_what_cannot_be_noted_is_a_failure(portal, jobs):
    job = Settling("a", ["unsettled"], before=stumble)
    jobs(job)
    assert runner.run(portal).results[0].failed == 2
