"""What administrations are called."""

from kommunalhub.partners.titles import short_title_of
from plone import api


def test_in_lists_by_their_short_names(integration):
    assert short_title_of("malente") == "Malente"
    assert short_title_of(None) == short_title_of("") == ""


def test_one_that_is_gone_by_its_id(integration):
    registry = api.portal.get_tool("portal_registry")
    for name in [name for name in registry.records if "/malente." in name]:
        del registry.records[name]
    assert short_title_of("malente") == "malente"
