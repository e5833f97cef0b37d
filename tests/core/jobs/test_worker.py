"""Work beside the requests: called once for what comes together, again when it wants to be."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.jobs import worker as jobs
from kommunalhub.core.jobs.worker import Worker
from queue import Empty
from queue import Queue

import pytest
import transaction


@pytest.fixture
def worker(monkeypatch):
    monkeypatch.delenv(jobs.VARIABLE, raising=False)
    monkeypatch.setattr(Worker, "is_serving", True)
    return lambda work: Worker("kommunalhub-test", work)


class Site:
    """What the worker asks of one."""

    class _p_jar:
        @staticmethod
        def db():
            return "database"

    def __init__(self, name="hub"):
        self.name = name

    def getPhysicalPath(self):
        return ("", self.name)


def calls(queue, number):
    return [queue.get(timeout=10) for _one in range(number)]


def is_quiet(queue):
    try:
        queue.get(timeout=0.3)
    except Empty:
        return True
    return False


def test_work_is_called_for_each_site(worker):
    done = Queue()

    putting = worker(lambda *place: done.put(place))
    putting.wake(Site("one"))
    putting.wake(Site("two"))
    assert sorted(calls(done, 2)) == [("database", "one"), ("database", "two")]
    assert is_quiet(done)


def test_only_after_a_commit(worker):
    done = Queue()

    putting = worker(lambda *place: done.put(place))
    putting.wake_after_commit(Site())
    assert is_quiet(done)
    transaction.abort()
    assert is_quiet(done)
    putting.wake_after_commit(Site())
    transaction.commit()
    assert calls(done, 1) == [("database", "hub")]


def test_work_comes_again_when_it_wants_to(worker):
    done = Queue()

    def work(*place):
        done.put(place)
        return formatting.now() + timedelta(milliseconds=100) if done.qsize() < 2 else None

    worker(work).wake(Site("one"))
    done_by_then = calls(done, 1)
    assert done_by_then + calls(done, 1) == [("database", "one")] * 2


def test_what_fails_hinders_nothing_and_is_said(worker, caplog):
    done = Queue()

    def work(*place):
        if place == ("database", "one"):
            raise ValueError("not now")
        done.put(place)

    working = worker(work)
    working.wake(Site("one"))
    working.wake(Site("two"))
    assert calls(done, 1) == [("database", "two")]
    assert "kommunalhub-test: could not be done now" in caplog.text


@pytest.mark.parametrize(("serving", "variable"), [(False, ""), (True, "tick")])
def test_elsewhere_the_jobs_do_it(worker, monkeypatch, serving, variable):
    monkeypatch.setattr(Worker, "is_serving", serving)
    monkeypatch.setenv(jobs.VARIABLE, variable)
    done = Queue()
    putting = worker(lambda *place: done.put(place))
    putting.wake(Site())
    putting.wake_after_commit(Site())
    transaction.commit()
    assert is_quiet(done)
    assert putting._thread is None


def test_a_request_makes_a_process_a_serving_one(monkeypatch):
    monkeypatch.setattr(Worker, "is_serving", False)
    jobs.request_begins(None)
    assert Worker("kommunalhub-test", None).is_serving
