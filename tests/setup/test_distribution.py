"""The site distribution: what Plone's own site-creation screen and our command make."""

from kommunalhub.approvals.case.actor import SYSTEM
from kommunalhub.site import structure
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.server.passwords import password
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.distribution.api import distribution
from plone.distribution.api import site as site_api
from zope.component.hooks import setSite
from zope.component.hooks import site as in_site

import pytest
import requests
import transaction


@pytest.fixture
def passwords(monkeypatch, tmp_path):
    monkeypatch.setenv("KOMMUNALHUB_SECRETS", str(tmp_path))


@pytest.fixture
def root(functional, passwords):
    """Return the address of the Zope root, where Plone's own screens make sites."""
    return f"http://localhost:{functional['port']}"


@pytest.fixture
def as_root():
    session = requests.Session()
    session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    session.headers["Accept"] = "application/json"
    return session


def test_it_is_offered_in_german_terms_and_without_demo_content(root, as_root):
    offered = as_root.get(f"{root}/++api++/@sites/kommunalhub").json()
    fields = offered["schema"]["properties"]
    assert fields["site_id"]["default"] == "hub"
    assert fields["default_language"]["default"] == "de"
    assert fields["portal_timezone"]["default"] == "Europe/Berlin"
    assert fields["setup_content"]["default"] is False


def test_a_site_made_by_plones_own_screen_is_a_hub(functional, root, as_root):
    answers = {"site_id": "anew", "title": "Ein Hub"}
    made = as_root.post(f"{root}/++api++/@sites/kommunalhub", json=answers)
    assert made.status_code == 200, made.text
    transaction.begin()
    portal = functional["app"]["anew"]
    with in_site(portal):
        assert portal.title == "Ein Hub"
        assert api.portal.get_default_language() == "de"
        assert api.portal.get_registry_record("plone.portal_timezone") == "Europe/Berlin"
        assert {"foerderung", "materialien", "co-working", "partner"} <= set(portal.objectIds())
        assert not {"front-page", "news", "events", "Members"} & set(portal.objectIds())
        assert [user.getId() for user in api.user.get_users()] == [SITE_ADMIN]
        assert "Manager" in api.user.get_roles(SITE_ADMIN)
        inside = [brain for brain in api.content.find(portal) if brain.getPath() != "/anew"]
        assert {brain.Creator for brain in inside} <= {"", SITE_ADMIN, SYSTEM}
        assert api.group.get("malente-reviewers") is not None
    signed_in = as_root.post(
        f"{root}/anew/@login",
        json={"login": SITE_ADMIN, "password": password(SITE_ADMIN)},
        auth=lambda request: request,
    )
    assert signed_in.status_code == 200


def test_nothing_stays_of_a_site_whose_making_fails(functional, passwords, monkeypatch):
    def build(portal):
        raise RuntimeError("no more room")

    monkeypatch.setattr(structure, "build", build)
    app = functional["app"]
    setSite(None)
    with pytest.raises(RuntimeError, match="no more room"):
        site_api.create(app, "kommunalhub", {"site_id": "half", "title": "Half"})
    assert "half" not in app.objectIds()


def test_defaults_are_ours_and_can_be_answered_otherwise():
    complete = distribution.get("kommunalhub").pre_handler
    assert complete({"site_id": "x"})["default_language"] == "de"
    assert complete({"default_language": "en"})["default_language"] == "en"
