"""People, a folder and spaces for the tests of booking."""

from datetime import timedelta
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from people import add_people
from people import called_example
from people import with_builders
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged
from zope.interface import alsoProvides

import pytest
import sys


#: User id -> groups. `gesa` has an account and works for nobody.
PEOPLE = {
    "mia": ["malente-staff"],
    "max": ["malente-staff"],
    "lena": ["lensahn-staff"],
    "hilde": ["hub-managers"],
    "otto": ["oldenburg-reviewers"],
    "oskar": ["oldenburg-reviewers"],
    "gesa": [],
}


def populate(portal):
    """Add people and a public folder for spaces."""
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    with as_builder(portal):
        folder = api.content.create(portal, "Folder", "haus", title="Haus")
        alsoProvides(folder, ISpaceFolder)
        api.content.transition(folder, to_state="public")
        folder.reindexObject()


def add_space(portal, title="Schreibtisch 1", **fields):
    with as_builder(portal):
        values = {"title": title, "kind": "desk", "seats": 1, **fields}
        space = createContentInContainer(portal["haus"], "Space", **values)
        api.content.transition(space, to_state="public")
    return space


def workday(number=1):
    """Return the number-th day from today on on which desks are open, not counting today."""
    day = rules.to_local(formatting.now()).date()
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and not rules.is_holiday(day)
    return day


def at(first, last, number=1):
    """Return (start, end) of minutes or hours of a workday, as aware datetimes."""
    span = rules.span_of(workday(number), int(60 * first), int(60 * last))
    return span.start, span.end


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
def house():
    """The builders above, for tests: house.As, house.add_space, house.at ..."""
    return with_builders(sys.modules[__name__])
