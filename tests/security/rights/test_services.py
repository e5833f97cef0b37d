"""Every REST service there is, tried by four people: open to those named, to no other."""

from kommunalhub.core.acting import as_builder
from kommunalhub.security.rights import rolemap
from kommunalhub.security.rights import rules
from plone import api
from plone.restapi.services import Service
from zope.interface import Interface
from zope.interface import providedBy

import pytest
import registrations
import requests
import transaction


PASSWORD = "kommunalhub-demo"
PEOPLE = {
    "anonymous": None,
    "applicant": "startup",
    "staff": "malente-mitarbeit",
    "editor": "malente-redaktion",
}
JSON = "application/json"
CLOSED = (401, 403, 404)
#: Last, because what comes after would be refused for another reason.
LAST = ("@lock", "@logout")


@pytest.fixture
def objects(demo):
    """{kind: object}: the site, a public page of Malente's editor, and a case of Malente."""
    transaction.begin()
    portal = demo["portal"]
    with api.env.adopt_user(username="malente-redaktion"):
        page = api.content.create(portal.partner.malente, "Document", "seite", title="Seite")
    with as_builder(portal):
        api.content.transition(page, to_state="public")
        cases = api.content.find(
            portal_type="FundingConsultation", partner="malente", review_state="in_consultation"
        )
    transaction.commit()
    return {"site": portal, "page": page, "case": cases[0]._unrestrictedGetObject()}


def registered():
    """Yield (method, name, interface) of each service of any package.

    name: with the media type it answers, where that is not plain JSON: "@types;text/csv".
    """
    for each in registrations.adapters():
        factory = each.factory
        if isinstance(factory, type) and issubclass(factory, Service) and len(each.required) == 2:
            _method, kind, subtype, name = each.name.split("_", 3)
            media_type = f"{kind}/{subtype}"
            name = name if media_type == JSON else f"{name};{media_type}"
            yield factory.method, name, each.required[0]


def offered(objects):
    """Return {(method, name, kind of object)} of the services that answer on each object."""
    return {
        (method, name, kind)
        for method, name, interface in registered()
        for kind, obj in objects.items()
        if interface in (None, Interface) or interface in providedBy(obj).flattened()
    }


def order(key):
    method, name, kind = key
    return name in LAST, method not in ("GET", "HEAD", "OPTIONS"), name, method, kind


def status(obj, method, name, person):
    name, _semicolon, media_type = name.partition(";")
    url = f"{obj.absolute_url()}/{name}".rstrip("/")
    options = {"headers": {"Accept": media_type or JSON}, "allow_redirects": False}
    if PEOPLE[person]:
        options["auth"] = (PEOPLE[person], PASSWORD)
    if method not in ("GET", "HEAD", "OPTIONS"):
        options["json"] = {}
    with requests.Session() as session:
        answer = session.request(method, url, **options)
    return answer.status_code


def test_services_open_to_those_named_and_to_nobody_else(objects):
    lines = rules.services(rolemap.brought())
    found, told = {}, {}
    for key in sorted(offered(objects), key=order):
        method, name, kind = key
        told[key] = {who: status(objects[kind], method, name, who) for who in PEOPLE}
        found[key] = [who for who in PEOPLE if told[key][who] not in CLOSED]
    meant = {key: line["open"] for key, line in lines.items()}
    assert len(found) > 200
    wrong = {key: told[key] for key in found if found[key] != meant.get(key)}
    assert wrong == {}
    assert meant.keys() == found.keys()
    assert all(line["why"].endswith(".") for line in lines.values())
