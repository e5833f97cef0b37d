"""The counter of public content moves with what everybody sees, and with nothing else."""

from kommunalhub.core.caching.revision import public_revision
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


@pytest.fixture
def page(integration, portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    return api.content.create(portal, "Document", "seite", title="Seite")


def moved(portal, act):
    before = public_revision(portal)
    act()
    return public_revision(portal) > before


def test_a_draft_is_nobodys_business(portal, page):
    assert not moved(portal, lambda: notify(ObjectModifiedEvent(page)))
    assert not moved(portal, lambda: api.content.transition(page, "submit"))


def test_publishing_and_taking_back_count(portal, page):
    assert moved(portal, lambda: api.content.transition(page, "publish"))
    assert moved(portal, lambda: notify(ObjectModifiedEvent(page)))
    assert moved(portal, lambda: api.content.transition(page, "retract"))


def test_removing_something_public_counts(portal, page):
    api.content.transition(page, "publish")
    assert moved(portal, lambda: api.content.delete(page))


def test_a_new_name_of_the_site_counts(portal, page):
    assert moved(portal, lambda: api.portal.set_registry_record("plone.site_title", "Hub"))
    assert not moved(
        portal, lambda: api.portal.set_registry_record("plone.email_from_name", "Der Hub")
    )
