"""Rights of a person are worked out once in a request that only reads, and come to the same."""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.core.reading import KEPT
from kommunalhub.core.reading import remember
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.security.person import Person
from plone import api
from Products.PlonePAS.plugins.ufactory import PloneUser
from zope.interface import alsoProvides

import pytest


PERMISSIONS = ("View", "Modify portal content", "Manage portal", "Delete objects", "Add Folders")
PEOPLE = ("malente-mitarbeit", "malente-redaktion", "malente-pruefung", "hubleitung", "startup")


@pytest.fixture
def portal(demo):
    alsoProvides(demo["request"], IKommunalhubLayer)
    yield demo["portal"]
    vars(demo["request"]).pop(KEPT, None)


@pytest.fixture
def reading(portal):
    """Return a function after which a request begins that only reads."""

    def reading():
        forget_roles()
        vars(portal.REQUEST).pop(KEPT, None)
        remember(portal.REQUEST)

    return reading


def things(portal):
    """Return the site and every third thing in it."""
    brains = portal.portal_catalog.unrestrictedSearchResults(path="/plone")
    return [portal, *(brain._unrestrictedGetObject() for brain in brains[::3])]


def test_people_are_ours(portal):
    user = portal.acl_users.getUserById("malente-pruefung")
    assert type(aq_base(user)) is Person
    assert aq_base(user._getPAS()) is aq_base(portal.acl_users)
    assert user.getProperty("fullname")


def test_plone_made_users_come_to_the_same(portal, reading):
    """Each person on each thing: as Plone's own class of users answers it."""
    checked = set()
    for name in PEOPLE:
        user = portal.acl_users.getUserById(name)
        plain = PloneUser(name, name)
        vars(plain).update(vars(aq_base(user)))
        plain = plain.__of__(aq_parent(aq_inner(user)))
        for thing in things(portal):
            forget_roles()
            vars(portal.REQUEST).pop(KEPT, None)
            roles = {p: rolesForPermissionOn(p, thing) for p in PERMISSIONS}
            expected = {p: bool(plain.allowed(thing, roles[p])) for p in PERMISSIONS}
            wanted = set(plain.getRolesInContext(thing))
            reading()
            for _time in range(2):
                assert {p: bool(user.allowed(thing, roles[p])) for p in PERMISSIONS} == expected
                assert set(user.getRolesInContext(thing)) == wanted
            checked |= set(expected.items())
    assert {("View", True), ("View", False), ("Modify portal content", True)} <= checked


def test_the_plugins_are_asked_once(portal, reading, monkeypatch):
    asked = []
    plugin = portal.acl_users.borg_localroles
    whole = type(aq_base(plugin)).getRolesInContext
    monkeypatch.setattr(
        type(aq_base(plugin)),
        "getRolesInContext",
        lambda self, user, thing: asked.append(thing.getId()) or whole(self, user, thing),
    )
    reading()
    with api.env.adopt_user(username="malente-pruefung"):
        folder = portal["foerderung"]["beratungen"]["malente"]
        for permission in PERMISSIONS:
            api.user.has_permission(permission, obj=folder)
        assert asked == ["malente"]
        api.user.has_permission("Modify portal content", obj=portal)
        assert len(asked) == 2


def test_what_changes_while_writing_counts_at_once(portal):
    thing = portal["materialien"]
    with api.env.adopt_user(username="startup"):
        assert not api.user.has_permission("Modify portal content", obj=thing)
    thing.manage_setLocalRoles("startup", ["Editor"])
    forget_roles()
    with api.env.adopt_user(username="startup"):
        assert api.user.has_permission("Modify portal content", obj=thing)


def test_a_thing_without_its_place_is_another(portal, reading):
    """Roles come from above: a bare object has none, whatever was asked before."""
    reading()
    folder = portal["foerderung"]["beratungen"]["malente"]
    user = portal.acl_users.getUserById("malente-pruefung")
    assert "Reviewer" in user.getRolesInContext(folder)
    assert user.allowed(folder, ("Reviewer",))
    assert "Manager" not in user.getRolesInContext(aq_base(folder))
