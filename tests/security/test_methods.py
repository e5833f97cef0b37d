"""WebDAV is off: no method of it is answered, on nothing, for nobody, until it is switched on."""

from kommunalhub.core.acting import as_builder
from kommunalhub.security import methods
from plone import api
from security.conftest import PASSWORD

import pytest
import requests
import transaction
import webdav.interfaces
import webdav.Resource


WORD = "Geheimschrift"
#: WebDAV's own list, its interfaces, and what further RFCs know.
DAV = sorted(
    {
        *webdav.Resource.Resource.__http_methods__,
        *(name for name in webdav.interfaces.IDAVResource if name.isupper()),
        *("SEARCH", "REPORT", "ACL", "BIND", "MKCALENDAR", "VERSION-CONTROL", "PATCH", "TRACE"),
        *("PURGE", "FOO"),
    }
    - set(methods.PAGES)
)
HEADERS = {"Accept": "*/*", "Depth": "1", "Overwrite": "T", "Timeout": "Infinite"}
BODY = '<?xml version="1.0"?><propfind xmlns="DAV:"><allprop/></propfind>'


@pytest.fixture
def people(site, erika, manager):
    """{name: credentials}: nobody, a person, who edits everywhere, and a manager."""
    transaction.begin()
    api.user.create(username="eda", email="eda@example.org", password=PASSWORD)
    api.group.add_user(groupname="hub-managers", username="eda")
    transaction.commit()
    return {
        "anonymous": None,
        "member": ("erika", PASSWORD),
        "editor": ("eda", PASSWORD),
        "manager": ("chefin", PASSWORD),
    }


@pytest.fixture
def places(site):
    """Addresses of all kinds of things there are, and of some that are not."""
    transaction.begin()
    with as_builder(site):
        folder = api.content.create(site, "Folder", "ordner", title=WORD)
        page = api.content.create(folder, "Document", "seite", title=WORD)
        file = api.content.create(folder, "File", "datei", title=WORD)
        case = api.content.create(folder, "FundingProgramme", "programm", title=WORD)
    transaction.commit()
    tools = [f"{site.absolute_url()}/{name}" for name in site.objectIds() if "_" in name]
    plugins = [f"{site.absolute_url()}/acl_users/{name}" for name in site.acl_users.objectIds()]
    root = site.aq_parent.absolute_url()
    return [
        root,
        f"{root}/acl_users",
        f"{root}/Control_Panel",
        site.absolute_url(),
        *(obj.absolute_url() for obj in (folder, page, file, case)),
        f"{page.absolute_url()}/text",
        f"{page.absolute_url()}/@@hub-page",
        f"{page.absolute_url()}/neu.txt",
        f"{site.absolute_url()}/++theme++kommunalhub/rules.xml",
        *tools,
        *plugins[:6],
    ]


def told(site):
    """What no answer may hold."""
    return [WORD, *(name for name in site.acl_users.objectIds() if "_" in name), "plugins"]


def send(method, url, credentials, **headers):
    with requests.Session() as session:
        return session.request(
            method,
            url,
            auth=credentials,
            data=BODY if method != "TRACE" else None,
            headers={**HEADERS, "Destination": f"{url}-anderswo", **headers},
            allow_redirects=False,
        )


@pytest.mark.parametrize("who", ["anonymous", "member", "editor", "manager"])
def test_no_method_of_webdav_is_answered(site, people, places, who):
    silent = told(site)
    for method in DAV:
        for url in places if method in ("PROPFIND", "PUT", "OPTIONS") else places[:14]:
            answer = send(method, url, people[who])
            case = (method, url, answer.status_code, answer.text[:300])
            assert answer.status_code == 405, case
            assert answer.headers["Allow"] == "GET, HEAD, POST", case
            assert "DAV" not in answer.headers and "MS-Author-Via" not in answer.headers, case
            assert not [word for word in silent if word in answer.text], case


def test_nothing_was_changed(site, people, places):
    for method in ("MKCOL", "PUT", "DELETE", "COPY", "MOVE", "PROPPATCH", "LOCK"):
        for url in places[3:11]:
            send(method, url, people["manager"])
    transaction.begin()
    assert sorted(site.ordner.objectIds()) == ["datei", "programm", "seite"]
    assert not site.ordner.seite.wl_isLocked()


@pytest.mark.parametrize("name", sorted(methods.CALLED))
def test_its_methods_are_no_pages(site, people, places, name):
    for who in ("anonymous", "manager"):
        for url in (places[0], site.absolute_url(), f"{site.absolute_url()}/ordner/seite"):
            answer = send("GET", f"{url}/{name}", people[who])
            asked_to_sign_in = "/require_login" in answer.headers.get("Location", "")
            assert asked_to_sign_in or answer.status_code in (401, 403, 404, 405), (url, name)
            assert WORD not in answer.text


def test_the_rest_api_keeps_its_methods(site, people, places):
    url = f"{site.absolute_url()}/ordner/programm"
    json = {"Accept": "application/json", "Content-Type": "application/json"}
    with requests.Session() as session:
        session.auth = people["editor"]
        changed = session.patch(url, json={"title": "Neu"}, headers=json)
        assert changed.status_code == 204, changed.text
        named = f"{site.absolute_url()}/++api++/ordner/programm"
        assert session.patch(named, json={"title": "Neuer"}, headers=json).status_code == 204
        assert session.put(url, json={}, headers=json).status_code in (404, 405)
        assert session.delete(url, headers=json).status_code == 204
    transaction.begin()
    assert "programm" not in site.ordner


def test_preflights_follow_the_policy_of_the_site(site):
    """There is none as delivered, so no other site may call."""
    asked = {"Origin": "https://anderswo.example", "Access-Control-Request-Method": "GET"}
    answer = send("OPTIONS", site.absolute_url(), None, **asked)
    assert answer.text == ""
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_an_administrator_switches_it_on(site, people, places, setting):
    setting("webdav", True)
    url = f"{site.absolute_url()}/ordner"
    assert send("PROPFIND", url, people["manager"]).status_code == 207
    assert WORD in send("PROPFIND", url, people["manager"]).text
    for who in ("anonymous", "member", "editor"):
        answer = send("PROPFIND", url, people[who])
        assert answer.status_code in (401, 403, 404)
        # an editor may read the folder, so the page that says no may lead back to it
        assert who == "editor" or WORD not in answer.text
    # The root of Zope is no site: there it stays off.
    assert send("PROPFIND", places[0], people["manager"]).status_code in (401, 405)


def test_a_hub_manager_does_not(site, people):
    json = {"Accept": "application/json"}
    with requests.Session() as session:
        session.auth = people["editor"]
        page = session.get(f"{site.absolute_url()}/@@hub-security-controlpanel")
        assert "form.widgets.webdav" not in page.text
        body = {"kommunalhub.security.webdav": True}
        answer = session.patch(f"{site.absolute_url()}/@registry", json=body, headers=json)
        assert answer.status_code in (401, 403, 404)
        session.auth = people["manager"]
        page = session.get(f"{site.absolute_url()}/@@hub-security-controlpanel")
        assert "form.widgets.webdav" in page.text
