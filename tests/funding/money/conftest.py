"""A case with an application that was granted, for the tests of its money."""

from datetime import date
from decimal import Decimal
from funding import conftest as builders
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import storage
from people import step
from plone import api
from staging import staged

import pytest
import sys


GRANTED = date(2026, 9, 1)
NOTICE = {
    "kind": "total",
    "day": GRANTED,
    "delivery": "post",
    "amount": Decimal("90000"),
    "eligible_cost": Decimal("120000"),
    "rate": Decimal(75),
    "financing": "share",
    "period_from": GRANTED,
    "period_to": date(2027, 12, 31),
    "earmark_years": 10,
}
ITEMS = [
    {"title": "Dach", "gross": Decimal(100000), "eligible": True},
    {"title": "Gerüst", "gross": Decimal(20000), "eligible": True},
    {"title": "Blitzschutz", "gross": Decimal(4000), "eligible": False},
]
FUNDS = [
    {"kind": "grant", "title": "Land", "amount": Decimal(90000), "application": 1},
    {"kind": "own", "title": "Gemeinde", "amount": Decimal(34000)},
]


def add_granted(portal, people, state="granted", **notice):
    """Return a case in a state, with a plan and an application that was granted on 1 September."""
    case = people.bring_to(people.add_consultation(portal), "recommended")
    with people.As("malente-redaktion"):
        operations.save_plan(case, {"items": ITEMS, "funds": FUNDS})
        made = operations.add_application(
            case, {"programme_title": "Ortskern", "kind": "first", "amount": Decimal(90000)}
        )
        made.path = tuple(entry | {"day": date(2026, 7, 1)} for entry in made.path)
        operations.take_step(case, 1, {"state": "filed", "day": date(2026, 7, 2)})
        operations.record_notice(case, 1, NOTICE | notice)
    steps = {"recommended": (), "applied": ("file",), "granted": ("file", "grant")}[state]
    for name in steps:
        who, _values = people.WALK[name]
        step(case, who, name, "Begründung")
    return case


def application_of(case, number=1):
    return storage.application_of(case, number)


def populate_granted(portal):
    """Add people and a granted case: F-…-001 of Malente."""
    builders.populate(portal)
    add_granted(portal, builders)


#: As in tests/funding, with the case.
populated = staged(populate_granted)


@pytest.fixture
def granted():
    """The builders above."""
    return sys.modules[__name__]


@pytest.fixture
def case(portal, people):
    """The granted case in an integration test, as an editor sees it."""
    (case,) = portal["foerderung"]["beratungen"]["malente"].objectValues()
    with people.As("malente-redaktion"):
        yield case


@pytest.fixture
def path(web):
    """The path of the granted case, for tests through the door."""
    with api.env.adopt_roles(["Manager"]):
        (case,) = web["foerderung"]["beratungen"]["malente"].objectValues()
        return "/".join(case.getPhysicalPath()[2:])
