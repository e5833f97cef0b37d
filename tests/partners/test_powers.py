"""A hub manager is not a Manager, and cannot become one by any way Plone offers."""

from plone import api

import pytest
import re
import transaction


MORE = {"Manager", "Site Administrator"}


@pytest.fixture
def hub_manager(session):
    """The JSON client of the hub manager."""
    return session("hubleitung")


@pytest.fixture
def pages(session):
    """The hub manager's browser; `post` sends the token of CSRF protection."""
    client = session("hubleitung")
    client.headers["Accept"] = "text/html"
    page = client.get("/@@usergroup-userprefs").text
    token = re.search(r'name="_authenticator"[^>]*value="([^"]+)"', page)[1]

    def post(path, **data):
        return client.post(path, data={"_authenticator": token, "form.submitted": "1", **data})

    client.send_form = post
    return client


def roles_of(person):
    transaction.begin()
    user = api.portal.get().acl_users.getUserById(person)
    return set(user.getRoles()) if user is not None else set()


@pytest.fixture(autouse=True)
def still_no_more(web):
    """After each attempt nobody but the manager holds more."""
    yield
    people = ["hubleitung", "malente-redaktion", "gruenderin", "komplizin"]
    assert not {person for person in people if MORE & roles_of(person)}
    assert "Manager" in roles_of("verwaltung")


def test_roles_over_rest(hub_manager):
    for role in (*MORE, "Reviewer", "Editor"):
        answer = hub_manager.patch("/@users/hubleitung", json={"roles": {role: True}})
        assert answer.status_code == 403
        answer = hub_manager.patch("/@users/malente-redaktion", json={"roles": {role: True}})
        assert answer.status_code == 403
        assert role not in roles_of("hubleitung") | roles_of("malente-redaktion")


def test_own_properties_stay_editable_over_rest(hub_manager, session):
    assert hub_manager.patch("/@users/berater", json={"fullname": "Bea B."}).status_code == 204
    own = session("gruenderin").patch("/@users/gruenderin", json={"fullname": "Gesa G."})
    assert own.status_code == 204
    assert session("gruenderin").patch("/@users/berater", json={"fullname": "x"}).status_code == 403


def test_new_users_and_groups_with_roles_over_rest(hub_manager):
    account = {
        "username": "komplizin",
        "email": "k@example.org",
        "password": "Ein-langes-Kennwort-2026",
    }
    assert hub_manager.post("/@users", json=account | {"roles": ["Manager"]}).status_code == 403
    for extra in (
        {"roles": ["Manager"]},
        {"roles": ["Site Administrator"]},
        {"groups": ["Administrators"]},
        {"groups": ["Site Administrators"]},
    ):
        body = {"groupname": "mitarbeitende-plus", "users": ["hubleitung"], **extra}
        assert hub_manager.post("/@groups", json=body).status_code == 403
    plain = {"groupname": "chorgruppe", "title": "Chor", "users": ["gruenderin"]}
    assert hub_manager.post("/@groups", json=plain).status_code == 201


def test_groups_with_power_over_rest(hub_manager):
    for group in ("Administrators", "Site Administrators"):
        body = {"users": {"hubleitung": True}}
        assert hub_manager.patch(f"/@groups/{group}", json=body).status_code in (400, 403)
        body = {"groups": [group]}
        assert hub_manager.patch("/@groups/hub-managers", json=body).status_code == 403
    body = {"roles": ["Site Administrator"]}
    assert hub_manager.patch("/@groups/hub-managers", json=body).status_code == 403


def test_people_are_put_into_groups_over_rest_and_page(hub_manager, pages):
    body = {"users": {"gruenderin": True}}
    assert hub_manager.patch("/@groups/malente-staff", json=body).status_code == 204
    assert "Staff" in roles_of("gruenderin")
    pages.send_form(
        "/@@usergroup-groupmembership", **{"groupname": "hub-consultants", "add:list": "werkstatt"}
    )
    assert "Consultant" in roles_of("werkstatt")


def test_groups_with_power_on_pages(pages):
    for group in ("Administrators", "Site Administrators"):
        for member in ("hubleitung", "hub-managers"):
            answer = pages.send_form(
                "/@@usergroup-groupmembership", **{"groupname": group, "add:list": member}
            )
            assert answer.status_code == 403
        answer = pages.send_form(
            "/@@usergroup-usermembership", **{"userid": "hubleitung", "add:list": group}
        )
        assert answer.status_code == 403


def test_a_group_within_a_group_with_power(web, pages):
    with api.env.adopt_user(username="verwaltung"):
        api.group.create(groupname="rechenzentrum", title="Rechenzentrum")
        tool = api.portal.get_tool("portal_groups")
        tool.addPrincipalToGroup("rechenzentrum", "Administrators")
    transaction.commit()
    form = {"groupname": "rechenzentrum", "add:list": "hubleitung"}
    assert pages.send_form("/@@usergroup-groupmembership", **form).status_code == 403


def test_roles_in_the_list_of_users(pages):
    for role in (*MORE, "Reviewer"):
        pages.send_form(
            "/@@usergroup-userprefs",
            **{
                "form.button.Modify": "1",
                "users.id:records": "hubleitung",
                "users.roles:list:records": ["Member", role],
            },
        )
        assert role not in roles_of("hubleitung")
    assert "HubManager" in roles_of("hubleitung")


def test_the_list_of_users_keeps_roles_given_by_a_manager(web, pages):
    users = web.acl_users
    users.portal_role_manager.assignRolesToPrincipal(("Member", "Reader"), "gruenderin")
    transaction.commit()
    pages.send_form(
        "/@@usergroup-userprefs",
        **{
            "form.button.Modify": "1",
            "users.id:records": "gruenderin",
            "users.email:records": "neu@example.org",
            "users.roles:list:records": ["Member"],
        },
    )
    assert "Reader" in roles_of("gruenderin")
    assert api.user.get("gruenderin").getProperty("email") == "neu@example.org"


def test_roles_in_the_list_of_groups(pages):
    for role in (*MORE, "Reviewer"):
        form = {"form.button.Modify": "1", "group_hub-managers:list": ["HubManager", role]}
        pages.send_form("/@@usergroup-groupprefs", **form)
        assert role not in roles_of("hubleitung")


def test_our_groups_are_not_deleted(hub_manager, pages):
    form = {"form.button.Modify": "1", "delete:list": ["malente-reviewers"]}
    assert pages.send_form("/@@usergroup-groupprefs", **form).status_code == 403
    assert hub_manager.delete("/@groups/malente-reviewers").status_code == 403
    assert hub_manager.delete("/@groups/hub-managers").status_code == 403
    transaction.begin()
    assert api.group.get(groupname="malente-reviewers") is not None


def test_a_managers_password_and_address_over_rest(hub_manager):
    for change in (
        {"password": "Neues-langes-Kennwort-2026"},
        {"email": "falsch@example.org"},
        {"username": "chef"},
        {"fullname": "x"},
    ):
        assert hub_manager.patch("/@users/verwaltung", json=change).status_code == 403
    assert hub_manager.delete("/@users/verwaltung").status_code in (400, 403)
    transaction.begin()
    assert api.user.get("verwaltung").getProperty("email") == "v@example.org"


def test_a_managers_address_on_pages(pages):
    """A new password would go there."""
    pages.send_form(
        "/@@usergroup-userprefs",
        **{
            "form.button.Modify": "1",
            "users.id:records": "verwaltung",
            "users.email:records": "falsch@example.org",
            "users.roles:list:records": ["Member", "Manager"],
        },
    )
    pages.send_form(
        "/@@user-information?userid=verwaltung",
        **{
            "userid": "verwaltung",
            "form.widgets.email": "falsch@example.org",
            "form.widgets.fullname": "x",
            "form.buttons.save": "Speichern",
        },
    )
    transaction.begin()
    assert api.user.get("verwaltung").getProperty("email") == "v@example.org"


def test_a_manager_is_not_deleted_on_pages(pages):
    form = {"form.button.Modify": "1", "delete:list": "verwaltung", "users.id:records": "berater"}
    assert pages.send_form("/@@usergroup-userprefs", **form).status_code == 403


def test_settings_over_rest_need_the_panels_permission(hub_manager, session):
    for panel in ("security", "mail", "site", "markup", "editing", "language", "content-rules"):
        for method in ("get", "patch"):
            kwargs = {"json": {"enable_self_reg": True}} if method == "patch" else {}
            answer = getattr(hub_manager, method)(f"/@controlpanels/{panel}", **kwargs)
            assert answer.status_code in (403, 404), panel
    child = "/@controlpanels/dexterity-types/Document"
    assert hub_manager.get(child).status_code == 403
    assert hub_manager.patch(child, json={"title": "x"}).status_code == 403
    assert hub_manager.delete(child).status_code == 403
    new_type = hub_manager.post("/@controlpanels/dexterity-types", json={"title": "x"})
    assert new_type.status_code == 403
    assert hub_manager.get("/@controlpanels/navigation").status_code == 200
    assert hub_manager.get("/@controlpanels").status_code == 200
    assert session("verwaltung").get("/@controlpanels/security").status_code == 200


def test_which_pages_of_site_setup_are_open(pages):
    for name, opens in {
        "@@overview-controlpanel": True,
        "@@partners-controlpanel": True,
        "@@usergroup-userprefs": True,
        "@@usergroup-groupprefs": True,
        "@@new-user": True,
        "@@navigation-controlpanel": True,
        "@@search-controlpanel": True,
        "@@security-controlpanel": False,
        "@@mail-controlpanel": False,
        "@@site-controlpanel": False,
        "@@theming-controlpanel": False,
        "@@content-controlpanel": False,
        "@@filter-controlpanel": False,
        "@@tinymce-controlpanel": False,
        "@@rules-controlpanel": False,
        "@@dexterity-types": False,
        "@@prefs_install_products_form": False,
        "@@resourceregistry-controlpanel": False,
        "@@caching-controlpanel": False,
        "@@sharing": False,
        "portal_setup/manage_main": False,
        "portal_registry": False,
        "manage_main": False,
        "acl_users/manage_main": False,
    }.items():
        assert (pages.get(f"/{name}").status_code == 200) is opens, name


def test_tools_by_address(pages):
    for path, form in {
        "acl_users/userFolderEditUser": {"principal_id": "hubleitung", "roles:list": "Manager"},
        "acl_users/portal_role_manager/assignRoleToPrincipal": {
            "role_id": "Manager",
            "principal_id": "hubleitung",
        },
        "portal_groups/addPrincipalToGroup": {
            "principal_id": "hubleitung",
            "group_id": "Administrators",
        },
        "portal_groups/editGroup": {"id": "hub-managers", "roles:list": "Manager"},
        "portal_registration/addMember": {"id": "komplizin", "roles:list": "Manager"},
        "manage_setLocalRoles": {"userid": "hubleitung", "roles:list": "Manager"},
        "manage_role": {"role_to_manage": "HubManager", "permissions:list": "Manage portal"},
    }.items():
        assert pages.send_form(f"/{path}", **form).status_code in (302, 401, 403, 404), path
    answer = pages.send_form("/@@updateSharingInfo", entries="[]")
    assert answer.status_code in (302, 401, 403, 404)


def test_sharing_over_rest(hub_manager):
    body = {"entries": [{"id": "hubleitung", "type": "user", "roles": {"Manager": True}}]}
    assert hub_manager.post("/@sharing", json=body).status_code in (401, 403, 404)
    transaction.begin()
    assert "hubleitung" not in api.portal.get().__ac_local_roles__


def test_the_permission_that_makes_a_manager(web):
    with api.env.adopt_user(username="hubleitung"):
        assert not api.user.has_permission("Manage portal")
        assert not api.user.has_permission("Manage users")
        assert not api.user.has_permission("Manage Groups")
        assert not api.user.has_permission("Change permissions")
        assert api.user.has_permission("Modify portal content", obj=web)


def test_a_manager_still_can(web, session):
    client = session("verwaltung")
    body = {"roles": {"Site Administrator": True}}
    assert client.patch("/@users/werkstatt", json=body).status_code == 204
    assert "Site Administrator" in roles_of("werkstatt")
    body = {"users": {"werkstatt": True}}
    assert client.patch("/@groups/Administrators", json=body).status_code == 204
    assert "Manager" in roles_of("werkstatt")
