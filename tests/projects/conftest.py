"""People and projects for the tests of projects."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.core import formatting
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.lessons import operations as lessons
from kommunalhub.projects.operations import ensure_sections
from people import add_people
from people import As
from people import called_example
from people import step
from people import with_builders
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged
from zope.interface import alsoProvides

import pytest
import sys


#: User id -> groups. Malente leads; Lensahn is a partner, Oldenburg is not.
PEOPLE = {
    "mia": ["malente-staff"],
    "moni": ["malente-staff", "malente-editors"],
    "rita": ["malente-staff", "malente-reviewers"],
    "lars": ["lensahn-staff"],
    "lena": ["lensahn-staff", "lensahn-editors"],
    "lore": ["lensahn-staff", "lensahn-reviewers"],
    "otto": ["oldenburg-staff", "oldenburg-reviewers"],
    "olli": ["oldenburg-staff"],
    "hilde": ["hub-managers"],
    "gesa": [],
}


def populate(portal):
    """Add people and the folder of the projects."""
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    ensure_sections(portal)


def today():
    return formatting.to_local(formatting.now()).date()


def in_days(days):
    return today() + timedelta(days=days)


def fields(**changed):
    """Return the fields of a project of Malente and Lensahn that begins today."""
    return {
        "title": "Mitfahrbank",
        "goal": "Zwölf Bänke in beiden Gemeinden.",
        "gain": "Sie kommen auch ohne Bus zum Einkaufen.",
        "theme_fields": {"mobility"},
        "partner": "malente",
        "partners": {"malente", "lensahn"},
        "budget": Decimal("18000"),
        "own_share": Decimal("9000"),
        "start": today(),
        "end": in_days(200),
        **changed,
    }


def milestone(title="Bänke stehen", days=60, partner="lensahn", **changed):
    found = {"title": title, "about": "", "planned": in_days(days), "partner": partner}
    return {**found, "function": "editors", "person": None, **changed}


def add_project(portal, who="moni", milestones=(("Bänke stehen", 60),), **changed):
    """Return a new idea of this person, with its milestones."""
    with As(who):
        project = createContentInContainer(portal["projekte"], "Project", **fields(**changed))
        for title, days in milestones:
            book.add(project, "milestone", milestone(title, days))
    return project


def vote(project, who, choice, comment=""):
    with As(who):
        consents.vote(project, choice, comment)


LESSONS = {
    "worked": "Die Treffen vor Ort.",
    "went_wrong": "Zu wenig Zeit für die Vereine.",
    "again": "Früh mit allen reden.",
    "for_whom": "Gemeinden ohne Bus am Abend",
    "contact": "Bürgerbüro Malente",
}


def bring_to(project, state):
    """Walk an idea of moni's into a state."""
    if state == "idea":
        return project
    step(project, "moni", "propose")
    if state == "proposed":
        return project
    vote(project, "rita", "approve")
    vote(project, "lore", "approve")
    if state == "agreed":
        return project
    step(project, "moni", "start")
    if state == "running":
        return project
    if state == "stopped":
        return step(project, "rita", "stop", "Kein Geld mehr.") or project
    with As("moni"):
        for row in book.storage.book_of(project).rows("milestone"):
            book.drop(project, "milestone", row["number"], "Nicht mehr nötig.")
        lessons.write(project, LESSONS)
    step(project, "moni", "finish")
    return project


populated = staged(populate)


@pytest.fixture
def portal(integration, populated):
    """The site of an integration test with people and the folder, asked by a page of the hub."""
    alsoProvides(integration["request"], IKommunalhubLayer)
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
def running(portal):
    """Return a project that goes on."""
    return bring_to(add_project(portal), "running")
