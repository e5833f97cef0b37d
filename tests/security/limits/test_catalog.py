"""Queries of a request pass the limits, whoever asks; those of programs do not."""

from kommunalhub.interfaces import IKommunalhubLayer
from plone import api
from plone.app.querystring import queryparser
from zExceptions import BadRequest
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides

import pytest


DEEP = {"path": {"query": "/", "depth": 1000000}}


@pytest.fixture
def catalog(integration):
    """The catalog, asked during a request to our site."""
    request = integration["request"]
    alsoProvides(request, IKommunalhubLayer)
    setRequest(request)
    yield api.portal.get_tool("portal_catalog")
    setRequest(request)


@pytest.mark.parametrize(
    "ask",
    [
        lambda catalog: catalog(**DEEP),
        lambda catalog: catalog(DEEP),
        lambda catalog: catalog.searchResults(**DEEP),
        lambda catalog: catalog.searchResults(DEEP, portal_type="Document"),
        lambda catalog: catalog.unrestrictedSearchResults(**DEEP),
        lambda catalog: catalog.search(dict(DEEP)),
    ],
)
def test_every_way_to_ask_has_the_limits(catalog, ask):
    with pytest.raises(BadRequest) as told:
        ask(catalog)
    (error,) = told.value.args[0]
    assert error["field"] == "path.depth"
    assert error["message"] == "Das muss eine ganze Zahl von -1 bis 100 sein."


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"portal_type": {"query": "a", "operator": "xor"}}, "portal_type.operator"),
        ({"portal_type": {"query": "a", "nixda": "1"}}, "portal_type.nixda"),
        ({"sort_on": "fulltext", "portal_type": "a"}, "sort_on"),
        ({"sort_on": ["due", "fulltext"], "portal_type": "a"}, "sort_on"),
        ({"query": "a"}, "query"),
    ],
)
def test_what_no_index_knows_is_named(catalog, query, field):
    with pytest.raises(BadRequest) as told:
        catalog.searchResults(**query)
    assert told.value.args[0][0]["field"] == field


def test_without_a_request_programs_ask_what_they_like(catalog):
    clearRequest()
    assert len(catalog.unrestrictedSearchResults(path={"query": "/", "depth": 5000})) >= 0


@pytest.mark.parametrize(
    "rows",
    [
        [None],
        [{"i": "portal_type", "o": "nixda", "v": "a"}],
        [{"i": "path", "o": "plone.app.querystring.operation.string.absolutePath", "v": None}],
        [{"i": "due", "o": "plone.app.querystring.operation.date.between", "v": 5}],
    ],
)
def test_queries_of_collections_that_cannot_be_read_are_named(catalog, rows):
    with pytest.raises(BadRequest) as told:
        queryparser.parseFormquery(api.portal.get(), rows)
    assert told.value.args[0][0]["field"] == "query"


def test_the_depth_of_a_collection_has_its_limit_too(catalog):
    row = {
        "i": "path",
        "o": "plone.app.querystring.operation.string.absolutePath",
        "v": "/::1000000",
    }
    with pytest.raises(BadRequest) as told:
        catalog(**queryparser.parseFormquery(api.portal.get(), [row]))
    assert told.value.args[0][0]["field"] == "path.depth"
