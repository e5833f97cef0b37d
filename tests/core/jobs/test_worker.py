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
    return Worker("kommunalhub-test")


class Site:
    """What the worker asks of one."""

    class _p_jar:
        @staticmethod
        def db():
            return "database"

    def getPhysicalPath(self):
        return ("", "zope", "hub")


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

    def work(*place):
        done.put(place)

    worker.wake("database", "one", work)
    worker.wake("database", "two", work)
    assert sorted(calls(done, 2)) == [("database", "one"), ("database", "two")]
    assert is_quiet(done)


def test_only_after_a_commit(worker):
    done = Queue()

    def work(*place):
        done.put(place)

    worker.wake_after_commit(Site(), work)
    assert is_quiet(done)
    transaction.abort()
    assert is_quiet(done)
    worker.wake_after_commit(Site(), work)
    transaction.commit()
    assert calls(done, 1) == [("database", "zope/hub")]


def test_work_comes_again_when_it_wants_to(worker):
    done = Queue()

    def work(*place):
        done.put(place)
        return formatting.now() + timedelta(milliseconds=100) if done.qsize() < 2 else None

    worker.wake("database", "one", work)
    done_by_then = calls(done, 1)
    assert done_by_then + calls(done, 1) == [("database", "one")] * 2


def test_what_fails_hinders_nothing_and_is_said(worker, caplog):
    done = Queue()

    def fails(*place):
        raise ValueError("not now")

    def work(*place):
        done.put(place)

    worker.wake("database", "one", fails)
    worker.wake("database", "one", work)
    assert calls(done, 1) == [("database", "one")]
    assert "kommunalhub-test: could not be done now" in caplog.text


@pytest.mark.parametrize(("serving", "variable"), [(False, ""), (True, "tick")])
def test_elsewhere_the_jobs_do_it(worker, monkeypatch, serving, variable):
    monkeypatch.setattr(worker, "is_serving", serving)
    monkeypatch.setenv(jobs.VARIABLE, variable)
    done = Queue()
    worker.wake("database", "one", done.put)
    worker.wake_after_commit(Site(), done.put)
    transaction.commit()
    assert is_quiet(done)
    assert worker._thread is None


def test_a_request_makes_a_process_a_serving_one(monkeypatch):
    monkeypatch.setattr(Worker, "is_serving", False)
    jobs.request_begins(None)
    assert Worker("kommunalhub-test").is_serving
