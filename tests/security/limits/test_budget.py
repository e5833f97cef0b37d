"""The last line: what a process does about requests that do not end, and memory that does."""

from kommunalhub.security.limits import budget
from kommunalhub.security.limits.budget import Budget
from kommunalhub.security.limits.budget import Running
from threading import get_ident
from types import SimpleNamespace
from zope.component import getGlobalSiteManager
from zope.component import provideUtility

import pytest
import subprocess
import sys


MB = budget.MEGABYTE


def looked(running, now, used=0, slow=30, longest=300, memory=100 * MB):
    watched = Budget(slow, longest, memory)
    watched.running[get_ident()] = running

    def publish_module():  # by this name a thread is known to answer a request
        return watched.look(now, used)

    return publish_module()


def test_a_quick_request_is_left_alone(caplog):
    assert looked(Running(100, "GET /hub"), now=129) is None
    assert not caplog.records


def test_a_slow_one_is_logged_once_with_where_it_is(caplog):
    running = Running(100, "GET /hub/@search")
    assert looked(running, now=131) is None
    assert looked(running, now=132) is None
    (record,) = caplog.records
    assert "GET /hub/@search" in record.getMessage()
    assert "test_a_slow_one_is_logged_once" in record.getMessage()


def test_one_without_end_ends_the_process():
    assert "GET /hub" in looked(Running(100, "GET /hub"), now=401)


def test_who_manages_the_site_may_take_longer():
    assert looked(Running(100, "POST /hub/manage", hurried=False), now=4000) is None


def test_a_thread_that_answers_nothing_is_forgotten():
    watched = Budget(30, 300, 0)
    watched.running[get_ident()] = Running(0, "GET /hub")
    assert watched.look(1000, 0) is None
    assert not watched.running


def test_memory_that_runs_out_ends_the_process():
    assert "101 MB" in looked(Running(100, "GET /hub"), now=101, used=101 * MB)


def test_nothing_is_watched_that_is_switched_off(caplog):
    running = Running(0, "GET /hub")
    assert looked(running, 10**6, used=10**12, slow=0, longest=0, memory=0) is None
    assert not caplog.records


@pytest.mark.parametrize("value", ["", "viel", "-1", "1.5"])
def test_a_setting_that_is_no_number_stands_for_itself(value):
    found = budget.from_environment({"KOMMUNALHUB_LONGEST_SECONDS": value})
    assert (found.slow, found.longest, found.memory) == (30, 300, 3072 * MB)


def event(**environ):
    request = SimpleNamespace(
        environ=environ, get={"PATH_INFO": "/hub", "REQUEST_METHOD": "GET"}.get
    )
    return SimpleNamespace(request=request)


@pytest.fixture
def watched():
    watched = Budget(30, 300, 0)
    provideUtility(watched, budget.IBudget)
    yield watched
    getGlobalSiteManager().unregisterUtility(watched, budget.IBudget)


def test_a_request_is_known_while_it_runs(watched):
    budget.begin(event())
    assert watched.running[get_ident()].what == "GET /hub"
    budget.know(event())
    assert watched.running[get_ident()].hurried
    budget.end(event())
    assert not watched.running


def test_a_request_tried_again_began_at_first(watched):
    budget.begin(event(**{"kommunalhub.since": 5}))
    assert watched.running[get_ident()].since == 5


def test_without_a_budget_nothing_is_noted():
    for note in (budget.begin, budget.know, budget.end):
        note(event())


BEGIN_ANEW = """
from kommunalhub.security.limits import budget
from threading import Event, get_ident, Thread
import logging, os, sys
logging.basicConfig(stream=sys.stdout)
if "AGAIN" in os.environ:
    print("once more", sys.argv[1], flush=True)
    raise SystemExit(0)
os.environ["AGAIN"] = "1"
watched = budget.Budget(1, 2, 0)
watched.running[get_ident()] = budget.Running(budget.monotonic() - 10, "GET /hub/@endless")
Thread(target=budget._look_on, args=(watched,), daemon=True).start()
def publish_module():
    Event().wait(60)
publish_module()
"""


def test_a_process_begins_anew_with_its_own_command_line():
    done = subprocess.run(
        [sys.executable, "-c", BEGIN_ANEW, "the same"], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert "GET /hub/@endless takes more than 2 s" in done.stdout
    assert "in publish_module" in done.stdout
    assert done.stdout.endswith("once more the same\n")


FENCED = """
from kommunalhub.security.limits import budget
budget.fence(200 * budget.MEGABYTE)
try:
    bytearray(10**9)
except MemoryError:
    print("refused")
print(len(bytearray(10**7)))
"""


def test_what_asks_for_too_much_memory_is_refused_and_the_process_goes_on():
    done = subprocess.run(
        [sys.executable, "-c", FENCED], capture_output=True, text=True, timeout=120
    )
    assert done.stdout.split() == ["refused", "10000000"], done.stderr


def test_memory_is_told():
    assert 10 * MB < budget.memory() < budget.address_space()
