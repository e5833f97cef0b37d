"""People, folders, spaces and applications for the tests of co-working."""

from datetime import timedelta
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.coworking.operations import ensure_sections
from people import add_people
from people import As
from people import called_example
from people import step
from people import with_builders
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged

import pytest
import sys


#: User id -> groups. `gesa` and `gerd` have an account and work for nobody.
PEOPLE = {
    "mia": ["malente-staff"],
    "rita": ["malente-reviewers"],
    "olga": ["oldenburg-staff"],
    "otto": ["oldenburg-reviewers"],
    "oskar": ["oldenburg-reviewers"],
    "edda": ["oldenburg-editors"],
    "dora": ["dataport-reviewers"],
    "dirk": ["dataport-staff"],
    "hilde": ["hub-managers"],
    "gesa": [],
    "gerd": [],
}


def populate(portal):
    """Add people and the folders of co-working."""
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    ensure_sections(portal)


def today():
    return formatting.to_local(formatting.now()).date()


def in_days(days):
    return today() + timedelta(days=days)


#: What a complete application says, beside the dates.
FIELDS = {
    "applicant_kind": "startup",
    "organisation": "Seeblick Software UG",
    "contact_name": "Gesa Beispiel",
    "contact_email": "gesa@example.org",
    "space_kind": "desk",
    "persons": 2,
    "weekdays": {"mon", "tue"},
    "purpose": "Wir entwickeln eine App für Gästekarten.",
    "house_rules": True,
    "privacy": True,
}
INTERNAL = {"applicant_kind": "administration", "organisation": "Gemeinde Malente"}


def folder(portal):
    return portal["co-working"]["antraege"]


def add_application(portal, who="gesa", **fields):
    """Return a new draft of this person."""
    values = {**FIELDS, "start": in_days(10), "end": in_days(40), **fields}
    with As(who):
        return createContentInContainer(folder(portal), "CoworkingApplication", **values)


def add_space(portal, state="public", **fields):
    with as_builder(portal):
        values = {"title": "Schreibtisch 1", "kind": "desk", "seats": 1, **fields}
        space = createContentInContainer(portal["co-working"], "Space", **values)
        if state != "draft":
            api.content.transition(space, to_state=state)
    return space


def vote(obj, who, choice, comment="", **options):
    """Vote in the round of consents as this person."""
    with As(who):
        consents.vote(obj, choice, comment, **options)
    return obj


AGREED = (("otto", "vote approve"), ("dora", "vote approve"))
#: How a draft of gesa (from outside) gets into a state.
TO = {
    "draft": (),
    "submitted": (("gesa", "submit"),),
    "returned": (("gesa", "submit"), ("otto", "return")),
    "rejected": (("gesa", "submit"), ("otto", "reject")),
    "withdrawn": (("gesa", "submit"), ("gesa", "withdraw")),
    "waitlisted": (("gesa", "submit"), ("otto", "waitlist")),
    "consent": (("gesa", "submit"), ("otto", "start_consent")),
    "approved": (("gesa", "submit"), ("otto", "start_consent"), *AGREED),
    "active": (("gesa", "submit"), ("otto", "start_consent"), *AGREED, ("otto", "activate")),
    "ended": (
        ("gesa", "submit"),
        ("otto", "start_consent"),
        *AGREED,
        ("otto", "activate"),
        ("otto", "end"),
    ),
}


def bring_to(obj, target):
    for who, transition in TO[target]:
        verb, _space, choice = transition.partition(" ")
        if choice:
            vote(obj, who, choice)
        else:
            step(obj, who, verb, "Begründung")
    return obj


populated = staged(populate)


@pytest.fixture
def portal(integration, populated):
    """The site of an integration test with people and folders."""
    return integration["portal"]


@pytest.fixture
def web(functional, populated):
    """The site behind a web server, with people and folders, committed."""
    return functional["portal"]


@pytest.fixture
def hub():
    """The builders above and those of tests/people.py: hub.As, hub.add_application, hub.step ..."""
    return with_builders(sys.modules[__name__])


@pytest.fixture
def external(portal):
    """Return a draft of gesa, from outside."""
    return add_application(portal)


@pytest.fixture
def internal(portal):
    """Return a draft of mia, who works in Malente."""
    return add_application(portal, "mia", **INTERNAL)
