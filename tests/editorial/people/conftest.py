"""Positions of two administrations, and people who look for them."""

from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.editorial.people import operations
from people import add_people
from people import called_example
from people import with_builders
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged
from zoneinfo import ZoneInfo

import pytest
import sys


#: User id -> groups. `gesa` has an account and works for nobody.
PEOPLE = {
    "rolf": ["malente-staff", "malente-editors"],
    "petra": ["malente-staff", "malente-reviewers"],
    "paul": ["malente-staff"],
    "mia": ["malente-staff"],
    "lea": ["lensahn-staff"],
    "lars": ["lensahn-staff", "lensahn-editors"],
    "hilde": ["hub-managers"],
    "tina": ["hub-trainers"],
    "gesa": [],
}
HOURS = "Mo–Do 8–12, 14–16\nFr 8–12"


def populate(portal):
    """Add people and the folder."""
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    operations.ensure_folder(portal)


def add_position(portal, title="Soziales 1", partner="malente", state="own", **fields):
    """Return a position."""
    values = {"hours": HOURS, "room": "12", "phone": "040 66969-212", **fields}
    with as_builder(portal):
        position = createContentInContainer(
            portal["personen"], "Position", title=title, partner=partner, **values
        )
        operations.show(position, state)
    return position


populated = staged(populate)


@pytest.fixture
def portal(integration, populated):
    """The site of an integration test with people and the folder."""
    return integration["portal"]


@pytest.fixture
def web(functional, populated):
    """The site behind a web server, with people and the folder, committed."""
    return functional["portal"]


@pytest.fixture
def hub():
    """The builders above and those of tests/people.py."""
    return with_builders(sys.modules[__name__])


@pytest.fixture
def tuesday(monkeypatch):
    """It is Tuesday, 1 December 2026, at nine."""
    moment = datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    monkeypatch.setattr(formatting, "now", lambda: moment)
    return moment
