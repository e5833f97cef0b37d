"""People, groups and a small type with an administration for the tests of partners."""

from html import unescape
from kommunalhub.partners.operations import give_partner
from plone import api
from plone.dexterity.fti import DexterityFTI
from plone.dexterity.schema import SCHEMA_CACHE
from staging import staged

import pytest
import requests


PASSWORD = "Ein-langes-Kennwort-2026"
PEOPLE = {
    "malente-mitarbeit": ("Mia Malente", ["malente-staff"]),
    "malente-redaktion": ("Rolf Malente", ["malente-editors"]),
    "malente-pruefung": ("Petra Malente", ["malente-reviewers"]),
    "lensahn-redaktion": ("Lars Lensahn", ["lensahn-editors"]),
    "lensahn-pruefung": ("Lea Lensahn", ["lensahn-reviewers"]),
    "dataport-pruefung": ("Dana Dataport", ["dataport-reviewers"]),
    "berater": ("Bea Beratung", ["hub-consultants"]),
    "hubleitung": ("Hanna Hub", ["hub-managers"]),
    "gruenderin": ("Gesa Gründerin", []),
    "werkstatt": ("Willi Werkstatt", []),
}


def add_people(*names):
    """Make users of PEOPLE (all of them by default) in their groups."""
    for name in names or PEOPLE:
        fullname, groups = PEOPLE[name]
        api.user.create(
            username=name,
            email=f"{name}@example.org",
            password=PASSWORD,
            properties={"fullname": fullname},
        )
        for group in groups:
            api.group.add_user(groupname=group, username=name)
    api.user.create(username="verwaltung", email="v@example.org", password=PASSWORD)
    users = api.portal.get_tool("acl_users")
    users.portal_role_manager.assignRoleToPrincipal("Manager", "verwaltung")


def add_case_type(portal):
    """Register `TestCase`: a container with an administration and a workflow without secrets."""
    fti = DexterityFTI(
        "TestCase",
        title="Test case",
        factory="TestCase",
        klass="plone.dexterity.content.Container",
        behaviors=("plone.basic", "kommunalhub.partner"),
        global_allow=True,
        filter_content_types=False,
        add_permission="cmf.AddPortalContent",
    )
    portal.portal_types._setObject("TestCase", fti)
    SCHEMA_CACHE.clear()
    portal.portal_workflow.setChainForPortalTypes(["TestCase"], "hub_page_workflow")


def populate(portal):
    """Add all people and the type."""
    with api.env.adopt_roles(["Manager"]):
        add_people()
        add_case_type(portal)


populated = staged(populate)


@pytest.fixture
def portal(integration, populated):
    """The site of an integration test with all people, logged out."""
    yield integration["portal"]
    SCHEMA_CACHE.clear()


@pytest.fixture
def malente(portal):
    """A folder of Malente that is shown internally."""
    with api.env.adopt_user(username="verwaltung"):
        folder = api.content.create(portal, "Folder", "malente", title="Malente")
        api.content.transition(folder, to_state="internal")
        give_partner(folder, "malente")
    return folder


@pytest.fixture
def web(functional, populated):
    """The site behind a web server, with all people, committed."""
    yield functional["portal"]
    SCHEMA_CACHE.clear()


class Session(requests.Session):
    """One person's HTTP client: paths start at the site, answers are German JSON."""

    def __init__(self, site_url, person):
        super().__init__()
        self.site_url = site_url
        self.headers.update({"Accept": "application/json", "Accept-Language": "de"})
        if person:
            self.auth = (person, PASSWORD)

    def request(self, method, path, **kwargs):
        kwargs["allow_redirects"] = False
        answer = super().request(method, f"{self.site_url}{path}", **kwargs)
        answer.encoding = "utf-8"
        if self.headers["Accept"] == "text/html":
            answer._content = unescape(answer.text).encode()
        return answer


@pytest.fixture
def session(web):
    """Return a function that gives the HTTP client of a person, or of nobody."""
    sessions = []

    def of(person=None):
        sessions.append(Session(web.absolute_url(), person))
        return sessions[-1]

    yield of
    for one in sessions:
        one.close()
