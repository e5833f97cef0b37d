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
from statistics import median
from statistics import quantiles
from time import perf_counter
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
            print(f"{size} open deadlines: {told(found[size])}", flush=True)
        first, last = args.sizes[0], args.sizes[-1]
        print(f"{last} to {first}: {least(found[last]) / least(found[first]):.2f} times")


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
    """Return {clock: seconds of each round} of the page."""
    request, found = portal.REQUEST, {"CPU": [], "wall": []}
    request["REQUEST_METHOD"] = "GET"
    with api.env.adopt_user(username=PERSON):
        for _round in range(rounds):
            remember(request)
            begun = process_time(), perf_counter()
            html = portal["foerderung"].restrictedTraverse("@@fristen")()
            found["CPU"].append(process_time() - begun[0])
            found["wall"].append(perf_counter() - begun[1])
            assert "Fristen" in html
    return found


def told(found):
    """Return least, median and 95th percentile by each clock: on a busy machine they differ."""
    return "; ".join(
        f"{clock} least {1000 * min(seconds):.0f}, median {1000 * median(seconds):.0f}, "
        f"p95 {1000 * quantiles(seconds, n=20)[-1]:.0f} ms"
        for clock, seconds in found.items()
    )


def least(found):
    return min(found["CPU"])


if __name__ == "__main__":
    main()
