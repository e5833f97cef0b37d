"""A deleted account leaves nothing that somebody new of the same name could have."""

from kommunalhub.security.guard import find_guard
from kommunalhub.security.userids.book import full_name
from plone import api
from security.conftest import PASSWORD

import pytest
import transaction


@pytest.fixture
def boss(client, manager):
    """A browser in which a manager is signed in."""
    client.sign_in(manager)
    return client


@pytest.fixture
def key(erika):
    """Erika with a role, in a group, and with a key for a new password, which is returned."""
    transaction.begin()
    api.group.create(groupname="probe")
    api.group.add_user(groupname="probe", username="erika")
    api.user.grant_roles(username="erika", roles=["Contributor"])
    key = api.portal.get_tool("portal_password_reset").requestReset("erika")["randomstring"]
    pas = api.portal.get_tool("acl_users")
    find_guard(pas).registrations.add("x" * 64, "Erika", "erika@example.org", 0, 9e9)
    transaction.commit()
    return key


def made_anew(client, **more):
    sent = {"username": "erika", "email": "neu@example.org", "password": PASSWORD, **more}
    return client.api("POST", "/@users", json=sent)


@pytest.mark.parametrize("how", ["", "?delete_memberareas=0&delete_localroles=0"])
def test_nothing_is_left(boss, new_client, key, how):
    assert boss.api("DELETE", f"/@users/erika{how}").status_code == 204
    transaction.begin()
    pas = api.portal.get_tool("acl_users")
    assert "erika" not in pas.source_groups.getGroupMembers("probe")
    assert pas.source_groups._principal_groups.get("erika", ()) == ()
    assert pas.portal_role_manager._principal_roles.get("erika", ()) == ()
    assert "erika" not in pas.mutable_properties._storage
    assert key not in api.portal.get_tool("portal_password_reset")._requests
    assert not find_guard(pas).registrations.waiting
    assert new_client().get(f"/passwordreset/{key}").status_code == 410


def test_a_key_for_nobody_opens_nothing(new_client, site):
    transaction.begin()
    tool = api.portal.get_tool("portal_password_reset")
    key = "k" * 32
    tool._requests[key] = ("niemand", tool.expirationDate())
    transaction.commit()
    assert new_client().get(f"/passwordreset/{key}").status_code == 410


def test_the_id_is_given_to_nobody_again(boss, erika):
    boss.api("DELETE", "/@users/erika")
    answer = made_anew(boss)
    assert answer.status_code == 400
    [error] = answer.json()["error"]["errors"]
    assert (error["field"], "gelöscht" in error["message"]) == ("username", True)
    assert made_anew(boss, username="Erika").status_code == 400
    group = boss.api("POST", "/@groups", json={"groupname": "erika"})
    assert (group.status_code, group.json()["errors"][0]["field"]) == (400, "groupname")
    assert made_anew(boss, username="erika.beispiel").status_code == 201


def test_no_script_gives_it_either(boss, erika):
    boss.api("DELETE", "/@users/erika")
    transaction.begin()
    with pytest.raises(Exception, match="gelöscht"):
        api.user.create(username="erika", email="e@example.org", password=PASSWORD)


def test_the_name_stays_known(boss, erika):
    assert full_name("erika") == "Erika Beispiel"
    boss.api("DELETE", "/@users/erika")
    transaction.begin()
    assert api.user.get(userid="erika") is None
    assert full_name("erika") == "Erika Beispiel"
    assert full_name("niemand") == "niemand"
    assert full_name("") == ""


def test_the_same_address_may_register_again(boss, erika):
    boss.api("DELETE", "/@users/erika")
    assert made_anew(boss, username="neue", email="erika@example.org").status_code == 201
