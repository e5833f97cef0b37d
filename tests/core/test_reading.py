"""What is worked out once: in requests that only read, and nowhere else."""

from kommunalhub.core import reading
from plone.memoize.interfaces import ICacheChooser
from types import SimpleNamespace
from zope.component import getGlobalSiteManager
from zope.globalrequest import clearRequest
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
from zope.publisher.browser import TestRequest as Request

import pytest


calls = []


@reading.once
def asked(*arguments):
    calls.append(arguments)
    return len(calls)


@pytest.fixture(autouse=True)
def forgotten():
    calls.clear()
    yield
    clearRequest()


def begin(method, hub=True):
    request = Request(REQUEST_METHOD=method)
    if hub:
        alsoProvides(request, reading.IKommunalhubLayer)
    setRequest(request)
    reading.begin(SimpleNamespace(event=None, request=request))


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_request_that_reads_asks_once(method):
    begin(method)
    thing, other = object(), object()
    assert [asked(thing, "a"), asked(thing, "a"), asked(other, "a"), asked(thing, "b")] == [
        *(1, 1),
        *(2, 3),
    ]
    assert asked(None) == asked(None) == 4


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE", "PUT"])
def test_a_request_that_may_write_asks_each_time(method):
    begin(method)
    assert [asked("a"), asked("a")] == [1, 2]


def test_elsewhere_it_is_asked_each_time():
    assert [asked("a"), asked("a")] == [1, 2]
    begin("GET", hub=False)
    assert asked("a") == 3


def test_each_request_asks_anew():
    begin("GET")
    assert asked("a") == 1
    begin("GET")
    assert asked("a") == 2


def test_each_person_asks_for_themselves(monkeypatch):
    begin("GET")
    who = SimpleNamespace(getId=lambda: "anna")
    manager = SimpleNamespace(getUser=lambda: who)
    monkeypatch.setattr(reading, "getSecurityManager", lambda: manager)
    assert asked("a") == 1
    who.getId = lambda: "bernd"
    assert asked("a") == 2


made = []


@reading.lasting(lambda name, state: (name, state))
def answer(name, state):
    made.append(state)
    return len(made)


@pytest.fixture
def memory():
    """Plone's memory for such answers, empty."""
    kept = {}

    def chooser(_name):
        return kept

    getGlobalSiteManager().registerUtility(chooser, ICacheChooser)
    made.clear()
    yield kept
    getGlobalSiteManager().unregisterUtility(chooser, ICacheChooser)


def test_what_lasts_is_kept_from_one_request_that_reads_to_the_next(memory):
    begin("GET")
    assert answer("a", 1) == 1
    begin("GET")
    assert answer("a", 1) == 1
    assert answer("a", 2) == 2
    assert answer("b", 2) == 3


def test_what_a_request_sees_that_may_write_is_never_kept(memory):
    begin("POST")
    assert [answer("a", 1), answer("a", 1)] == [1, 2]
    begin("GET")
    assert answer("a", 1) == 3
    assert len(memory) == 1


def test_what_was_worked_out_before_is_still_known_when_the_page_is_made():
    begin("GET")
    assert asked("a") == 1
    reading.begin(SimpleNamespace(request=getRequest()))
    assert asked("a") == 1
