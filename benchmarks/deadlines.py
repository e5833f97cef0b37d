"""„Förderfristen“ with 1,000 and with 10,000 open deadlines: the whole page, as a consultant.

    python benchmarks/deadlines.py [--sizes 1000 10000] [--rounds 40] [--var folder]

Makes a site on disk (FileStorage) in a temporary folder with cases of one administration, twenty
deadlines each, entered through the register. Measured in seconds of one process's own, 95th
percentile and minimum; the promise is less than 100 ms at 10,000.
"""

from datetime import timedelta
from fresh import site
from kommunalhub.core.acting import as_builder
from kommunalhub.core.reading import remember
from kommunalhub.funding.deadlines import asked
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import terms
from kommunalhub.funding.deadlines.registering import register
from kommunalhub.funding.deadlines.storage import ensured_chains
from kommunalhub.funding.operations import ensure_partner_folder
from kommunalhub.interfaces import IKommunalhubLayer
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContentInContainer
from statistics import quantiles
from time import process_time
from zope.interface import alsoProvides

import argparse
import tempfile
import transaction


EACH = 20
PERSON = "beraterin"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(args.var or Path(folder)) as portal:
        place, made, found = prepare(portal), 0, {}
        for size in args.sizes:
            fill(place, made, size)
            made = size
            found[size] = page(portal, args.rounds)
            p95, least = (1000 * value for value in found[size])
            print(f"{size} open deadlines: p95 {p95:.0f} ms, least {least:.0f} ms", flush=True)
        first, last = args.sizes[0], args.sizes[-1]
        print(f"{last} to {first}: {found[last][1] / found[first][1]:.2f} times")


def prepare(portal):
    """Make a consultant; return the folder of the cases."""
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    with as_builder(portal):
        password = "Leuchtturm, Watt, Kornblume 7"
        api.user.create(username=PERSON, email=f"{PERSON}@example.org", password=password)
        api.group.add_user(groupname="hub-managers", username=PERSON)
        place = ensure_partner_folder(portal, "malente")
    transaction.commit()
    return place


def fill(place, start, size):
    """Add cases until there are `size` deadlines, over three years from today on."""
    with as_builder(place):
        for case_number in range(start // EACH, size // EACH):
            title = f"Vorhaben {case_number}"
            case = createContentInContainer(place, "FundingConsultation", title=title)
            chains = ensured_chains(case)
            chains.titles = {1: "Ortskernentwicklung"}
            for number in range(EACH):
                day = asked.today() + timedelta(days=(case_number * 37 + number * 53) % 1095)
                register(case, chains, 1, f"condition.1.{number}", entry(number, day))
            if case_number % 50 == 49:
                transaction.commit()
    transaction.commit()


def entry(number, day):
    key = f"condition.1.{number}"
    source = (terms.Source("§ 89 Abs. 3 LVwG"),)
    made = terms.Deadline(key, terms.CONDITION, day, "fixed", source, (), day, text="Auflage")
    return keeping.merged({}, [made], day)[key]


def page(portal, rounds):
    """Return (95th percentile, minimum) of the page, in seconds."""
    request, seconds = portal.REQUEST, []
    request["REQUEST_METHOD"] = "GET"
    with api.env.adopt_user(username=PERSON):
        for _round in range(rounds):
            remember(request)
            begun = process_time()
            html = portal["foerderung"].restrictedTraverse("@@fristen")()
            seconds.append(process_time() - begun)
            assert "Fristen" in html
    return quantiles(seconds, n=20)[-1], min(seconds)


if __name__ == "__main__":
    main()
