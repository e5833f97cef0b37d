"""What substitution costs: a list of 200 cases with and without substitutions, in one run.

    python benchmarks/substitution.py [--cases 200] [--others 100] [--rounds 15]

Makes a site in memory with consultations that wait for Malente's reviewers. A list is: look the
person up (groups are worked out then), ask the catalog for what waits, and make a row with its
buttons of each case. The ways take turns, so that all meet the same weather on the machine; the
ratio is the middle one of the rounds.
"""

from datetime import timedelta
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.partners.substitution.operations import name
from kommunalhub.partners.substitution.rules import Substitution
from kommunalhub.partners.substitution.storage import ensured_book_of
from kommunalhub.partners.substitution.storage import KEY
from kommunalhub.site import structure
from kommunalhub.testing import INTEGRATION_TESTING
from local_roles import PASSWORD
from local_roles import set_up
from plone import api
from Products.CMFCore.indexing import processQueue
from statistics import median
from time import perf_counter
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest

import argparse


PEOPLE = {
    "schreibt": "malente-editors",
    "prueft": "malente-reviewers",
    "abwesend": "malente-reviewers",
    "vertritt": "malente-staff",
}


def build(portal, cases):
    """Make the people and so many consultations that wait for Malente's reviewers."""
    with as_builder(portal):
        structure.build(portal)
    with api.env.adopt_roles(["Manager"]):
        for person, group in PEOPLE.items():
            api.user.create(username=person, email=f"{person}@example.org", password=PASSWORD)
            api.group.add_user(groupname=group, username=person)
    with api.env.adopt_user(username="schreibt"):
        folder = portal["foerderung"]["beratungen"]["malente"]
        for number in range(cases):
            case = api.content.create(
                folder,
                "FundingConsultation",
                title=f"Vorhaben {number}",
                goal="Ein neues Dach.",
                topics={"energie"},
                contact_name="Redaktion",
                contact_email="redaktion@example.org",
            )
            api.content.transition(case, "submit")
    processQueue()


def listed(person, cases):
    """Return the seconds that a person's list takes."""
    vars(getRequest()).pop("__annotations__", None)
    began = perf_counter()
    with api.env.adopt_user(username=person):
        make = Rows()
        rows = [make(brain) for brain in inbox_brains()]
    taken = perf_counter() - began
    assert len(rows) == cases, (person, len(rows))
    return taken


def without_book(portal):
    """Take all substitutions out of the site and return them."""
    return IAnnotations(portal).pop(KEY)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--others", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    layers = set_up(INTEGRATION_TESTING, [])
    for layer in layers:
        layer.testSetUp()
    portal = INTEGRATION_TESTING["portal"]
    setRequest(portal.REQUEST)
    build(portal, options.cases)
    now = formatting.now()
    end = now + timedelta(days=3)
    with api.env.adopt_user(username="abwesend"):
        name("abwesend", "vertritt", now, end)
    book = ensured_book_of(portal)
    for number in range(options.others):
        book.add(Substitution(f"a{number}", f"b{number}", now - timedelta(hours=1), end), True)
    rows = []
    for _round in range(options.rounds):
        having = listed("prueft", options.cases)
        standing_in = listed("vertritt", options.cases)
        kept = without_book(portal)
        lacking = listed("prueft", options.cases)
        IAnnotations(portal)[KEY] = kept
        rows.append((having, standing_in, lacking, having / lacking, standing_in / lacking))
    having, standing_in, lacking, ratio, ratio_in = map(median, zip(*rows, strict=True))
    print(f"A list of {options.cases} cases; {options.others + 1} substitutions running\n")
    print("| who lists | ms | ratio |\n|---|---|---|")
    print(f"| a reviewer, no substitution in the site | {lacking * 1e3:.1f} | 1.00 |")
    print(f"| the same reviewer, substitutions running | {having * 1e3:.1f} | {ratio:.2f} |")
    print(f"| somebody who stands in for a reviewer | {standing_in * 1e3:.1f} | {ratio_in:.2f} |")
    for layer in reversed(layers):
        layer.testTearDown()
        layer.tearDown()


if __name__ == "__main__":
    main()
