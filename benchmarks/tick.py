"""How long `kommunalhub tick` takes over many open cases, and whether its memory stays flat.

    nice python benchmarks/tick.py [--cases 10000]

Makes a site in a FileStorage of its own with that many submitted consultations, each with number,
journal, clock and a full catalog entry, all of them overdue. Then it ticks three times: everything
is due, nothing is due, and one in a hundred is due.
"""

from Acquisition import aq_base
from Acquisition import aq_parent
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta
from kommunalhub.approvals.clock import operations
from kommunalhub.approvals.journal import storage as journal
from kommunalhub.approvals.workflows import definition_of
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs import runner
from kommunalhub.core.private.publisher import forget_what_was_worked_out
from kommunalhub.site.server import configuration
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContent
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import ATTRIBUTE_NAME
from tempfile import TemporaryDirectory
from time import monotonic
from time import process_time
from uuid import uuid4
from zope.component.hooks import site

import argparse
import transaction


BATCH = 200
SITE = "hub"
PARTNERS = ("oldenburg", "malente", "lensahn", "dataport")


def memory():
    """Return the memory of this process in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


@contextmanager
def at(moment):
    """Let it be another time."""
    real, formatting.now = formatting.now, lambda: moment
    try:
        yield
    finally:
        formatting.now = real


def build(portal, count):
    """Add submitted cases, a batch in each transaction.

    One per administration is made and submitted as people do it. The others are made like it,
    without the events of adding and deciding, which take longest: each has a number, journal,
    clock, roles and catalog entry of its own.
    """
    tool = api.portal.get_tool("portal_workflow")
    models = {}
    for partner in PARTNERS:
        folder = portal["foerderung"]["beratungen"][partner]
        models[partner] = createContentInContainer(
            folder, "FundingConsultation", checkConstraints=False, title="Vorhaben"
        )
        tool.doActionFor(models[partner], "submit")
    paths = {partner: "/".join(case.getPhysicalPath()) for partner, case in models.items()}
    for start in range(len(PARTNERS), count, BATCH):
        for number in range(start, min(start + BATCH, count)):
            add_like(portal.unrestrictedTraverse(paths[PARTNERS[number % len(PARTNERS)]]), number)
        transaction.commit()
        portal._p_jar.cacheMinimize()
        forget_what_was_worked_out(portal.REQUEST)


def add_like(model, number):
    """Add a case like another one beside it."""
    folder = aq_parent(model)
    case = createContent("FundingConsultation", title=f"Vorhaben {number}")
    case.id = f"f-bench-{number:05}"
    case.case_number = case.id.upper()
    for name in ("partner", "creators", "last_editor", "due", "clock"):
        setattr(case, name, getattr(aq_base(model), name))
    case.workflow_history = model.workflow_history.copy()
    setattr(case, ATTRIBUTE_NAME, uuid4().hex)
    folder._setObject(case.id, case, suppress_events=True)
    case = folder[case.id]
    quiet, journal.notify = journal.notify, lambda event: None
    try:
        journal.Journal(case).append("created", "system", to="draft")
        journal.Journal(case).append(
            "transition", "system", action="submit", **{"from": "draft", "to": "submitted"}
        )
    finally:
        journal.notify = quiet
    definition_of("FundingConsultation").updateRoleMappingsFor(case)
    api.portal.get_tool("portal_catalog").catalog_object(case)


def tick(portal, title):
    """Run the jobs once and print what it took."""
    grown, began, worked = [memory()], monotonic(), process_time()
    spent, last = Counter(), [worked]

    def watch(result):
        now = process_time()
        spent[result.name] += now - last[0]
        last[0] = now
        if result.done % 500 == 0:
            grown.append(memory())

    report = runner.run(portal, tell=watch)
    seconds, worked = monotonic() - began, process_time() - worked
    done = ", ".join(
        f"{r.name} {r.done} in {r.seconds:.1f} s ({spent[r.name]:.1f} s of work)"
        for r in report.results
        if r.due
    )
    print(
        f"{title:<26} {seconds:6.1f} s ({worked:.1f} s of work)"
        f"   {grown[0]:.0f} MB before, at most {max(grown):.0f} MB, {memory():.0f} MB after"
        f"   {done or 'nothing'}, {report.failed} failed",
        flush=True,
    )


def make_due_again(portal, every):
    """Let one case in so many be due later once more, as if it had been sent back."""
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="FundingConsultation")
    for brain in list(brains)[::every]:
        case = brain._unrestrictedGetObject()
        operations.enter(case, "returned", "submitted")
        case.reindexObject(idxs=list(operations.INDEXES))
    transaction.commit()
    portal._p_jar.cacheMinimize()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=10000)
    args = parser.parse_args()
    with TemporaryDirectory() as var:
        ini = configuration.prepare(var)
        with process.zope(ini), sites.root() as app:
            sites.create_site(app, SITE, demo=False)
            transaction.commit()
            portal = app[SITE]
            long_ago = formatting.now() - timedelta(days=9)
            with site(portal), as_system(portal):
                began = monotonic()
                with at(long_ago):
                    build(portal, args.cases)
                print(f"{args.cases} cases made in {monotonic() - began:.0f} s", flush=True)
                size = (Path(var) / "filestorage" / "Data.fs").stat().st_size
                print(f"database {size / 1e6:.0f} MB", flush=True)
            tick(portal, "all of them overdue")
            tick(portal, "nothing due")
            with site(portal), as_system(portal), at(formatting.now() - timedelta(days=9)):
                make_due_again(portal, 100)
            tick(portal, "one in a hundred overdue")


if __name__ == "__main__":
    main()
