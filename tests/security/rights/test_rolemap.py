"""Nobody holds a permission that no line gives, wherever Plone or an add-on gives one."""

from kommunalhub.security.rights import rolemap
from kommunalhub.security.rights import rules
from plone import api
from Products.GenericSetup.rolemap import RolemapImportConfigurator

import pytest


OUTSIDERS = {"Anonymous", "Authenticated", "Member", "Owner"}


@pytest.fixture
def portal(built):
    return built["portal"]


def test_a_site_gives_what_the_lists_say_and_nothing_else(portal):
    assert [str(deviation) for deviation in rolemap.compare(portal)] == []


def test_the_walk_sees_the_whole_site(portal):
    """An empty answer means something only when all was looked at."""
    assert len(portal.ac_inherited_permissions(1)) > 120
    assert rolemap.used_workflows(portal) == set(rules.state_grants(rolemap.brought()))
    assert len(list(rolemap._tools(portal))) > 100
    assert len(list(rolemap._folders(portal))) > 8


@pytest.mark.parametrize("role", sorted(OUTSIDERS))
def test_every_permission_given_to_outsiders_is_noticed(portal, role):
    """Whatever a later add-on gives: permission by permission, also one nobody knew before."""
    meant = rules.site_grants(rolemap.brought())
    known = [permission for permission, *_rest in portal.ac_inherited_permissions(1)]
    listed = [name for name in known if name in meant and role in meant[name].roles]
    for permission in set(known) - set(listed):
        portal.manage_permission(permission, [role], True)
    found = {deviation.permission for deviation in rolemap.of_site(portal) if deviation.more}
    # What everybody holds anyway, a role holds no more than others do.
    assert found == set(known) - set(listed)


def test_a_right_taken_away_is_noticed(portal):
    portal.manage_permission("Search ZCatalog", ["Manager"], False)
    assert [str(deviation) for deviation in rolemap.compare(portal)] == [
        "site: Anonymous should hold, and does not: Search ZCatalog"
    ]


def test_states_tools_and_folders_are_looked_at(portal):
    state = portal.portal_workflow.hub_page_workflow.states.draft
    state.setPermission("View", 0, ["Member"])
    portal.portal_actions.manage_permission("Manage portal", ["Member"], True)
    portal["co-working"].manage_permission("Add portal content", ["Member"], True)
    found = [str(deviation) for deviation in rolemap.compare(portal) if deviation.more]
    assert found == [
        "co-working: Member holds, and no line says why: Add portal content",
        "hub_page_workflow/draft: Member holds, and no line says why: View",
        "portal_actions: Member holds, and no line says why: Manage portal",
    ]


def test_the_offers_bring_what_stands_in_the_package(portal):
    assert sorted(rolemap.brought()) == rules.in_package()


def test_every_line_has_a_reason_and_is_needed(portal):
    for permission, grant in rules.site_grants(rolemap.brought()).items():
        assert grant.roles and grant.why.endswith("."), permission
    for lines in rules.state_grants(rolemap.brought()).values():
        for key, (states, why) in lines.items():
            assert states and why.endswith("."), key


def test_what_plone_gives_members_is_taken_back(portal):
    """Plone's own rolemap, read here, so that a new version of it cannot give anything again."""
    setup = api.portal.get_tool("portal_setup")
    context = setup._getImportContext("profile-Products.CMFPlone:plone")
    text = context.readDataFile("rolemap.xml")
    plones = RolemapImportConfigurator(portal).parseXML(text)["permissions"]
    meant = rules.site_grants(rolemap.brought())
    taken = 0
    for entry in plones:
        given = set(entry["roles"]) & {"Member", "Authenticated"}
        if given and not given & (meant[entry["name"]].roles if entry["name"] in meant else set()):
            taken += 1
            assert not given & rolemap.held(portal, entry["name"])
    assert taken >= 6
