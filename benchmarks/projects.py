"""The portfolio of 200 projects: the whole page, as the staff of a partner gets it.

    python benchmarks/projects.py [--projects 200] [--rounds 40] [--var folder]

Makes a site on disk (FileStorage) in a temporary folder with projects of four administrations, five
milestones and ten tasks each, two funding cases for every third. The promise is less than 120 ms at
the 95th percentile. Wall clock and the process's own seconds: on a busy machine they differ.
"""

from datetime import timedelta
from decimal import Decimal
from fresh import site
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.reading import remember
from kommunalhub.funding.operations import ensure_partner_folder
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage
from kommunalhub.projects.operations import ensure_sections
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContentInContainer
from statistics import median
from statistics import quantiles
from time import perf_counter
from time import process_time
from z3c.relationfield import RelationValue
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.intid.interfaces import IIntIds

import argparse
import tempfile
import transaction


PERSON = "malente-mitarbeit"
PARTNERS = ("oldenburg", "lensahn", "dataport")
FIELDS = ("volunteering", "culture", "mobility", "supply", "health", "youth", "places", "digital")
STATES = ("running", "running", "running", "agreed", "proposed", "finished", "stopped", "changing")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--projects", type=int, default=200)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(args.var or Path(folder)) as portal:
        place = prepare(portal)
        fill(place, args.projects)
        seconds, number = page(portal, args.rounds)
        print(f"{number} projects shown | CPU and wall: least, median, p95 in ms")
        print(told(seconds))


def prepare(portal):
    """Make somebody who asks; return the folder of projects."""
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    with as_builder(portal):
        password = "Leuchtturm, Watt, Kornblume 7"
        api.user.create(username=PERSON, email=f"{PERSON}@example.org", password=password)
        api.group.add_user(groupname="malente-staff", username=PERSON)
        place = ensure_sections(portal)
    transaction.commit()
    return place


def fill(place, number):
    """Add projects with their books, in all states that the people of partners see."""
    today = formatting.to_local(formatting.now()).date()
    tool = api.portal.get_tool("portal_workflow")
    definition = tool.getWorkflowById(workflow.ID)
    relations = cases(place, number)
    with as_builder(place):
        for count in range(number):
            start = today - timedelta(days=count * 3 % 200)
            project = createContentInContainer(
                place,
                workflow.TYPE,
                title=f"Vorhaben {count}",
                description="Was die Verwaltungen gemeinsam tun.",
                goal="Ein Ziel in einem Satz.",
                gain="Ein Gewinn in einem Satz.",
                theme_fields={FIELDS[count % len(FIELDS)]},
                partner=PARTNERS[count % len(PARTNERS)],
                partners={"malente", PARTNERS[count % len(PARTNERS)]},
                budget=Decimal(10000 + 100 * count),
                own_share=Decimal(5000),
                start=start,
                end=start + timedelta(days=400),
                cases=[RelationValue(one) for one in relations[count]] if count % 3 == 0 else [],
            )
            book = storage.ensured_book(project)
            for at in range(15):
                kind = storage.MILESTONE if at < 5 else storage.TASK
                book.keep(kind, row(at, start, today))
            state = STATES[count % len(STATES)]
            tool.setStatusOf(workflow.ID, project, {"review_state": state, "time": None})
            definition.updateRoleMappingsFor(project)
            project.reindexObject()
            if count % 50 == 49:
                transaction.commit()
    transaction.commit()


def cases(place, number):
    """Return {number of a project: ids of two funding cases} for every third."""
    ids, found = getUtility(IIntIds), {}
    with as_builder(place):
        folder = ensure_partner_folder(api.portal.get(), "malente")
        for count in range(0, number, 3):
            made = [
                createContentInContainer(folder, "FundingConsultation", title=f"Fall {count}.{at}")
                for at in range(2)
            ]
            found[count] = [ids.getId(one) for one in made]
    transaction.commit()
    return found


def row(at, start, today):
    """Return a milestone or task of a project that began on a day."""
    planned = start + timedelta(days=40 * (at + 1))
    done = planned if planned < today and at < 3 else None
    found = {"title": f"Etappe {at}", "about": "", "planned": planned, "done": done, "dropped": ""}
    found |= {"earlier": (), "why_late": "", "made": start, "by": PERSON}
    return found | {"partner": "malente", "function": "editors", "person": None}


def page(portal, rounds):
    """Return ({clock: seconds of each round}, how many projects are shown)."""
    request, found, html = portal.REQUEST, {"CPU": [], "wall": []}, ""
    request["REQUEST_METHOD"] = "GET"
    with api.env.adopt_user(username=PERSON):
        for _round in range(rounds + 1):
            IAnnotations(request).clear()
            remember(request)
            begun = process_time(), perf_counter()
            html = portal["projekte"].restrictedTraverse("@@project-portfolio")()
            found["CPU"].append(process_time() - begun[0])
            found["wall"].append(perf_counter() - begun[1])
    return {clock: seconds[1:] for clock, seconds in found.items()}, html.count('scope="row"')


def told(seconds):
    return " | ".join(
        f"{clock} {min(of) * 1000:.0f}, {median(of) * 1000:.0f}, "
        f"{quantiles(of, n=20)[-1] * 1000:.0f}"
        for clock, of in seconds.items()
    )


if __name__ == "__main__":
    main()
