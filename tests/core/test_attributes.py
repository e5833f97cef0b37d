"""Names that no field has: nothing is hidden by passing them over."""

from kommunalhub.core.attributes import PASSED_OVER
from plone.dexterity import content
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import iterSchemataForType
from zope.component import getUtilitiesFor


def test_dexterity_passes_them_over(integration):
    assert content.ATTRIBUTE_NAMES_TO_IGNORE is PASSED_OVER
    assert "plone_utils" in PASSED_OVER  # Plone's own stay


def test_no_field_of_any_type_is_called_so(integration):
    types = [name for name, _fti in getUtilitiesFor(IDexterityFTI)]
    assert len(types) > 10
    fields = {name for kind in types for schema in iterSchemataForType(kind) for name in schema}
    assert len(fields) > 50
    assert not fields & PASSED_OVER


def test_tools_are_found_as_before(integration):
    portal = integration["portal"]
    assert portal.portal_catalog.getId() == "portal_catalog"
    assert portal.acl_users.getId() == "acl_users"
