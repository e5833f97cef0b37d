"""From 1000: a site as it was finds its materials, and gets what is new."""

from kommunalhub.booking.content import Space
from kommunalhub.booking.interfaces import ISpace
from kommunalhub.booking.rights import BOOK
from kommunalhub.core import formatting
from kommunalhub.lib.filetext import limits
from kommunalhub.materials.content import WorkshopMaterial
from kommunalhub.partners.groups import name_plones_groups
from kommunalhub.search.reading import state
from kommunalhub.search.reading.queue import queue_of
from kommunalhub.search.reading.queue import waiting
from kommunalhub.security.person import Person
from kommunalhub.upgrades.to1001 import keep_texts_in_passages
from kommunalhub.upgrades.to1001 import move_spaces
from kommunalhub.upgrades.to1001 import PLUGIN
from kommunalhub.upgrades.to1001 import read_files_anew
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.indexing import processQueue
from Products.PluggableAuthService.interfaces.plugins import IUserFactoryPlugin

import pytest
import zlib


PROFILE = "kommunalhub:default"
LETTERS = "kommunalhub.letters"
SCRIPT = "plone.bundles/kommunalhub-plone.jscompilation"


@pytest.fixture
def old(integration):
    """A site as 1000 left it."""
    portal = integration["portal"]
    with api.env.adopt_roles(["Manager"]):
        fti = portal.portal_types["WorkshopMaterial"]
        fti.klass = "kommunalhub.workshops.content.WorkshopMaterial"
        fti.schema = "kommunalhub.workshops.interfaces.IWorkshopMaterial"
        fti = portal.portal_types["Space"]
        fti.klass = "kommunalhub.coworking.content.Space"
        fti.schema = "kommunalhub.coworking.interfaces.ISpace"
        del portal.portal_registry.records["kommunalhub.space_kinds"]
        portal.manage_permission("kommunalhub: Book space", ["Manager"])
        portal.acl_users.manage_delObjects([PLUGIN])
        portal.portal_registry.records[SCRIPT].value = None
        portal.portal_controlpanel.unregisterConfiglet(LETTERS)
        name_plones_groups(back=True)
        portal.portal_groups.editGroup("Reviewers", title="Lektorat")
        portal.portal_setup.setLastVersionForProfile(PROFILE, ("1000",))
    return portal


def upgrade(portal):
    with api.env.adopt_roles(["Manager"]):
        portal.portal_setup.upgradeProfile(PROFILE)


def test_an_old_site_is_as_a_new_one(old):
    assert old.portal_setup.listUpgrades(PROFILE)
    upgrade(old)
    assert old.portal_setup.getLastVersionForProfile(PROFILE) == ("1001",)
    assert not old.portal_setup.listUpgrades(PROFILE)
    fti = old.portal_types["WorkshopMaterial"]
    assert fti.klass == f"{WorkshopMaterial.__module__}.WorkshopMaterial"
    assert fti.lookupSchema().__module__ == "kommunalhub.materials.interfaces"
    fti = old.portal_types["Space"]
    assert (fti.klass, fti.lookupSchema()) == (f"{Space.__module__}.Space", ISpace)
    assert "hall" in api.portal.get_registry_record("kommunalhub.space_kinds")
    assert "Member" in [r["name"] for r in old.rolesOfPermission(BOOK) if r["selected"]]
    assert old.acl_users.plugins.listPluginIds(IUserFactoryPlugin)[0] == PLUGIN
    assert type(old.acl_users.getUserById(TEST_USER_ID).aq_base) is Person
    assert api.portal.get_registry_record(SCRIPT).endswith("/scheme.js")
    assert api.group.get("Administrators").getProperty("title") == "Plone: Systemverwaltung"
    assert api.group.get("Reviewers").getProperty("title") == "Lektorat"
    assert LETTERS in {action.id for action in old.portal_controlpanel.listActions()}
    assert old.acl_users.auto_group.title == "Plone: alle mit einem Konto"


def test_twice_is_harmless(old):
    upgrade(old)
    old.portal_setup.setLastVersionForProfile(PROFILE, ("1000",))
    upgrade(old)
    assert old.acl_users.plugins.listPluginIds(IUserFactoryPlugin).count(PLUGIN) == 1


def test_spaces_and_their_folder_are_found_by_what_they_are(built):
    portal = built["portal"]
    with api.env.adopt_roles(["Manager"]):
        space = api.content.create(portal["co-working"], "Space", "tisch", title="Tisch")
        processQueue()
        catalog = portal.portal_catalog
        for thing in (space, portal["co-working"]):
            path = "/".join(thing.getPhysicalPath())
            index = catalog._catalog.getIndex("object_provides")
            rid = catalog._catalog.uids[path]
            index.unindex_object(rid)
        assert not catalog(object_provides=ISpace.__identifier__)
        move_spaces(portal.portal_setup)
        assert [b.getId for b in catalog(object_provides=ISpace.__identifier__)] == ["tisch"]


def test_a_new_site_has_nothing_to_catch_up_with(integration):
    setup = integration["portal"].portal_setup
    assert setup.getLastVersionForProfile(PROFILE) == ("1001",)
    assert not setup.listUpgrades(PROFILE)


def test_texts_are_kept_in_passages(integration):
    portal = integration["portal"]
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal, "Document", title="Deichschau")
    index = portal.portal_catalog._catalog.getIndex("fulltext")
    [brain] = portal.portal_catalog.unrestrictedSearchResults(UID=page.UID())
    record = index.records[brain.getRID()]
    del record.chunks
    record.packed, record.digest = zlib.compress(b'["alt", []]'), b"old"
    keep_texts_in_passages(None)
    assert index.records[brain.getRID()].chunks is not None
    digest = index.records[brain.getRID()].digest
    keep_texts_in_passages(None)  # safe to run twice
    assert index.records[brain.getRID()].digest == digest


def test_files_wait_to_be_read_again(integration):
    portal = integration["portal"]
    with api.env.adopt_roles(["Manager"]):
        file = NamedBlobFile(b"Deichschau", filename="deich.txt")
        old = api.content.create(portal, "File", "deich", file=file)
        api.content.create(portal, "Document", "seite", title="Deich")
    kept = state.kept_of(old)
    kept.outcome = limits.OK
    old.reindexObject()
    queue_of(portal).drop(old.UID())
    read_files_anew(portal.portal_setup)
    assert waiting(portal, formatting.now()) == [old.UID()]
    assert state.outcome_of(old) == limits.OK  # found as before until then
    queue_of(portal).drop(old.UID())
    kept.reader = state.READER
    read_files_anew(portal.portal_setup)
    assert waiting(portal, formatting.now()) == []
