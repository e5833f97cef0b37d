"""People, folders and cases for the tests of funding."""

from datetime import date
from decimal import Decimal
from html import unescape
from kommunalhub.core.acting import as_builder
from kommunalhub.funding import operations
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.testing.zope import Browser
from staging import staged
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

import pytest
import requests
import sys


PASSWORD = "Ein-langes-Kennwort-2026"
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
        for name, (fullname, groups) in PEOPLE.items():
            api.user.create(
                username=name,
                email=f"{name}@example.org",
                password=PASSWORD,
                properties={"fullname": fullname},
            )
            for group in groups:
                api.group.add_user(groupname=group, username=name)
        for partner in ("malente", "lensahn"):
            operations.ensure_partner_folder(portal, partner)


def forget_answers():
    """Local roles are cached for one request; a test looks at several people in one."""
    request = getRequest()
    if request is not None:
        IAnnotations(request).clear()


class As:
    """with As("berater"): act as this person, with a fresh cache of roles."""

    def __init__(self, name):
        self.user = api.env.adopt_user(username=name)

    def __enter__(self):
        forget_answers()
        self.user.__enter__()

    def __exit__(self, *exc):
        forget_answers()
        return self.user.__exit__(*exc)


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


class Session(requests.Session):
    """A session whose addresses begin at the site."""

    def __init__(self, site_url):
        super().__init__()
        self.site_url = site_url

    def request(self, method, url, **options):
        return super().request(method, f"{self.site_url}/{url}", **options)


@pytest.fixture
def client(web):
    """Return a function that makes an HTTP session of a person for REST, None for nobody."""
    sessions = []

    def client(name=None):
        session = Session(web.absolute_url())
        session.headers.update({"Accept": "application/json", "Accept-Language": "de"})
        if name is not None:
            session.auth = (name, PASSWORD)
        sessions.append(session)
        return session

    yield client
    for session in sessions:
        session.close()


class Visitor(Browser):
    """A browser; `text` is the page with its entities resolved."""

    @property
    def text(self):
        return unescape(self.contents)


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
