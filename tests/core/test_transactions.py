"""Transactions of our own: who comes second in writing waits a moment and tries again."""

from contextlib import closing
from io import BytesIO
from kommunalhub.core import transactions
from plone import api
from ZODB.DB import DB
from ZODB.DemoStorage import DemoStorage
from ZODB.POSException import ConflictError
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.HTTPResponse import HTTPResponse

import pytest
import transaction


@pytest.fixture
def waited(monkeypatch):
    """The seconds of all sleeping, at their longest."""
    seconds = []
    monkeypatch.setattr(transactions, "sleep", seconds.append)
    monkeypatch.setattr(transactions.random, "uniform", lambda shortest, longest: longest)
    return seconds


def test_waiting_has_an_end(integration, waited):
    environ = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REQUEST_METHOD": "GET"}
    request = HTTPRequest(BytesIO(), environ, HTTPResponse())
    for count in range(10):
        request.retry_count = count
        request.delay_retry()
    assert waited[:2] == [0.05, 0.1]
    assert max(waited) == 1
    assert sum(waited) < 10


@pytest.fixture
def database():
    with closing(DB(DemoStorage())) as database:
        yield database


def number_in(database):
    with transactions.opened(database) as connection:
        return connection.root().get("number", 0)


def test_a_conflict_is_tried_again_and_nothing_of_it_stays(database, waited):
    tries = []

    def work(connection):
        connection.root()["number"] = connection.root().get("number", 0) + 1
        tries.append(1)
        if len(tries) < 3:
            raise ConflictError("busy")
        return "done"

    assert transactions.aside(database, work) == "done"
    assert (len(tries), number_in(database), waited) == (3, 1, [0.05, 0.1])


def test_after_some_tries_the_conflict_is_raised(database, waited):
    def work(connection):
        connection.root()["number"] = 1
        raise ConflictError("always")

    with pytest.raises(ConflictError):
        transactions.aside(database, work, tries=4)
    assert (len(waited), number_in(database)) == (3, 0)


def test_what_is_no_conflict_is_raised_at_once(database, waited):
    def work(connection):
        connection.root()["number"] = 1
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        transactions.aside(database, work)
    assert (waited, number_in(database)) == ([], 0)


def test_aside_stays_when_the_transaction_around_it_fails(database):
    with closing(database.open()) as outer:
        transaction.begin()
        outer.root()["number"] = 7
        transactions.aside(database, lambda own: own.root().__setitem__("aside", 1))
        transaction.abort()
    with transactions.opened(database) as connection:
        assert dict(connection.root()) == {"aside": 1}


def test_what_is_opened_and_not_committed_is_dropped(database):
    with transactions.opened(database) as connection:
        connection.root()["number"] = 1
    assert number_in(database) == 0


def test_a_way_back_keeps_the_catalog_in_step(integration):
    portal = integration["portal"]
    with api.env.adopt_roles(["Manager"]):
        kept = api.content.create(portal, "Document", "kept", title="Kept")
        before = transactions.WayBack()
        kept.title = "Changed"
        kept.reindexObject()
        api.content.create(portal, "Document", "gone", title="Gone")
        before.rollback()
        assert [brain.Title for brain in api.content.find(id="kept")] == ["Kept"]
        assert list(api.content.find(id="gone")) == []
    assert "gone" not in portal


def test_what_was_found_before_the_way_back_is_not_found_again(integration):
    portal = integration["portal"]
    catalog = api.portal.get_tool("portal_catalog")
    with api.env.adopt_roles(["Manager"]):
        before = transactions.WayBack()
        gone = api.content.create(portal, "Document", "gone", title="Gone").UID()
        assert [brain.getId for brain in catalog.unrestrictedSearchResults(UID=gone)] == ["gone"]
        before.rollback()
        # as many changes as before, after which the index answers by what it remembers
        api.content.create(portal, "Document", "kept", title="Kept")
        assert [brain.getId for brain in catalog.unrestrictedSearchResults(UID=gone)] == []
