"""The threads of a server answer however little of the site is in memory."""

from ZODB.POSException import ConnectionStateError
from zope.component.hooks import getSite
from zope.component.hooks import setSite

import pytest
import requests


@pytest.fixture
def forgetful(functional):
    """The site's address, of which nothing stays in memory between two requests."""
    database = functional["zodbDB"]
    kept = database.getCacheSize()
    database.setCacheSize(1)
    yield f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    database.setCacheSize(kept)


@pytest.mark.parametrize(
    "ask, status",
    [
        ({"url": ""}, 200),
        ({"url": "/nothing-here"}, 404),
        ({"url": "/@@overview-controlpanel"}, 401),
        ({"url": "/@search", "params": {"b_size": "many"}}, 400),
        ({"url": "", "method": "DELETE"}, 405),
        ({"url": "/@login", "method": "POST", "data": "{"}, 400),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else None,
)
def test_each_answer_leaves_a_thread_that_answers(forgetful, ask, status):
    """Of four threads each gets some of so many requests."""
    ask = {
        "method": "GET",
        "headers": {"Accept": "application/json" if "@" in ask["url"][:2] else "text/html"},
        "allow_redirects": False,
        **ask,
    }
    ask["url"] = forgetful + ask["url"]
    assert [requests.request(**ask).status_code for _ in range(8)] == [status] * 8


class OutOfMemory:
    """A site that cannot be asked any more."""

    def getSiteManager(self):
        return self

    def subscribers(self, objects, provided):
        raise ConnectionStateError("The connection is closed.")

    adapters = property(lambda self: self)
    queryAdapter = adapter_hook = None


def test_the_site_is_forgotten_even_when_it_cannot_be_asked(functional):
    request = functional["request"].clone()
    setSite(OutOfMemory())
    request.close()
    assert getSite() is None
