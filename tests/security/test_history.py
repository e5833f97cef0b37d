"""PATCH @history: only versions that are there."""

from plone import api
from security.conftest import PASSWORD

import pytest
import transaction


@pytest.fixture
def page(site, manager):
    """A page of the manager's own with a version, committed."""
    with api.env.adopt_user(username=manager):
        page = api.content.create(site, "Document", "seite", title="Erste")
        repository = api.portal.get_tool("portal_repository")
        repository.save(page)
        page.title = "Zweite"
        repository.save(page)
    transaction.commit()
    return page


@pytest.mark.parametrize("version", [None, "x", [], True, -1, 1.5, 99, 10**30, "missing"])
def test_other_versions_are_refused(client, page, manager, version):
    body = {} if version == "missing" else {"version": version}
    answer = client.api("PATCH", "/seite/@history", json=body, auth=(manager, PASSWORD))
    assert answer.status_code == 400
    assert "Eine Fassung mit dieser Nummer gibt es nicht." in answer.json()["message"]


def test_a_version_comes_back(client, page, manager):
    answer = client.api("PATCH", "/seite/@history", json={"version": 0}, auth=(manager, PASSWORD))
    assert answer.status_code == 200
    transaction.begin()
    assert page.title == "Erste"
