"""Tokens of the REST API: how long they last, and what ends them."""

import jwt
import pytest
import transaction


PASSWORD = "vier Deiche im Regen"
NEW = "Ebbe und Flut und Watt"


@pytest.fixture
def token(client, erika):
    """Return a token of erika's."""
    answer = client.api("POST", "/@login", json={"login": erika, "password": PASSWORD})
    client.cookies.clear()  # a program has none
    return answer.json()["token"]


@pytest.fixture
def with_token(new_client):
    """Return a function that calls the API with a token."""

    def with_token(token, method="GET", url="/@users/erika", **kw):
        headers = {"Authorization": f"Bearer {token}"}
        return new_client().api(method, url, headers=headers, **kw)

    return with_token


def test_a_token_lets_in(token, with_token):
    assert with_token(token).json()["id"] == "erika"


def test_a_token_expires(token):
    claims = jwt.decode(token, options={"verify_signature": False})
    assert claims["exp"] - claims["start"] <= 3600 + 1


def test_signing_out_ends_a_token(token, with_token):
    assert with_token(token, "POST", "/@logout").status_code in (200, 204)
    assert with_token(token).status_code == 401


def test_signing_out_leaves_other_tokens(client, erika, token, with_token):
    body = {"login": erika, "password": PASSWORD}
    other = client.api("POST", "/@login", json=body).json()["token"]
    with_token(token, "POST", "/@logout")
    assert with_token(other).status_code == 200


def test_a_renewed_token_is_of_the_same_session(token, with_token):
    renewed = with_token(token, "POST", "/@login-renew").json()["token"]
    assert with_token(renewed).status_code == 200
    with_token(token, "POST", "/@logout")
    assert with_token(renewed).status_code == 401


def test_no_renewal_outlives_the_longest_session(token, with_token, setting, clock):
    setting("token_minutes", 24 * 60)
    renewed = with_token(token, "POST", "/@login-renew").json()["token"]
    claims = jwt.decode(renewed, options={"verify_signature": False})
    assert claims["exp"] - claims["start"] <= 12 * 3600 + 1


def test_a_new_password_ends_tokens(token, with_token, manager, new_client):
    answer = new_client().api(
        "PATCH", "/@users/erika", auth=(manager, PASSWORD), json={"password": NEW}
    )
    assert answer.status_code == 204
    assert with_token(token).status_code == 401


def test_who_changes_the_password_by_token_signs_in_anew(token, with_token):
    body = {"old_password": PASSWORD, "new_password": NEW}
    answer = with_token(token, "POST", "/@users/erika/reset-password", json=body)
    assert answer.status_code in (200, 204)
    assert with_token(token).status_code == 401


def test_a_token_of_who_was_removed_is_none(token, with_token, manager, new_client):
    answer = new_client().api("DELETE", "/@users/erika", auth=(manager, PASSWORD))
    assert answer.status_code == 204
    assert with_token(token).status_code == 401


def test_the_site_keeps_no_list_of_tokens(token, site):
    transaction.begin()
    assert not site.acl_users.jwt_auth._tokens


@pytest.mark.parametrize("made_up", ["", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJlcmlrYSJ9."])
def test_made_up_tokens_are_nobodys(with_token, erika, made_up):
    assert with_token(made_up).status_code == 401


def test_a_token_without_a_session_is_nobodys(with_token, erika, site):
    plugin = site.acl_users.jwt_auth
    old = jwt.encode({"sub": "erika"}, plugin._signing_secret(), algorithm="HS256")
    assert with_token(old).status_code == 401
