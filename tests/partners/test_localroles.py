"""Computed roles on objects, in the catalog and on children."""

from kommunalhub.partners.interfaces import IHasPartner
from plone import api
from zope.interface import alsoProvides

import pytest


@pytest.fixture
def portal(integration):
    return integration["portal"]


def test_loads(portal):
    assert api.portal.get_registry_record("kommunalhub.host_partner") == "oldenburg"
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", "malente")
        alsoProvides(folder, IHasPartner)
        folder.partner = "malente"
    assert "Reviewer" in portal.acl_users._getAllLocalRoles(folder)["malente-reviewers"]
