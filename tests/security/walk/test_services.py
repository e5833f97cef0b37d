"""No service answers wrong input with 500: hostile addresses, malformed bodies, wrong values."""

from plone.restapi.interfaces import IFieldDeserializer
from security.walk import doors
from urllib.parse import quote
from zope.publisher.interfaces.browser import IBrowserRequest

import json
import pytest
import registrations


PATH = "plone.app.querystring.operation.string.absolutePath"
QUERIES = (
    "path.depth=1000000",
    "path.depth=-5&path.query=",
    "path.navtree_start=999999999&path.navtree=1",
    "path.level=1000000&path.query=/a",
    "path:list=/a&path:list=/b&path_depth:int=1000000",
    "b_size=1000000000",
    "b_size=x&b_start=x&sort_limit=x",
    "b_start=99999999999999999999",
    "b_size:int=%00",
    "x:date=quatsch",
    "SearchableText=%ff",
    "SearchableText=a%00b",
    "sort_on=nix&sort_order=5",
    "sort_on=fulltext",
    "sort_on:list=due&sort_on:list=path",
    "Title=((((",
    "Title=a*a*a*a*a*a*b",
    "Title=and",
    "created.range=min",
    "created.query=2026-01-01&created.range=quatsch",
    "created=9999-12-31",
    "due=abc",
    "is_folderish=vielleicht",
    "portal_type:list=a&portal_type.operator=xor",
    "UID.not=x&metadata_fields=_all&metadata_fields=x",
    "fullobjects=1&b_size=1000",
    "expand=breadcrumbs,navigation,actions,types,workflow&expand.navigation.depth=1000000",
    "expand=navigation,contextnavigation&expand.navigation.depth=x"
    "&expand.contextnavigation.bottomLevel=x",
    "query=[[[",
    "query=" + quote('{"query":[null]}'),
    "query=" + quote(json.dumps({"query": [{"i": "path", "o": PATH, "v": "/::1000000"}]})),
    "query=" + quote(json.dumps({"query": [{"i": "path", "o": PATH, "v": "/"}] * 500})),
    "search=(((&limit=x&groups_filter:list=x&token=x&title=y&version=x&id=x&id=y",
)
#: What says that a service is not for this person, and how many of QUERIES are tried then.
CLOSED, AT_CLOSED_DOORS = (401, 403, 404), 3
BODIES = (
    b"{}",
    b"[]",
    b'"x"',
    b"null",
    b"{",
    b"",
    b"\xff\xfe",
    b'{"a": NaN}',
    b"[" * 3000,
    b'{"title": "\\ud800"}',
    b'{"title": "a\\u0000b"}',
)
VALUES = ([], {}, 5, -1, None, True, 1.5, "x", [None], [{}], [[1]], {"a": []}, 10**30)
#: Values that lead further into a service than wrong ones, by the names that services read.
LIKELY = {
    "username": "Frieda.Groß",
    "login": "Frieda",
    "userid": "chefin",
    "groupname": "Straßenbau",
    "email": "frieda@example.org",
    "password": "vier Deiche im Regen",
    "roles": ["Member"],
    "users": ["chefin"],
    "groups": ["malente-staff"],
    "absent": "chefin",
    "substitute": "test_user_1_",
    "start": "2026-12-24T08:00:00",
    "end": "2027-01-04T08:00:00",
    "effective": "2026-03-29T02:30:00",
    "expires": "2027-01-04",
    "date": "2026-11-02",
    "version": 0,
    "vote": "approve",
    "transition": "submit",
    "uids": ["nixda"],
    "source": ["/co-working"],
    "case_types": ["FundingConsultation"],
}
#: What stands in the place of one of them, each in turn; it may be left out too.
ODD = ([], {}, 5, "x", "Ä Ö", None)
#: What takes long or changes how the site works, even when nothing sensible is sent.
NEVER = {"@upgrade", "@logout"}
#: For the Zope root, which no visitor reaches.
ROOT = "IApplication"
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize("name", [None, "chefin"])
def test_hostile_addresses(walker, name):
    walk = walker(name)
    for _method, service, wanted, _keys in doors.services("GET"):
        path = walk.path_for(wanted)
        if path is not None:
            closed = walk.ask("GET", path, service).status_code in CLOSED
            # what is asked is read by the same code before all closed doors
            for query in QUERIES[: AT_CLOSED_DOORS if closed else None]:
                walk.ask("GET", path, f"{service}?{query}")
            walk.ask("GET", path, f"{service}/nixda/%22/0")
    assert not walk.failures, walk.told()
    assert walk.asked > 1000


def test_what_would_cost_too_much_is_named(walker):
    walk = walker()
    for query, field in (
        ("path.depth=1000000", "path.depth"),
        ("path.navtree_start=999999999&path.navtree=1", "path.navtree_start"),
        ("b_size=1000000000", "b_size"),
        ("Title=a*a*a*a*a*b", "Title"),
        ("portal_type.query=a&portal_type.operator=xor", "portal_type.operator"),
        ("sort_on=fulltext", "sort_on"),
        ("fullobjects=1&b_size=1000", "b_size"),
    ):
        answer = walk.ask("GET", "", f"@search?{query}")
        assert (answer.status_code, field in answer.json()["message"]) == (400, True), query
    deep = {"query": [{"i": "path", "o": PATH, "v": "/::1000000"}]}
    answer = walk.ask("POST", "", "@querystring-search", json=deep)
    assert (answer.status_code, "path.depth" in answer.json()["message"]) == (400, True)


def test_an_address_without_end_is_refused(walker):
    walk = walker()
    for step in ("co-working/", "@search/", "%20/", "++api++/", "a/"):
        assert 400 <= walk.ask("GET", "", step * 5000).status_code < 500


def test_malformed_bodies(walker):
    walk = walker("chefin")
    for method, service, wanted, keys in doors.services("POST", "PATCH", "PUT"):
        path = walk.path_for(wanted)
        if path is None or service in NEVER:
            assert path is not None or ROOT in wanted.__name__, service
            continue
        for body in BODIES:
            walk.ask(method, path, service, data=body, headers=JSON)
        for value in VALUES if service else ():
            walk.ask(method, path, service, json=dict.fromkeys(keys, value))
        if service:
            walk.ask(method, path, f"{service}/nixda", json={})
            walk.ask(method, path, f"{service}/nixda/0", json={})
    assert not walk.failures, walk.told()
    assert walk.asked > 500


def test_one_value_that_does_not_fit_among_likely_ones(walker):
    walk = walker("chefin")
    for method, service, wanted, keys in doors.services("POST", "PATCH", "PUT", "DELETE"):
        path = walk.path_for(wanted)
        if path is None or not service or service in NEVER:
            continue
        body = {key: LIKELY.get(key, "Probe") for key in sorted(keys)}
        walk.ask(method, path, service, json=body)
        for key in body.keys() & LIKELY.keys():
            walk.ask(method, path, service, json={k: v for k, v in body.items() if k != key})
            for value in ODD:
                walk.ask(method, path, service, json={**body, key: value})
    assert not walk.failures, walk.told()
    assert walk.asked > 300


def test_each_kind_of_field_is_read_carefully():
    """For every deserialiser of plone.restapi there is ours before it."""
    kinds = {
        (registration.required[0], registration.required[1])
        for registration in registrations.ours()
        if registration.provided is IFieldDeserializer
        and registration.required[2] is IBrowserRequest
    }
    ours = {
        (registration.required[0], registration.required[1])
        for registration in registrations.ours()
        if registration.provided is IFieldDeserializer
        and registration.required[2].__name__ == "IKommunalhubLayer"
    }
    assert {field for field, _ in kinds} <= {field for field, _ in ours}
    assert len(kinds) > 10
