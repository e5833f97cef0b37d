"""Counting beside the requests: what is written down, when, and what is forgotten."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from datetime import datetime
from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.core.acting import site_as_system
from kommunalhub.core.jobs import soon
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.jobs.worker import Worker
from kommunalhub.core.tally import flushing
from kommunalhub.core.tally import operations
from kommunalhub.core.tally.interfaces import IKind
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.core.tally.storage import Numbers
from threading import Event
from zope.component import getGlobalSiteManager
from zope.component import getUtility

import pytest
import transaction


VIEWS = TallyKind("test.views", days=10)


@pytest.fixture
def portal(functional):
    portal = functional["portal"]
    yield portal
    flushing.buffer.take(flushing.place_of(portal))


@pytest.fixture
def job():
    return getUtility(IJob, "tally")


@pytest.fixture
def monday(monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))


def tick(job):
    now = formatting.now()
    for key in job.due(now):
        transaction.begin()
        job.do(key, now)
        transaction.commit()
    transaction.begin()


def test_counting_leaves_the_transaction_empty(portal):
    transaction.begin()
    operations.count(VIEWS, "a")
    assert not portal._p_jar._registered_objects
    assert dict(operations.totals(portal, VIEWS)) == {}


def test_counts_are_written_down_by_the_job(portal, job, monday):
    for thing in "aab":
        operations.count(VIEWS, thing)
    tick(job)
    assert dict(operations.totals(portal, VIEWS)) == {"a": 2, "b": 1}
    assert list(operations.periods(portal, VIEWS)) == ["2026-11-23"]
    assert job.due(formatting.now()) == []


def test_processes_that_write_at_once_lose_nothing(portal):
    place = flushing.place_of(portal)

    def flush(_number):
        with site_as_system(*place) as site:
            flushing.buffer.add(place, (VIEWS, "2026-11-23", "a"), 5)
            flushing.flush(site)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(flush, range(8)))
    flushing.flush(portal)
    transaction.begin()
    assert dict(operations.totals(portal, VIEWS)) == {"a": 40}


def test_what_is_too_old_is_forgotten(portal, job, monday, monkeypatch):
    getGlobalSiteManager().registerUtility(VIEWS, IKind, VIEWS.name)
    try:
        operations.count(VIEWS, "a")
        tick(job)
        later = datetime(2026, 12, 4, 12, tzinfo=UTC)
        monkeypatch.setattr(formatting, "now", lambda: later)
        operations.count(VIEWS, "b")
        tick(job)
    finally:
        getGlobalSiteManager().unregisterUtility(VIEWS, IKind, VIEWS.name)
    assert dict(operations.totals(portal, VIEWS)) == {"b": 1}
    assert list(operations.periods(portal, VIEWS)) == ["2026-12-04"]


def test_one_thing_can_be_forgotten(portal, job):
    operations.count(VIEWS, "a")
    tick(job)
    operations.forget(portal, VIEWS, "a")
    assert dict(operations.totals(portal, VIEWS)) == {}


def test_a_flood_of_things_is_not_kept():
    numbers = Numbers()
    for number in range(10):
        numbers.add("2026-11-23", str(number), 1, most=3)
    numbers.add("2026-11-23", "0", 1, most=3)
    assert dict(numbers.totals) == {"0": 2, "1": 1, "2": 1}


def test_the_thread_of_a_serving_process_writes_soon(portal, job, monkeypatch):
    monkeypatch.setattr(soon, "_workers", {})
    monkeypatch.setattr(type(job), "pause", 0)
    monkeypatch.setattr(Worker, "is_serving", True)
    monkeypatch.delenv("KOMMUNALHUB_DELIVERY")
    operations.count(VIEWS, "a")
    for _tenth in range(100):
        transaction.begin()
        if dict(operations.totals(portal, VIEWS)):
            break
        Event().wait(0.1)
    assert dict(operations.totals(portal, VIEWS)) == {"a": 1}


def test_weeks_begin_on_monday():
    assert TallyKind("w", weekly=True).period(date(2027, 1, 3)) == "2026-12-28"
