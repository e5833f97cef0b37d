"""What computed roles cost: permission checks with and without their provider, in one run.

    python benchmarks/local_roles.py [--rounds 15] [--checks 400]

Makes a site in memory with a case in a partner's folder. Both ways take turns, so that both meet
the same weather on the machine; the ratio is the middle one of the rounds.
"""

from AccessControl import getSecurityManager
from kommunalhub.partners.localroles import PartnerRoles
from kommunalhub.partners.operations import give_partner
from kommunalhub.partners.rolecache import ANSWERS
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.testing import INTEGRATION_TESTING
from plone import api
from Products.CMFPlone.CatalogTool import allowedRolesAndUsers
from statistics import median
from time import perf_counter
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest

import argparse


PASSWORD = "Leuchtturm, Watt, Kornblume 7"
PEOPLE = {"of the partner": "malente-staff", "of another partner": "lensahn-reviewers"}


def set_up(layer, seen):
    """Set up a test layer and those below it, as a test runner does."""
    for base in layer.__bases__:
        if base not in seen:
            set_up(base, seen)
    seen.append(layer)
    layer.setUp()
    return seen


def build(portal):
    """Return a case with its administration two folders deep, and make the people."""
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            person = name.replace(" ", "-")
            api.user.create(username=person, email=f"{person}@example.org", password=PASSWORD)
            api.group.add_user(groupname=group, username=person)
        section = api.content.create(portal, "Folder", "vorgaenge")
        folder = api.content.create(section, "Folder", "malente")
        give_partner(folder, "malente")
        case = api.content.create(folder, "Document", "fall")
        give_partner(case, "malente")
        case.manage_permission("View", ["Colleague", "Manager"], acquire=False)
    return case


def first(case):
    """Return the seconds of the first check of anything in a request."""
    forget_roles()
    return again(case)


def other(case):
    """Return the seconds of a check of something new on an object checked before."""
    answers = IAnnotations(getRequest())
    for key in [key for key in answers if str(key).startswith(ANSWERS)]:
        del answers[key]
    return again(case)


def again(case):
    """Return the seconds of a check that was made before in this request."""
    began = perf_counter()
    getSecurityManager().checkPermission("View", case)
    return perf_counter() - began


def index(case):
    """Return the seconds of asking who may see the case, for the catalog."""
    began = perf_counter()
    allowedRolesAndUsers(case)()
    return perf_counter() - began


WAYS = (("first check", first), ("next check", other), ("same check", again))


def measure(what, case, checks):
    return median(what(case) for _number in range(checks))


def compare(what, case, rounds, checks):
    """Return (microseconds with the provider, without, middle ratio of the rounds)."""
    registry = getGlobalSiteManager()
    rows = []
    for _round in range(rounds):
        having = measure(what, case, checks)
        registry.unregisterAdapter(PartnerRoles, name="kommunalhub.partners")
        lacking = measure(what, case, checks)
        registry.registerAdapter(PartnerRoles, name="kommunalhub.partners")
        rows.append((having * 1e6, lacking * 1e6, having / lacking))
    return [median(column) for column in zip(*rows, strict=True)]


def show(title, row):
    """Print a row of the table."""
    print(f"| {title} | {row[0]:.0f} | {row[1]:.0f} | {row[2]:.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--checks", type=int, default=400)
    options = parser.parse_args()
    layers = set_up(INTEGRATION_TESTING, [])
    for layer in layers:
        layer.testSetUp()
    portal = INTEGRATION_TESTING["portal"]
    setRequest(portal.REQUEST)
    case = build(portal)
    print("| | with, µs | without, µs | ratio |\n|---|---|---|---|")
    for person in PEOPLE:
        with api.env.adopt_user(username=person.replace(" ", "-")):
            for title, what in WAYS:
                row = compare(what, case, options.rounds, options.checks)
                print(
                    f"| {title}, somebody {person} | {row[0]:.0f} | {row[1]:.0f} | {row[2]:.2f} |"
                )
    row = compare(index, case, options.rounds, options.checks)
    show("who may see it, for the catalog", row)
    for layer in reversed(layers):
        layer.testTearDown()
        layer.tearDown()


if __name__ == "__main__":
    main()
