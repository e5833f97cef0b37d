"""Adding, changing and removing partners; a fifth one needs no restart."""

from kommunalhub.lib import colours
from kommunalhub.partners import operations
from kommunalhub.partners import rules
from kommunalhub.partners.interfaces import IPartnerAddedEvent
from kommunalhub.partners.interfaces import IPartnerEvent
from kommunalhub.partners.interfaces import PartnerInUse
from kommunalhub.partners.interfaces import PartnerInvalid
from plone import api
from zope.component import adapter
from zope.component import getGlobalSiteManager

import pytest


HEILIGENHAFEN = {
    "title": "Stadt Heiligenhafen",
    "short_title": "Heiligenhafen",
    "kind": "municipality",
    "colour": "#8a1c4a",
    "email": "rathaus@heiligenhafen.example",
}


@pytest.fixture
def events():
    seen = []

    @adapter(IPartnerEvent)
    def see(event):
        seen.append(event)

    getGlobalSiteManager().registerHandler(see)
    yield seen
    getGlobalSiteManager().unregisterHandler(see)


@pytest.fixture
def manager(portal):
    with api.env.adopt_user(username="verwaltung"):
        yield portal


def test_the_four_partners_are_there(portal):
    assert operations.partner_ids() == ("dataport", "lensahn", "malente", "oldenburg")
    lensahn = operations.get_partner("lensahn")
    assert (lensahn.title, lensahn.kind) == ("Amt Lensahn", "office_union")
    assert operations.host_partner() == "oldenburg"
    assert operations.operator_partner() == "dataport"
    for partner_id in operations.partner_ids():
        assert colours.writing_error(operations.get_partner(partner_id).colour) is None


@pytest.mark.parametrize("unknown", ["", None, "heiligenhafen", "malente.title"])
def test_unknown_partners_are_none(portal, unknown):
    assert operations.get_partner(unknown) is None


def test_groups_and_global_roles_after_install(portal):
    tool = api.portal.get_tool("portal_groups")
    expected = dict(rules.HUB_GROUPS)
    for partner_id in operations.partner_ids():
        expected |= rules.global_roles_of(partner_id)
    for group, roles in expected.items():
        held = set(tool.getGroupById(group).getRoles()) - {"Authenticated"}
        assert held == set(roles), group


def test_no_group_of_ours_holds_manager(portal):
    tool = api.portal.get_tool("portal_groups")
    for group in tool.listGroups():
        if group.getId() not in ("Administrators", "Site Administrators"):
            assert not {"Manager", "Site Administrator"} & set(group.getRoles())


def test_a_fifth_partner_works_at_once(manager, events):
    operations.add_partner("heiligenhafen", **HEILIGENHAFEN)
    assert [event.partner for event in events] == ["heiligenhafen"]
    assert IPartnerAddedEvent.providedBy(events[0])
    assert "heiligenhafen" in operations.partner_ids()
    tool = api.portal.get_tool("portal_groups")
    assert tool.getGroupById("heiligenhafen-reviewers").getRoles() == ["Staff", "Authenticated"]
    api.group.add_user(groupname="heiligenhafen-reviewers", username="gruenderin")
    assert operations.partners_of("gruenderin") == ("heiligenhafen",)
    case = api.content.create(manager, "TestCase", "hafen", partner="heiligenhafen")
    with api.env.adopt_user(username="gruenderin"):
        assert "Reviewer" in api.user.get_roles(obj=case)
    with api.env.adopt_user(username="malente-pruefung"):
        assert "Reviewer" not in api.user.get_roles(obj=case)


@pytest.mark.parametrize(
    "change, field",
    [
        ({"title": ""}, "title"),
        ({"title": None}, "title"),
        ({"title": "x" * 101}, "title"),
        ({"short_title": None}, "short_title"),
        ({"kind": "kingdom"}, "kind"),
        ({"colour": "#f5c518"}, "colour"),
        ({"colour": "rot"}, "colour"),
        ({"email": "rathaus"}, "email"),
        ({"title": 5}, "title"),
        ({"colour": 5}, "colour"),
        ({"logo": "x"}, "logo"),
    ],
)
def test_wrong_fields_are_named_and_nothing_is_written(manager, events, change, field):
    with pytest.raises(PartnerInvalid) as caught:
        operations.add_partner("heiligenhafen", **(HEILIGENHAFEN | change))
    assert set(caught.value.errors) == {field}
    assert operations.get_partner("heiligenhafen") is None
    assert api.group.get(groupname="heiligenhafen-staff") is None
    with pytest.raises(PartnerInvalid):
        operations.update_partner("malente", **change)
    assert operations.get_partner("malente").title == "Gemeinde Malente"
    assert events == []


@pytest.mark.parametrize("partner_id", ["malente", "Malente", "hub", "x", "a b", "", "../x"])
def test_wrong_ids(manager, partner_id):
    with pytest.raises(PartnerInvalid) as caught:
        operations.add_partner(partner_id, **HEILIGENHAFEN)
    assert set(caught.value.errors) == {"id"}


def test_an_id_whose_group_names_a_person_has_is_refused(manager):
    """Roles go by name: who registers as heiligenhafen-reviewers must not become one."""
    api.user.create(
        username="heiligenhafen-reviewers",
        email="x@example.org",
        password="Ein-langes-Kennwort-2026",
    )
    with pytest.raises(PartnerInvalid) as caught:
        operations.add_partner("heiligenhafen", **HEILIGENHAFEN)
    assert set(caught.value.errors) == {"id"}


def test_nobody_can_register_under_the_name_of_a_group(manager):
    registration = api.portal.get_tool("portal_registration")
    assert not registration.isMemberIdAllowed("malente-reviewers")


def test_a_new_name_reaches_the_groups(manager, events):
    operations.update_partner("lensahn", short_title="Lensahn-Land")
    group = api.group.get(groupname="lensahn-editors")
    assert "Lensahn-Land" in group.getProperty("title")
    assert [event.partner for event in events] == ["lensahn"]
    assert operations.get_partner("lensahn").title == "Amt Lensahn"


def test_members_stay_when_a_partner_is_renamed(manager):
    operations.update_partner("malente", title="Gemeinde Bad Malente", short_title="Bad Malente")
    assert operations.partners_of("malente-pruefung") == ("malente",)


def test_a_partner_with_cases_stays(manager, malente):
    case = api.content.create(malente, "TestCase", "fall")
    api.content.create(case, "File", "plan")
    api.content.create(malente, "Document", "seite")
    with pytest.raises(PartnerInUse) as caught:
        operations.remove_partner("malente")
    assert caught.value.count == 2  # the file belongs to the case
    assert "malente" in operations.partner_ids()
    assert api.group.get(groupname="malente-staff") is not None


def test_cases_that_one_cannot_see_count_too(portal, malente):
    with api.env.adopt_user(username="verwaltung"):
        api.content.create(malente, "TestCase", "fall")
    with api.env.adopt_user(username="berater"):
        assert operations.count_cases("malente") == 1


def test_a_partner_without_cases_goes_with_its_groups(manager, events):
    operations.remove_partner("lensahn")
    assert operations.partner_ids() == ("dataport", "malente", "oldenburg")
    assert api.group.get(groupname="lensahn-reviewers") is None
    assert operations.partners_of("lensahn-pruefung") == ()
    assert [event.partner for event in events] == ["lensahn"]
    assert not [n for n in api.portal.get_tool("portal_registry").records if "lensahn" in n]


def test_its_empty_folders_go_too(portal, malente):
    with api.env.adopt_user(username="verwaltung"):
        api.content.create(malente, "Folder", "leer")
        other = api.content.create(portal, "Folder", "lensahn")
        operations.give_partner(other, "lensahn")
    with api.env.adopt_user(username="hubleitung"):
        operations.remove_partner("malente")
    assert "malente" not in portal
    assert "lensahn" in portal


@pytest.mark.parametrize("partner_id", ["oldenburg", "dataport"])
def test_host_and_operator_stay(manager, partner_id):
    with pytest.raises(PartnerInUse):
        operations.remove_partner(partner_id)


@pytest.mark.parametrize("unknown", ["heiligenhafen", "", "malente.title"])
def test_unknown_partners_cannot_be_changed_or_removed(manager, unknown):
    with pytest.raises(KeyError):
        operations.remove_partner(unknown)
    with pytest.raises(KeyError):
        operations.update_partner(unknown, title="x")


@pytest.mark.parametrize(
    "person, partners",
    [
        ("malente-redaktion", ("malente",)),
        ("berater", ()),
        ("gruenderin", ()),
        ("nobody-of-this-name", ()),
    ],
)
def test_partners_of(portal, person, partners):
    assert operations.partners_of(person) == partners
    if person != "nobody-of-this-name":
        with api.env.adopt_user(username=person):
            assert operations.partners_of() == partners
