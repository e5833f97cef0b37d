"""People, the section and workshops for the tests of workshops."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.notices.box import store_of
from kommunalhub.workshops import operations
from kommunalhub.workshops import sections
from kommunalhub.workshops import storage
from people import add_people
from people import As
from people import called_example
from people import with_builders
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged

import pytest
import sys


#: User id -> groups. `gesa` has an account and works for nobody.
PEOPLE = {
    "mia": ["malente-staff"],
    "max": ["malente-staff"],
    "rita": ["malente-staff", "malente-reviewers"],
    "lena": ["lensahn-staff"],
    "lutz": ["lensahn-staff"],
    "olga": ["oldenburg-staff"],
    "trude": ["hub-trainers"],
    "hilde": ["hub-managers"],
    "gesa": [],
}


def populate(portal):
    """Add people and the section of workshops; mail can be sent."""
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    sections.ensure_sections(portal)
    api.portal.set_registry_record("plone.portal_timezone", "Europe/Berlin")
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")


def in_days(days, hours=0):
    """Return a moment so many days ahead, at a full hour."""
    moment = formatting.now() + timedelta(days=days, hours=hours)
    return moment.replace(minute=0, second=0, microsecond=0)


def add_workshop(portal, state="published", **fields):
    """Return a workshop of Malente in twenty days, written by trude."""
    start = fields.pop("start", in_days(20))
    values = {
        "title": "Rechnungen digital",
        "start": start,
        "end": fields.pop("end", start + timedelta(hours=3)),
        "place": "Halle im Hub",
        "capacity": 2,
        "partner": "malente",
        **fields,
    }
    with As("trude"):
        workshop = createContentInContainer(portal["workshops"], "Workshop", **values)
        if state != "draft":
            step(workshop, "submit")
    if state not in ("draft", "pending"):
        with As("rita"):
            step(workshop, "publish")
    return workshop


def step(workshop, transition, comment=""):
    tool = api.portal.get_tool("portal_workflow")
    tool.doActionFor(workshop, transition, comment=comment)


def register(workshop, *names):
    """Register people with an account, one after the other; return their Registrations."""
    found = []
    for name in names:
        found += operations.register(workshop, operations.member(name))
    return found


def states(workshop):
    """Return {first word of the name: state} of all registrations, the last of each person."""
    return {one.name.split()[0].lower(): one.state for one in storage.book_of(workshop).all()}


def mails(portal):
    """Return the Letters that wait, in the order they were written."""
    store = store_of(portal)
    return [mail.letter for mail in store.outbox.mails.values()] if store is not None else []


def told(portal):
    """Return [(address, subject)] of the letters that wait."""
    return [(letter.recipient, letter.subject) for letter in mails(portal)]


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
    """The builders above, for tests: hub.As, hub.add_workshop, hub.register ..."""
    return with_builders(sys.modules[__name__])


@pytest.fixture
def later(monkeypatch):
    """Return a function that lets time pass."""
    real = formatting.now

    def later(**passed):
        moment = real() + timedelta(**passed)
        monkeypatch.setattr(formatting, "now", lambda: moment)

    return later
