"""People, folders and cases for the tests of funding."""

from datetime import date
from decimal import Decimal
from kommunalhub.core.acting import as_builder
from kommunalhub.funding import operations
from people import add_people
from people import As
from people import PASSWORD
from people import Session
from people import Visitor
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged

import pytest
import sys


PEOPLE = {
    "malente-mitarbeit": ("Mia Malente", ["malente-staff"]),
    "malente-redaktion": ("Rolf Malente", ["malente-editors"]),
    "malente-pruefung": ("Petra Malente", ["malente-reviewers"]),
    "lensahn-mitarbeit": ("Leo Lensahn", ["lensahn-staff"]),
    "lensahn-redaktion": ("Lars Lensahn", ["lensahn-editors"]),
    "lensahn-pruefung": ("Lea Lensahn", ["lensahn-reviewers"]),
    "beide-mitarbeit": ("Bo Beide", ["malente-staff", "lensahn-staff"]),
    "berater": ("Bea Beratung", ["hub-consultants"]),
    "hubleitung": ("Hanna Hub", ["hub-managers"]),
    "gruenderin": ("Gesa Gründerin", []),
}


def populate(portal):
    """Add people and the folders of funding."""
    with api.env.adopt_roles(["Manager"]):
        add_people(PEOPLE)
        for partner in ("malente", "lensahn"):
            operations.ensure_partner_folder(portal, partner)


FIELDS = {
    "title": "Dach der Feuerwache Sieversdorf",
    "goal": "Das Dach wird gedämmt.",
    "topics": {"feuerwehr", "energie"},
    "total_cost": Decimal("184500.00"),
    "own_funds": Decimal("46125.00"),
}


def add_consultation(portal, who="malente-redaktion", partner="malente", **fields):
    """Return a new draft of this person."""
    with As(who):
        return createContentInContainer(
            portal["foerderung"]["beratungen"][partner],
            "FundingConsultation",
            **{**FIELDS, **fields},
        )


#: Who takes a step in the walk of a case, and what they write before it.
WALK = {
    "submit": ("malente-redaktion", {}),
    "release": ("malente-pruefung", {}),
    "return": ("malente-pruefung", {}),
    "reject": ("malente-pruefung", {}),
    "withdraw": ("malente-redaktion", {}),
    "take": ("berater", {}),
    "recommend": ("berater", {"recommendation": "Bitte beim Land beantragen."}),
    "file": ("malente-redaktion", {}),
    "grant": (
        "berater",
        {"granted_amount": Decimal("100000.00"), "decision_date": date(2026, 11, 2)},
    ),
    "deny": ("berater", {"decision_date": date(2026, 11, 2)}),
    "close": ("berater", {}),
}
TO = {
    "draft": (),
    "submitted": ("submit",),
    "returned": ("submit", "return"),
    "rejected": ("submit", "reject"),
    "withdrawn": ("submit", "withdraw"),
    "released": ("submit", "release"),
    "in_consultation": ("submit", "release", "take"),
    "recommended": ("submit", "release", "take", "recommend"),
    "applied": ("submit", "release", "take", "recommend", "file"),
    "granted": ("submit", "release", "take", "recommend", "file", "grant"),
    "denied": ("submit", "release", "take", "recommend", "file", "deny"),
    "closed": ("submit", "release", "take", "recommend", "file", "grant", "close"),
}


def bring_to(case, state):
    """Take a draft through the workflow, each step by the one whose step it is."""
    for transition in TO[state]:
        who, values = WALK[transition]
        with As(who):
            for name, value in values.items():
                setattr(case, name, value)
            case.reindexObject()
            api.content.transition(case, transition, comment="Begründung")
    return case


def add_programme(portal, state="public", **fields):
    """Return a programme in the catalogue, published by default."""
    values = {
        "title": "Kommunale Gebäude",
        "funder": "land",
        "topics": {"energie"},
        "eligible": {"gemeinden"},
        "deadline_kind": "rolling",
        "source_url": "https://www.example.org/programm",
        "checked_on": date(2026, 11, 1),
    }
    with as_builder(portal):
        programme = api.content.create(
            portal["foerderung"]["programme"], "FundingProgramme", **{**values, **fields}
        )
        if state != "draft":
            api.content.transition(programme, to_state=state)
    return programme


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
def client(web):
    """Return a function that makes an HTTP session of a person for REST, None for nobody."""
    sessions = []

    def client(name=None):
        session = Session(web.absolute_url(), name)
        sessions.append(session)
        return session

    yield client
    for session in sessions:
        session.close()


@pytest.fixture
def visit(web):
    """Return a function that opens a page as a person (None for nobody) and returns the browser."""

    def visit(name, path=""):
        browser = Visitor(web.getPhysicalRoot())
        browser.addHeader("Accept-Language", "de")
        browser.addHeader("Accept", "text/html")
        if name is not None:
            browser.addHeader("Authorization", f"Basic {name}:{PASSWORD}")
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        browser.open(f"{web.absolute_url()}/{path}")
        return browser

    return visit


@pytest.fixture
def people():
    """The builders above, for tests: people.As, people.add_consultation, people.bring_to ..."""
    return sys.modules[__name__]
