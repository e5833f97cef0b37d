"""Ids of accounts and groups: in small letters or refused at the field, whatever way they come."""

from kommunalhub.security.userids import rules
from plone import api
from security.conftest import PASSWORD
from security.test_registration import token_on

import pytest
import transaction


@pytest.fixture
def boss(client, manager):
    """A browser in which a manager is signed in."""
    client.sign_in(manager)
    return client


def account(**more):
    return {"email": "neu@example.org", "password": PASSWORD, **more}


def wrong_fields(answer):
    """Return {field: message} of an answer of REST."""
    body = answer.json()
    errors = body.get("errors") or body.get("error", {}).get("errors") or []
    return {error["field"]: error["message"] for error in errors}


def test_capital_letters_are_small_ones(boss):
    answer = boss.api("POST", "/@users", json=account(username="Erika.Beispiel"))
    assert (answer.status_code, answer.json()["id"]) == (201, "erika.beispiel")
    transaction.begin()
    assert api.user.get(username="erika.beispiel").getId() == "erika.beispiel"


@pytest.mark.parametrize("name", ["müller", "Jürgen Größe", "a/b", "user:x", "x" * 101, "наталья"])
def test_other_letters_are_refused_at_the_field(boss, name):
    answer = boss.api("POST", "/@users", json=account(username=name))
    assert answer.status_code == 400
    assert wrong_fields(answer)["username"].startswith("Bitte nehmen Sie")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", 5),
        ("username", ["erika"]),
        ("email", {}),
        ("email", "keine Adresse"),
        ("password", "Sommer"),
        ("password", 12345678901234567890),
        ("fullname", [1]),
        ("roles", "Member"),
        ("roles", [1]),
        ("sendPasswordReset", True),
    ],
)
def test_what_is_wrong_is_told_at_its_field(boss, field, value):
    sent = account(username="neu")
    if field == "sendPasswordReset":
        del sent["password"]
    answer = boss.api("POST", "/@users", json=sent | {field: value})
    assert answer.status_code == 400
    assert field in wrong_fields(answer)
    transaction.begin()
    assert api.user.get(userid="neu") is None


def test_who_may_add_nobody_learns_no_names(client, erika):
    answer = client.api("POST", "/@users", json=account(username="erika"))
    assert answer.status_code in (401, 403)
    assert "erika" not in answer.text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", "müller"),
        ("username", ""),
        ("username", 5),
        ("username", "chefin"),
        ("email", "keine Adresse"),
        ("fullname", {}),
    ],
)
def test_a_change_is_refused_at_the_field(boss, erika, field, value):
    answer = boss.api("PATCH", "/@users/erika", json={field: value})
    assert answer.status_code == 400
    assert list(wrong_fields(answer)) == [field]
    transaction.begin()
    assert api.user.get(userid="erika").getUserName() == "erika"


def test_a_login_name_changes_in_small_letters(boss, erika):
    assert boss.api("PATCH", "/@users/erika", json={"username": "Erika2"}).status_code == 204
    assert boss.api("PATCH", "/@users/erika", json={"username": "erika2"}).status_code == 204
    transaction.begin()
    assert api.user.get(userid="erika").getUserName() == "erika2"


def test_nobody_cannot_be_changed(boss):
    assert boss.api("PATCH", "/@users/niemand", json={"fullname": "X"}).status_code == 404


@pytest.mark.parametrize("name", ["Straßenbau", "straßenbau", 5, ["a"], "a b"])
def test_groups_have_such_ids_too(boss, name):
    answer = boss.api("POST", "/@groups", json={"groupname": name})
    assert answer.status_code == 400
    assert list(wrong_fields(answer)) == ["groupname"]


def test_a_form_says_it_at_the_field(boss):
    page = boss.get("/@@new-user").text
    sent = {
        "form.widgets.username": "Müller",
        "form.widgets.email": "m@example.org",
        "form.widgets.password": PASSWORD,
        "form.widgets.password_ctl": PASSWORD,
        "form.buttons.register": "1",
        "_authenticator": token_on(page),
    }
    refused = boss.post("/@@new-user", data=sent)
    assert "Bitte nehmen Sie nur Kleinbuchstaben" in refused.text
    assert boss.post("/@@new-user", data={**sent, "form.widgets.username": "Mueller"}).ok
    transaction.begin()
    assert api.user.get(userid="mueller") is not None


def test_a_form_for_groups_says_it(boss):
    page = boss.get("/@@usergroup-groupdetails").text
    sent = {"addname": "Straßenbau", "form.submitted": "1", "_authenticator": token_on(page)}
    answer = boss.post("/@@usergroup-groupdetails", data=sent)
    assert answer.status_code == 400
    assert "Bitte nehmen Sie nur Kleinbuchstaben" in answer.text


def test_a_script_is_refused_too(integration, portal):
    with pytest.raises(ValueError, match="login name"):
        api.user.create(username="Müller", email="m@example.org", password=PASSWORD)


def test_the_pattern_is_plones_too(integration, portal):
    assert portal.portal_registration.getIDPattern() == f"^{rules.FORM.pattern}$"
