"""People and the section for the tests of support, and a clock that they move."""

from datetime import datetime
from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.support.operations import ensure_sections
from people import add_people
from people import As
from people import called_example
from people import with_builders
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged
from zoneinfo import ZoneInfo

import pytest
import sys


BERLIN = ZoneInfo("Europe/Berlin")
#: User id -> groups. `gesa` has an account and works for nobody.
PEOPLE = {
    "mia": ["malente-staff"],
    "max": ["malente-staff"],
    "rita": ["malente-reviewers"],
    "sven": ["hub-support"],
    "svea": ["hub-support"],
    "hilde": ["hub-managers"],
    "dora": ["dataport-reviewers"],
    "gesa": [],
}


def populate(portal):
    """Add people and the section."""
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    ensure_sections(portal)


def at(day, clock):
    """Return a moment of November or December 2026: the 30th is a Monday."""
    hour, minute = map(int, clock.split(":"))
    month, day = (12, day - 30) if day > 30 else (11, day)
    local = datetime(2026, month, day, hour, minute, tzinfo=BERLIN)
    return local.astimezone(UTC)


def report(portal, who="mia", **fields):
    """Return what somebody reports."""
    values = {"title": "Drucker druckt nur leere Seiten", "urgency": "stuck", **fields}
    with As(who):
        return createContentInContainer(portal["support"], "SupportTicket", **values)


populated = staged(populate)


@pytest.fixture
def portal(integration, populated):
    """The site of an integration test with people and the section."""
    return integration["portal"]


@pytest.fixture
def web(functional, populated):
    """The site behind a web server, with people and the section, committed."""
    return functional["portal"]


@pytest.fixture
def hub():
    """The builders above and those of tests/people.py."""
    return with_builders(sys.modules[__name__])


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the clock: clock(30, "9:20") is Monday, 30 November 2026."""
    moment = [at(30, "9:00")]
    monkeypatch.setattr(formatting, "now", lambda: moment[0])

    def clock(day, time):
        moment[0] = at(day, time)

    return clock
