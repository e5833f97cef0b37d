"""„Wer macht was?“ among 2,000 positions: the whole page, as staff and as a visitor.

    python benchmarks/people.py [--positions 2000] [--rounds 40] [--var folder]

Makes a site on disk (FileStorage) in a temporary folder with positions of three administrations,
five tasks each, made of a few hundred words. The promise is a search in less than 60 ms at the 95th
percentile. Wall clock and the process's own seconds: on a busy machine they differ.
"""

from contextlib import nullcontext
from fresh import site
from itertools import product
from kommunalhub.core.acting import as_builder
from kommunalhub.core.reading import remember
from kommunalhub.editorial.people import operations
from kommunalhub.editorial.people import workflow
from kommunalhub.interfaces import IKommunalhubLayer
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContentInContainer
from statistics import median
from statistics import quantiles
from time import perf_counter
from time import process_time
from zope.annotation.interfaces import IAnnotations
from zope.interface import alsoProvides

import argparse
import tempfile
import transaction


PERSON = "malente-mitarbeit"
PARTNERS = ("malente", "oldenburg", "lensahn")
THINGS = """
    Wohngeld Bauantrag Personalausweis Hundesteuer Kita-Platz Friedhof Sondernutzung Kehrdienst
    Gewerbe Führerschein Fischereischein Grundsteuer Vergabe Haushalt Personal Datenschutz Wahlen
    Feuerwehr Schulbus Sportförderung Archiv Tourismus Kurtaxe Denkmalschutz Baumfällung Abwasser
"""
THINGS = tuple(THINGS.split())
DEEDS = ("beantragen", "verlängern", "ändern", "prüfen", "abmelden", "Auskunft", "Gebühren")
FIRST = ("Anke", "Torben", "Meike", "Jörn", "Silke", "Hauke", "Gesche", "Ole", "Fenja", "Wiebke")
LAST = ("Muster", "Beispiel", "Probe", "Vorlage", "Entwurf", "Probst", "Beispielsen")
QUESTIONS = (
    ("no question", ""),
    ("a task", "q=Wohngeld"),
    ("a question", "q=Wer ist zuständig für die Verlängerung von Personalausweisen?"),
    ("part of a compound", "q=Steuer"),
    ("a name", "q=Wiebke Probst"),
    ("nothing", "q=Raumschiff"),
)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--positions", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(args.var or Path(folder)) as portal:
        place = prepare(portal)
        fill(place, args.positions)
        print(f"{args.positions} positions | found | CPU and wall: least, median, p95 in ms")
        for who, (title, question) in product((PERSON, None), QUESTIONS):
            seconds, number = page(portal, who, question.removeprefix("q="), args.rounds)
            print(f"{who or 'visitor'}, {title} | {number} | {told(seconds)}", flush=True)


def prepare(portal):
    """Make somebody who asks; return the folder of positions."""
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    with as_builder(portal):
        password = "Leuchtturm, Watt, Kornblume 7"
        api.user.create(username=PERSON, email=f"{PERSON}@example.org", password=password)
        api.group.add_user(groupname="malente-staff", username=PERSON)
        place = operations.ensure_folder(portal)
    transaction.commit()
    return place


def fill(place, number):
    """Add positions of all administrations, in each of the states."""
    with as_builder(place):
        for count in range(number):
            tasks = tuple(
                f"{THINGS[(count * 7 + k * 5) % len(THINGS)]} {DEEDS[(count + k) % len(DEEDS)]}"
                for k in range(5)
            )
            position = createContentInContainer(
                place,
                workflow.TYPE,
                title=f"Stelle {count}",
                partner=PARTNERS[count % len(PARTNERS)],
                unit=f"Fachbereich {count % 9} / Dienst {count % 31}",
                tasks=tasks,
                name=f"{FIRST[count % len(FIRST)]} {LAST[count // len(FIRST) % len(LAST)]}",
                room=str(count % 90),
                phone=f"040 66969-{count % 1000:03}",
                hours="Mo–Do 8–16\nFr 8–12",
                number=str(count),
            )
            operations.show(position, workflow.STATES[count // 3 % 4])
            if count % 200 == 199:
                transaction.commit()
    transaction.commit()


def page(portal, who, question, rounds):
    """Return ({clock: seconds of each round}, how many were found)."""
    request, found = portal.REQUEST, {"CPU": [], "wall": []}
    request["REQUEST_METHOD"] = "GET"
    as_who = api.env.adopt_user(username=who) if who else nullcontext()
    with as_who:
        for _round in range(rounds + 1):
            IAnnotations(request).clear()
            remember(request)
            request.form = {"q": question} if question else {}
            begun = process_time(), perf_counter()
            view = portal["personen"].restrictedTraverse("@@people")
            html = view()
            if _round:  # the first one warms up what a process keeps
                found["CPU"].append(process_time() - begun[0])
                found["wall"].append(perf_counter() - begun[1])
            assert "Wer macht was?" in html
    return found, view.batch.total


def told(found):
    return "; ".join(
        f"{clock} {1000 * min(seconds):.0f}, {1000 * median(seconds):.0f}, "
        f"{1000 * quantiles(seconds, n=20)[-1]:.0f}"
        for clock, seconds in found.items()
    )


if __name__ == "__main__":
    main()
