"""People, a folder and spaces for the tests of booking."""

from datetime import timedelta
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.testing.zope import Browser
from staging import staged
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.interface import alsoProvides

import pytest
import requests
import sys


PASSWORD = "Ein-langes-Kennwort-2026"
#: User id -> groups. `gesa` has an account and works for nobody.
PEOPLE = {
    "mia": ["malente-staff"],
    "max": ["malente-staff"],
    "lena": ["lensahn-staff"],
    "hilde": ["hub-managers"],
    "gesa": [],
}


def populate(portal):
    """Add people and a public folder for spaces."""
    with api.env.adopt_roles(["Manager"]):
        for name, groups in PEOPLE.items():
            api.user.create(
                username=name,
                email=f"{name}@example.org",
                password=PASSWORD,
                properties={"fullname": f"{name.capitalize()} Beispiel"},
            )
            for group in groups:
                api.group.add_user(groupname=group, username=name)
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


class As:
    """with As("mia"): act as this person, with a fresh cache of roles."""

    def __init__(self, name):
        self.user = api.env.adopt_user(username=name)

    def __enter__(self):
        self.forget()
        self.user.__enter__()

    def __exit__(self, *exc):
        self.forget()
        return self.user.__exit__(*exc)

    @staticmethod
    def forget():
        kept = IAnnotations(getRequest(), None)
        if kept is not None:
            kept.clear()


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


def browser(functional, who=None):
    """Return a browser, signed in by the form as this person."""
    visitor = Browser(functional["app"])
    visitor.handleErrors = False
    if who:
        visitor.open(f"{functional['portal'].absolute_url()}/login")
        visitor.getControl(name="__ac_name").value = who
        visitor.getControl(name="__ac_password").value = PASSWORD
        visitor.getControl(name="buttons.login").click()
    return visitor


def rest(who=None):
    """Return a session that speaks JSON, signed in as this person."""
    session = requests.Session()
    session.headers.update({"Accept": "application/json", "Accept-Language": "de"})
    if who:
        session.auth = (who, PASSWORD)
    return session


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
    return sys.modules[__name__]
