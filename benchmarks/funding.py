"""Funding: list and matching against 1,250 and 5,000 programmes, and reading 5,000 from a table.

    python benchmarks/funding.py [--programmes 5000] [--rounds 40] [--new]

The programmes come by the import itself: first a quarter of them, then all (a quarter unchanged);
with --new all of them at once, and nothing else is measured.
List and matching: least, median and 95th percentile of seconds of the process's own and by the
clock; the ratio is what four times as many programmes cost, by the least. Import: seconds, CPU a
row, and by how much the memory of the process had grown at the end; objects in the cache of the
database stay below what it may hold.
"""

from datetime import date
from datetime import timedelta
from pathlib import Path
from statistics import median
from statistics import quantiles
from time import perf_counter
from time import process_time

import argparse
import resource
import tempfile


TOPICS = ("Bauen und Sanieren", "Energie und Klimaschutz", "Kultur und Denkmalpflege")
NAMES = (
    *("key", "title", "description", "funder", "topics", "eligible", "rate", "max_amount"),
    *("deadline_kind", "calls", "source_url", "checked_on"),
)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--programmes", type=int, default=5000)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--new", action="store_true", help="import all at once, and no more")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as var:
        measure(Path(var), args)


def measure(var, args):
    from kommunalhub.site.server import configuration

    ini = configuration.prepare(var)
    from kommunalhub.site.server import process
    from kommunalhub.site.server import sites
    from zope.component.hooks import setSite

    import transaction

    with process.zope(ini), sites.root() as app:
        sites.create_site(app, "hub", False)
        portal = app["hub"]
        setSite(portal)
        portal.REQUEST["PARENTS"] = [portal, app]
        transaction.commit()
        if args.new:
            read(portal, args.programmes)
            return
        found = {}
        for number in (args.programmes // 4, args.programmes):
            read(portal, number)
            found[number] = {name: timed(work(portal), args.rounds) for name, work in WORKS.items()}
            for name, times in found[number].items():
                print(f"{number} programmes: {name}: {told(times)}", flush=True)
        small, large = found.values()
        for name in WORKS:
            ratio = min(large[name]["CPU"]) / min(small[name]["CPU"])
            print(f"four times as many: {name} × {ratio:.1f}", flush=True)


def read(portal, number):
    """Import so many programmes, publish them, and tell what it took."""
    from kommunalhub.core.acting import as_builder
    from kommunalhub.core.exchange import looking
    from kommunalhub.core.exchange import runs
    from kommunalhub.core.exchange.table import table_called
    from kommunalhub.interfaces import IKommunalhubLayer
    from kommunalhub.lib.tables.writing import csv_of
    from zope.interface import alsoProvides

    import transaction

    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    data = csv_of(NAMES, [row(at) for at in range(number)])
    with as_builder(portal):
        memory, began, own = peak(), perf_counter(), process_time()
        run = runs.begin(table_called("programme-imports"), data)
        transaction.commit()
        rows = run.rows()
        runs.look(run, rows)
        transaction.commit()
        looked = perf_counter()
        runs.write(run, rows)
        transaction.commit()
        ended, own = perf_counter(), process_time() - own
    counts = run.counts
    print(
        f"import of {number}: {ended - began:.0f} s (looked at in {looked - began:.0f} s), "
        f"{1000 * own / number:.1f} ms of CPU a row, "
        f"{counts[looking.NEW]} new, {counts[looking.SAME]} unchanged; "
        f"memory + {peak() - memory:.0f} MB, {portal._p_jar.cacheMinimize() or 0} kept",
        flush=True,
    )
    publish(portal)


def row(at):
    closes = date.today() + timedelta(days=30 + at % 700)
    kind = ("call", "rolling", "first_come")[at % 3]
    days = f"bis {closes:%d.%m.%Y}; 200.000" if kind == "call" else ""
    return (
        *(f"topf-{at}", f"Förderung {at} für Gemeinden", "Zuschuss für Dorf und Stadt. " * 5),
        *(("bund", "land", "eu", "kreis")[at % 4], TOPICS[at % 3], "Städte und Gemeinden"),
        *(str(40 + at % 50), "250.000", kind, days, f"https://www.example.org/{at}", "01.11.2026"),
    )


def publish(portal):
    """Release all programmes, as the hub management would; not part of what is measured."""
    from kommunalhub.core.acting import as_builder
    from kommunalhub.core.tools import catalog

    import transaction

    with as_builder(portal):
        brains = catalog().unrestrictedSearchResults(
            portal_type="FundingProgramme", review_state="draft"
        )
        for count, brain in enumerate(brains, 1):
            portal.portal_workflow.doActionFor(brain._unrestrictedGetObject(), "publish")
            if count % 200 == 0:
                transaction.commit()
                portal._p_jar.cacheGC()
        transaction.commit()


def listing(portal):
    from kommunalhub.funding.programmes.browser.listing import ProgrammeListing

    folder = portal["foerderung"]["programme"]

    def work():
        ProgrammeListing(folder, portal.REQUEST).update()

    return work


def filtered(portal):
    from kommunalhub.funding.programmes.browser.listing import ProgrammeListing

    folder = portal["foerderung"]["programme"]

    def work():
        page = ProgrammeListing(folder, portal.REQUEST.clone())
        page.request.form["topic"] = "energie"
        page.update()

    return work


def matching(portal):
    from decimal import Decimal
    from kommunalhub.funding.matching import operations

    def work():
        values = {
            "topics": {"energie", "bauen"},
            "total_cost": Decimal(184500),
            "own_funds": Decimal(46125),
            "council_date": date.today() + timedelta(days=40),
        }
        assert operations.matches(operations.project_of(values, "malente"))

    return work


WORKS = {"list": listing, "list of one field": filtered, "matching": matching}


def timed(work, rounds):
    """Return {clock: seconds of each round}."""
    times = {"CPU": [], "wall": []}
    for _round in range(rounds):
        began = process_time(), perf_counter()
        work()
        times["CPU"].append(process_time() - began[0])
        times["wall"].append(perf_counter() - began[1])
    return times


def told(times):
    """Return least, median and 95th percentile by each clock: on a busy machine they differ."""
    return "; ".join(
        f"{clock} least {1000 * min(seconds):.0f}, median {1000 * median(seconds):.0f}, "
        f"p95 {1000 * quantiles(seconds, n=20)[-1]:.0f} ms"
        for clock, seconds in times.items()
    )


def peak():
    """Return the most memory that the process had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
