"""`kommunalhub upgrade`: what it runs and what it says."""

from kommunalhub.site.commands import upgrade as command
from plone import api

import pytest
import transaction


@pytest.fixture
def setup(integration, monkeypatch):
    """The setup tool of a site; nothing is committed."""
    monkeypatch.setattr(transaction, "commit", lambda: None)
    with api.env.adopt_roles(["Manager"]):
        yield integration["portal"].portal_setup


def upgraded(setup):
    """Return (exit code, what was told)."""
    told = []
    return command.upgrade(api.portal.get(), told.append), told


def test_a_site_of_today_needs_nothing(setup):
    assert upgraded(setup) == (0, [f"Nothing to do: the site is at {command.version_of(setup)}."])


def test_an_older_site_is_brought_to_today(setup):
    today = command.version_of(setup)
    setup.setLastVersionForProfile(command.PROFILE, ("1000",))
    code, told = upgraded(setup)
    assert code == 0
    assert told[-1] == f"The site is at {today}."
    assert "- Find training materials in their new room" in told
    assert not setup.listUpgrades(command.PROFILE)
    assert upgraded(setup)[1] == [f"Nothing to do: the site is at {today}."]


def test_a_site_without_the_add_on_is_told(setup):
    setup.unsetLastVersionForProfile(command.PROFILE)
    assert upgraded(setup) == (1, ["The add-on is not in this site."])
