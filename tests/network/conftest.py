"""People, the section, a hub that is linked, and another one for it to talk to."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.materials.operations import ensure_sections as ensure_materials
from kommunalhub.network import fetching
from kommunalhub.network import jobs
from kommunalhub.network import keys
from kommunalhub.network import operations
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network import workflow
from network.neighbour import Neighbour
from people import add_people
from people import As
from people import called_example
from people import with_builders
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from staging import staged

import pytest
import sys


PEOPLE = {
    "toni": ["hub-trainers", "dataport-staff"],
    "hilde": ["hub-managers"],
    "mia": ["malente-staff"],
    "gast": [],
}


def populate(portal):
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    ensure_materials(portal)
    operations.ensure_sections(portal)


def add_hub(portal, feed="", who="hilde", **fields):
    values = {"title": "Hub Wilster", "region": "Wilster", "theme": "Gutes Leben", **fields}
    with As(who):
        return createContentInContainer(
            portal["netzwerk"], workflow.HUB, feed=feed or None, **values
        )


def add_material(portal, title="Vergabevermerk", state="internal"):
    with as_system(portal):
        made = createContentInContainer(
            portal["materialien"],
            "WorkshopMaterial",
            checkConstraints=False,
            title=title,
            description="Was hineingehört.",
            partner="malente",
        )
        tool = api.portal.get_tool("portal_workflow")
        chain = "workshop_material_workflow"
        status = {**tool.getStatusOf(chain, made), "review_state": state}
        tool.setStatusOf(chain, made, status)
        tool[chain].updateRoleMappingsFor(made)
        made.reindexObject()
    return made


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
    """The time of a test: `clock.pass_by(days=1)` moves it."""

    class Clock:
        now = formatting.now()

        def pass_by(self, **span):
            self.now += timedelta(**span)

    clock = Clock()
    monkeypatch.setattr(formatting, "now", lambda: clock.now)
    return clock


@pytest.fixture
def neighbour(monkeypatch, clock):
    """Another hub, on this machine as an operator has allowed it."""
    other = Neighbour(clock.now)
    monkeypatch.setenv(fetching.NEIGHBOURS, other.host)
    yield other
    other.close()


@pytest.fixture
def wilster(portal, neighbour):
    """The hub of the neighbour, its key compared and confirmed."""
    made = add_hub(portal, neighbour.feed)
    neighbour.reader = keys.feed()
    link = storage.link_of(IUUID(made))
    link.offered = neighbour_key(neighbour)
    operations.confirm(IUUID(made), link.offered, "hilde")
    return made


def neighbour_key(neighbour):
    return neighbour.answer("/@exchange", "", "")[1]["key"]


@pytest.fixture
def ask(portal, monkeypatch, clock, neighbour):
    """Return a function that does the network's jobs, in the transaction of the test."""
    monkeypatch.setattr(jobs, "attempt", lambda work: work())

    def ask(days=0):
        clock.pass_by(days=days, minutes=20)
        neighbour.now = clock.now
        neighbour.publish()
        with as_system(portal):
            for job in (jobs.Publish(), jobs.Leases(), jobs.Fetch()):
                for key in job.due(clock.now):
                    job.do(key, clock.now)
        for link in storage.book().links.values():  # what waits is what has to be looked at
            kept = [one for one in link.copies.values() if one.kind not in rules.TALK]
            assert set(link.waiting) == {one.id for one in kept if one.waits}
            assert set(link.talk) == set(link.copies) - {one.id for one in kept}

    return ask
