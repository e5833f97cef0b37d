"""Computed roles on objects: permission check, catalog, children, and what must not leak."""

from kommunalhub.partners.interfaces import IAskedPartners
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.localroles import asked_partners
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.operations import give_partner
from plone import api
from Products.CMFCore.indexing import processQueue
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.interface import Interface
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


def roles_on(obj, person):
    with api.env.adopt_user(username=person):
        return set(api.user.get_roles(obj=obj))


def found_by(person, **query):
    with api.env.adopt_user(username=person):
        return {brain.getId for brain in api.content.find(**query)}


@pytest.fixture
def case(malente):
    with api.env.adopt_user(username="verwaltung"):
        case = api.content.create(malente, "TestCase", "fall", title="Feuerwache")
        api.content.create(case, "File", "plan", title="Lageplan")
    return case


@pytest.mark.parametrize(
    "person, computed",
    [
        ("malente-mitarbeit", {"Colleague"}),
        ("malente-redaktion", {"Colleague", "Editor"}),
        ("malente-pruefung", {"Colleague", "Reviewer"}),
        ("lensahn-redaktion", set()),
        ("lensahn-pruefung", set()),
        ("berater", set()),
        ("hubleitung", set()),
        ("gruenderin", set()),
    ],
)
def test_roles_on_a_case_and_its_file(case, person, computed):
    local = {"Colleague", "Editor", "Reviewer", "Consenter"}
    assert roles_on(case, person) & local == computed
    assert roles_on(case["plan"], person) & local == computed


@pytest.mark.parametrize(
    "person, expected",
    [
        ("malente-mitarbeit", set()),  # a draft is its author's and the editors'
        ("malente-redaktion", {"fall", "plan"}),
        ("malente-pruefung", set()),
        ("lensahn-redaktion", set()),
        ("lensahn-pruefung", set()),
        ("berater", set()),
        ("hubleitung", {"fall", "plan"}),
        ("gruenderin", set()),
    ],
)
def test_catalog_and_permission_check_agree(case, person, expected):
    assert found_by(person, portal_type=["TestCase", "File"]) == expected
    with api.env.adopt_user(username=person):
        may = {
            obj.getId() for obj in (case, case["plan"]) if api.user.has_permission("View", obj=obj)
        }
    assert may == expected


def test_children_are_indexed_under_the_partner_around(case):
    with api.env.adopt_user(username="verwaltung"):
        brains = api.content.find(portal_type="File")
    assert [brain.partner for brain in brains] == ["malente"]
    with api.env.adopt_user(username="verwaltung"):
        assert {b.getId for b in api.content.find(partner="malente")} == {"malente", "fall", "plan"}


def test_what_has_no_partner_is_not_indexed_under_one(portal):
    with api.env.adopt_user(username="verwaltung"):
        page = api.content.create(portal, "Document", "seite")
        found = api.content.find(partner=["malente", "lensahn", "oldenburg", "dataport"])
    assert page.getId() not in {brain.getId for brain in found}


def test_change_of_partner_moves_rights_in_check_and_catalog(portal):
    with api.env.adopt_user(username="verwaltung"):
        case = api.content.create(portal, "TestCase", "fall", partner="malente")
        api.content.create(case, "File", "plan")
    assert found_by("malente-redaktion", portal_type="File") == {"plan"}
    case.partner = "lensahn"
    case.reindexObject()
    notify(ObjectModifiedEvent(case, Attributes(Interface, "IPartnered.partner")))
    assert found_by("malente-redaktion", portal_type=["TestCase", "File"]) == set()
    assert found_by("lensahn-redaktion", portal_type=["TestCase", "File"]) == {"fall", "plan"}
    assert "Editor" not in roles_on(case["plan"], "malente-redaktion")
    assert "Editor" in roles_on(case["plan"], "lensahn-redaktion")


def test_a_change_counts_within_the_same_request(portal):
    with api.env.adopt_user(username="verwaltung"):
        case = api.content.create(portal, "TestCase", "fall", partner="malente")
    with api.env.adopt_user(username="malente-redaktion"):
        assert api.user.has_permission("Modify portal content", obj=case)
        give_partner(case, "lensahn")
        notify(ObjectModifiedEvent(case))
        assert not api.user.has_permission("Modify portal content", obj=case)


def test_new_member_of_a_group_finds_at_once(case):
    with api.env.adopt_user(username="verwaltung"):
        api.group.add_user(groupname="malente-editors", username="gruenderin")
    assert found_by("gruenderin", portal_type="TestCase") == {"fall"}


def test_case_without_partner_gives_no_roles_and_takes_none_from_who_looks(portal):
    """Dexterity answers for a missing attribute with the default of the person who looks."""
    with api.env.adopt_user(username="verwaltung"):
        case = api.content.create(portal, "TestCase", "fall", partner="malente")
    del case.partner
    with api.env.adopt_user(username="lensahn-redaktion"):
        assert case.partner == "lensahn"  # the trap
        assert stored_partner(case) is None
        assert "Editor" not in api.user.get_roles(obj=case)
        case.reindexObject()
        processQueue()
    assert found_by("lensahn-redaktion", portal_type="TestCase") == set()


def test_partner_is_read_from_a_ghost(case):
    transaction.savepoint(optimistic=True)
    case._p_deactivate()
    assert case._p_changed is None
    assert stored_partner(case) == "malente"


@pytest.fixture
def asked():
    """A list of the partners whom the case `fall` asks."""
    partners = []

    def ask(obj):
        return tuple(partners) if obj.getId() == "fall" else ()

    registry = getGlobalSiteManager()
    registry.registerSubscriptionAdapter(ask, (IHasPartner,), IAskedPartners)
    yield partners
    registry.unregisterSubscriptionAdapter(ask, (IHasPartner,), IAskedPartners)


def test_asked_partners_consent_and_nothing_else(portal, case, asked):
    assert asked_partners(case) == ()
    asked[:] = ["dataport", "lensahn", "dataport"]
    assert asked_partners(case) == ("dataport", "lensahn")
    assert "Consenter" in roles_on(case, "dataport-pruefung")
    assert "Consenter" in roles_on(case["plan"], "lensahn-pruefung")
    assert "Consenter" not in roles_on(case, "lensahn-redaktion")
    assert not {"Reviewer", "Colleague"} & roles_on(case, "dataport-pruefung")
    allowed = portal.acl_users._getAllLocalRoles(case)
    assert set(allowed["dataport-reviewers"]) == {"Consenter"}


def test_who_is_asked_may_change_within_a_request(portal, case, asked):
    asked[:] = ["lensahn"]
    transaction.savepoint(optimistic=True)
    assert "Consenter" in roles_on(case, "lensahn-pruefung")
    asked[:] = ["dataport"]
    assert "dataport-reviewers" in portal.acl_users._getAllLocalRoles(case)  # the catalog at once
    with api.env.adopt_user(username="verwaltung"):
        api.content.transition(case, "submit")
    assert "Consenter" not in roles_on(case, "lensahn-pruefung")
    assert "Consenter" in roles_on(case, "dataport-pruefung")


def test_a_blocked_folder_still_knows_its_own_partner(portal, malente, case):
    malente.__ac_local_roles_block__ = True
    assert "Reviewer" in roles_on(case, "malente-pruefung")


def test_marker_and_attribute_are_on_what_has_the_behaviour(case):
    assert IHasPartner.providedBy(case)
    assert case.partner == "malente"
