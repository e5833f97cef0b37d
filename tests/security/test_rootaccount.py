"""Nobody works on the site with an account of the Zope root."""

from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import base64
import pytest


ROOT = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@pytest.fixture
def root_client(client, site):
    """A browser with the cookie that the log-in form of the Zope root gives."""
    pair = b":".join(part.encode().hex().encode() for part in ROOT)
    client.cookies.set("__ac", base64.encodebytes(pair).decode().strip())
    return client


def test_the_form_refuses_it_in_german(client, site):
    answer = client.sign_in(*ROOT)
    assert answer.status_code == 403
    assert "Bitte melden Sie sich mit Ihrem Konto auf dieser Website an" in answer.text


def test_no_cookie_holds_the_password(client, site):
    for answer in (client.sign_in(*ROOT), client.get("", auth=ROOT)):
        for line in answer.raw.headers.getlist("Set-Cookie"):
            value = line.partition("=")[2].partition(";")[0]
            assert value in ("", "deleted")
    assert not client.is_signed_in()


def test_basic_is_refused(client, site):
    for path in ("", "/@@overview-controlpanel", "/manage_main"):
        assert client.get(path, auth=ROOT).status_code == 403


def test_rest_is_refused(client, site):
    answer = client.api("GET", "", auth=ROOT)
    assert answer.status_code == 403
    assert answer.json()["type"] == "RootAccountRefused"
    body = {"login": ROOT[0], "password": ROOT[1]}
    answer = client.api("POST", "/@login", json=body)
    assert answer.status_code == 403
    assert "token" not in answer.json()


def test_the_cookie_of_the_root_is_refused_and_removed(root_client):
    answer = root_client.get("/@@overview-controlpanel")
    assert answer.status_code == 403
    assert "__ac=deleted" in answer.headers["Set-Cookie"]


def test_a_token_of_the_root_is_refused(client, site):
    token = site.getPhysicalRoot().acl_users.jwt_auth.create_token(ROOT[0])
    answer = client.api("GET", "", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 403


def test_the_root_itself_goes_on(client, site):
    client.site_url = client.site_url.rpartition("/")[0]
    assert client.get("/manage_main", auth=ROOT).status_code == 200


def test_an_emergency_lets_basic_in_but_not_the_form(client, setting):
    setting("root_basic_auth", True)
    for _attempt in range(10):
        assert client.get("/@@overview-controlpanel", auth=ROOT).status_code == 200
    assert client.sign_in(*ROOT).status_code == 403


def test_guessing_it_is_slowed(client, site):
    for _attempt in range(5):
        assert client.sign_in(ROOT[0], "wrong").status_code == 200
    assert client.sign_in(*ROOT).status_code == 429
