"""The inbox at 100, 1,000 and 10,000 open cases, and a decision beside a bare transition.

    python benchmarks/approvals.py [--sizes 100 1000 10000] [--rounds 60] [--var folder]

Makes a site on disk (FileStorage) in a temporary folder, fills it in steps and measures at each:
the whole page „Meine Vorgänge“ as a reviewer gets it, the count in the header, both as the 95th
percentile of many rounds in one process, set right for what else the machine does, and in function
calls, which nothing else changes. At the last step: `decide` with all its effects, commit
included, beside the same for a page in Plone's simple_publication_workflow, in turns, and which
indexes it wrote; then `journal verify` and the anchors. Trust ratios, not seconds.
"""

from contextlib import contextmanager
from cProfile import Profile
from datetime import timedelta
from decimal import Decimal
from itertools import islice
from kommunalhub.approvals import workflows
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import anchors
from kommunalhub.approvals.journal import storage as journal
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.queries import inbox_count
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.funding.content import FundingConsultation
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.site.server import configuration
from math import log
from pathlib import Path
from plone import api
from plone.uuid.handlers import addAttributeUUID
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import CatalogTool
from statistics import median
from statistics import quantiles
from time import perf_counter
from time import process_time
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite
from zope.interface import alsoProvides

import argparse
import gc
import resource
import tempfile
import transaction


#: The least that `known_work` took so far, in seconds.
CALMEST = [1.0]
PASSWORD = "Leuchtturm, Watt, Kornblume 7"
PARTNERS = ("malente", "lensahn", "oldenburg", "dataport")
# Half of all at one administration, so that its reviewer has a full page at every size.
TURNS = ("malente", "lensahn", "malente", "oldenburg", "malente", "dataport")
REVIEWER = "malente-pruefung"
PEOPLE = {
    **{f"{p}-redaktion": [f"{p}-staff", f"{p}-editors"] for p in PARTNERS},
    **{f"{p}-pruefung": [f"{p}-staff", f"{p}-reviewers"] for p in PARTNERS},
    "berater": ["hub-consultants"],
    "hubleitung": ["hub-managers"],
}
# Of twenty open cases: how many stand where.
STATES = (
    *["submitted"] * 8,
    *["released"] * 4,
    *["in_consultation"] * 3,
    *["returned"] * 2,
    *["recommended"] * 2,
    "draft",
)
TYPE = "FundingConsultation"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    options.add_argument("--rounds", type=int, default=60)
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(args.var or Path(folder)) as portal:
        prepare(portal)
        measured, made = {}, 0
        for size in args.sizes:
            began = perf_counter()
            fill(portal, made, size)
            print(f"{size} open cases, {(perf_counter() - began):.0f} s to make", flush=True)
            made = size
            for what, seconds in measure_inbox(portal, args.rounds).items():
                measured.setdefault(what, {})[size] = seconds
        for what, by_size in measured.items():
            tell_growth(what, by_size)
        measure_decision(portal, args.rounds)
        measure_walk(portal)
        gc.collect()  # what still looks into the database must go before it is closed


@contextmanager
def site(var):
    """Make a site without demo content and give it."""
    ini = configuration.prepare(var)
    from kommunalhub.site.server import process
    from kommunalhub.site.server import sites

    with process.zope(ini), sites.root() as app:
        if not sites.has_site(app, "hub"):
            sites.create_site(app, "hub", False)
        setSite(app["hub"])
        alsoProvides(app["hub"].REQUEST, IKommunalhubLayer)
        yield app["hub"]


def prepare(portal):
    """Make the people, and let pages have Plone's own workflow."""
    for name, groups in PEOPLE.items():
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        for group in groups:
            api.group.add_user(groupname=group, username=name)
    portal.portal_workflow.setChainForPortalTypes(["Document"], ("simple_publication_workflow",))
    transaction.commit()
    for _ in range(50):
        CALMEST[:] = [min(CALMEST[0], timed(known_work, process_time))]


def fill(portal, first, last):
    """Make cases without asking for each what a person adding one goes through."""
    told, journal.notify = journal.notify, lambda event: None
    try:
        for number in range(first, last):
            make_case(portal, number)
            if number % 250 == 249:
                transaction.commit()
                portal._p_jar.cacheMinimize()
        transaction.commit()
    finally:
        journal.notify = told
    portal._p_jar.cacheMinimize()


def make_case(portal, number):
    partner = TURNS[number % len(TURNS)]
    state = STATES[number // len(TURNS) % len(STATES)]
    folder = portal.foerderung.beratungen[partner]
    case = FundingConsultation(f"f-2026-{number:05d}")
    # All at once: each field that is missing would ask for its default.
    vars(case).update(
        portal_type=TYPE,
        title=f"Vorhaben {number} der Verwaltung",
        description="Dach, Heizung und Fenster eines Gebäudes aus dem Jahr 1974.",
        goal="Das Gebäude wird gedämmt und trägt künftig eine Photovoltaikanlage.",
        topics={"energie"},
        total_cost=Decimal(100000 + number),
        partner=partner,
        programmes=[],
    )
    addAttributeUUID(case, None)
    case.creators = (f"{partner}-redaktion",)
    case.case_number, case.last_editor = case.id.upper(), case.creators[0]
    folder._setObject(case.id, case, suppress_events=True)
    case = folder[case.id]
    case.manage_setLocalRoles(case.creators[0], ["Owner"])
    workflow = workflows.definition_of(TYPE)
    status = {"review_state": state, "action": "submit", "actor": case.creators[0], "comments": ""}
    portal.portal_workflow.setStatusOf(workflow.getId(), case, status)
    workflow.updateRoleMappingsFor(case)
    IJournal(case).append("created", case.creators[0], to="draft")
    moves = {"action": "submit", "from": "draft", "to": state}
    IJournal(case).append("transition", case.creators[0], **moves)
    clock.enter(case, "draft", state)
    if case.due is not None:  # not all on one day
        case.due += timedelta(days=number % 30 - 10)
    portal.portal_catalog.catalog_object(case, "/".join(case.getPhysicalPath()))


def measure_inbox(portal, rounds):
    """Return {what: seconds of each round}: the whole page, its rows alone, the count alone."""
    measured = {"whole inbox page": [], "rows of the inbox": [], "count": []}
    ways = (lambda: portal.restrictedTraverse("@@inbox")(), first_rows, inbox_count)
    with api.env.adopt_user(username=REVIEWER):
        waiting = inbox_count()
        for number in range(rounds + 5):
            for seconds, call in zip(measured.values(), ways, strict=True):
                fresh(portal)
                took = calm(call)
                if number >= 5:  # what is warm after the first requests of a process
                    seconds.append(took)
        calls = []
        for call in ways:
            fresh(portal)
            calls.append(f"{count_calls(call):,}")
    print(f"  {waiting} of them wait for the reviewer; function calls: {' / '.join(calls)}")
    return measured


def first_rows():
    """Ask the catalog what waits and make the first page of it, as page and service do."""
    make = Rows()
    return [make(brain) for brain in islice(inbox_brains(), 20)]


def fresh(portal):
    """Forget what is remembered for one request."""
    annotations = IAnnotations(portal.REQUEST)
    for key in list(annotations):
        del annotations[key]


def calm(call):
    """Return the seconds a call takes of a calm processor.

    Others at work on the machine make both the call and a piece of known work slower.
    """
    now = timed(known_work, process_time)
    CALMEST[:] = [min(CALMEST[0], now)]
    took = timed(call, process_time)
    return took / (now + timed(known_work, process_time)) * 2 * CALMEST[0]


def known_work():
    return sum(number * number for number in range(50000))


def count_calls(call):
    """Return how many functions a call makes run: what it does, whatever the machine does."""
    profile = Profile()
    profile.runcall(call)
    return sum(entry.callcount for entry in profile.getstats())


def timed(call, clock=perf_counter):
    began = clock()
    call()
    return clock() - began


def p95(seconds):
    return quantiles(seconds, n=20)[-1] * 1000


def tell_growth(name, measured):
    sizes = sorted(measured)
    print(f"\n{name}: 95th percentile (median), ms")
    for size in sizes:
        print(f"  {size:>6}  {p95(measured[size]):7.1f}  ({median(measured[size]) * 1000:.1f})")
    if len(sizes) > 1:
        least, most = sizes[0], sizes[-1]
        growth = median(measured[most]) / median(measured[least])
        print(f"  grew {growth:.2f} times; the logarithm {log(most) / log(least):.2f} times")


def measure_decision(portal, rounds):
    """Compare a decision with a bare transition, in turns, commit included."""
    cases = [
        brain._unrestrictedGetObject()
        for brain in portal.portal_catalog.unrestrictedSearchResults(
            portal_type=TYPE, review_state="submitted", partner="malente"
        )[:rounds]
    ]
    pages = [
        api.content.create(portal, "Document", f"page-{number}") for number in range(len(cases))
    ]
    transaction.commit()
    tool, ours, bare = portal.portal_workflow, [], []
    with watched() as written:
        for case, page in zip(cases, pages, strict=True):
            fresh(portal)
            bare.append(timed(lambda page=page: publish(tool, page)))
            fresh(portal)
            written.clear()
            with api.env.adopt_user(username=REVIEWER):
                ours.append(timed(lambda case=case: release(case)))
            indexes = list(written)
    ratio = median(a / b for a, b in zip(ours, bare, strict=True))
    print(f"\ndecision {median(ours) * 1000:.1f} ms, bare {median(bare) * 1000:.1f} ms")
    print(f"  ratio {ratio:.2f} (middle one of {len(ours)} pairs)")
    print(f"  indexes written by a decision: {indexes}")


def publish(tool, page):
    tool.doActionFor(page, "publish")
    processQueue()
    transaction.commit()


def release(case):
    decide(case, "release", "Einverstanden.")
    processQueue()
    transaction.commit()


@contextmanager
def watched():
    """Give a list that fills with (path, indexes) of all that is written into the catalog."""
    written, original = [], CatalogTool.catalog_object

    def catalog_object(self, obj, uid=None, idxs=None, update_metadata=1, pghandler=None):
        written.append((obj.getId(), sorted(idxs or ["all"]), bool(update_metadata)))
        return original(self, obj, uid, idxs, update_metadata, pghandler)

    CatalogTool.catalog_object = catalog_object
    try:
        yield written
    finally:
        CatalogTool.catalog_object = original


def measure_walk(portal):
    """Tell how long it takes to verify and to anchor all journals, and how much memory."""
    from kommunalhub.site.commands.journal import verify

    portal._p_jar.cacheMinimize()
    before = peak()
    seconds = timed(verify)
    print(f"\njournal verify {seconds:.1f} s, {peak() - before:.0f} MB more at its peak")
    today = formatting.now().date().isoformat()
    print(f"anchors {timed(lambda: anchors.anchor_all(today)):.1f} s the first time")
    transaction.commit()
    print(f"anchors {timed(lambda: anchors.anchor_all(today)):.1f} s again")
    transaction.abort()


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
