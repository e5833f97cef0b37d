"""Support: the queue among 50,000 tickets, and what may help among 20,000 texts.

    python benchmarks/support.py [--tickets 50000] [--open 2000] [--texts 20000] [--rounds 30]

Queue: the rows, the tabs with their numbers and the filters as somebody of support sees them, and
the same over REST, at a tenth of the tickets and at all of them; the number of open ones stays.
The catalog is filled with the records of real tickets, given again under other numbers: the queue
asks nothing but the catalog. What is solved lies spread over five years. Deflection: `@@may-help`
for what somebody has typed so far, among materials whose texts are made of the sentences of
search/corpus.txt; their records are real ones, too, and the search reads each text.
Milliseconds, 95th percentile: of computing, set right by a piece of known work measured beside it,
and of the clock on the wall.
"""

from pathlib import Path
from statistics import median
from statistics import quantiles
from time import perf_counter
from types import SimpleNamespace

import argparse
import gc
import sys
import tempfile
import transaction


sys.path.insert(0, str(Path(__file__).parent / "search"))

from approvals import calm
from approvals import count_calls
from approvals import fresh
from approvals import PASSWORD
from approvals import site


AGENT, STAFF = "sven", "malente-mitarbeit"
STATES = ("new", "assigned", "waiting", "reopened")
#: As the indexes of dates count: 31 days in each month.
YEAR = 12 * 31 * 24 * 60
YEARS = 5


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--tickets", type=int, default=50_000)
    options.add_argument("--open", type=int, default=2000)
    options.add_argument("--texts", type=int, default=20_000)
    options.add_argument("--rounds", type=int, default=30)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(Path(folder)) as portal:
        people(portal)
        patterns = tickets(portal)
        print("| what | size | calls | p50 ms | p95 ms | p95 ms (wall) |")
        print("|---|---|---|---|---|---|", flush=True)
        for size in (args.tickets // 10, args.tickets):
            multiply(portal, patterns, size, args.open)
            queue(portal, size, args.rounds)
        if args.texts:
            texts(portal, args.texts)
            deflection(portal, args.texts)
        gc.collect()  # what still looks into the database must go before it is closed


def people(portal):
    from plone import api

    for name, group in ((AGENT, "hub-support"), (STAFF, "malente-staff")):
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        api.group.add_user(groupname=group, username=name)
    transaction.commit()


def tickets(portal):
    """Return {state: record id} of real tickets, one of each state."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer

    tool, found = portal.portal_workflow, {}
    with api.env.adopt_user(username=STAFF):
        made = [
            createContentInContainer(
                portal["support"], "SupportTicket", title="Drucker druckt leere Seiten"
            )
            for _state in (*STATES, "resolved")
        ]
    steps = {
        "new": (),
        "assigned": ("assign",),
        "waiting": ("wait",),
        "reopened": ("resolve", "reopen"),
        "resolved": ("resolve",),
    }
    with api.env.adopt_user(username=AGENT):
        for ticket, (state, actions) in zip(made, steps.items(), strict=True):
            for action in actions:
                tool.doActionFor(ticket, action, comment="Die Klappe war offen.")
            assert api.content.get_state(ticket) == state
    transaction.commit()
    catalog = portal.portal_catalog
    for state, ticket in zip(steps, made, strict=True):
        found[state] = catalog.getrid("/".join(ticket.getPhysicalPath()))
    return found


def multiply(portal, patterns, size, number_open):
    """Fill the catalog up to a size with the records of the patterns under new numbers."""
    catalog = portal.portal_catalog._catalog
    began, there = perf_counter(), len(catalog.indexes["portal_type"]._index["SupportTicket"])
    opened = sum(len(catalog.indexes["review_state"]._index.get(state, ())) for state in STATES)
    rid = max(catalog.data.keys())
    for number in range(there, size):
        is_open = opened + (number - there) < number_open
        state = STATES[number % len(STATES)] if is_open else "resolved"
        rid += 1
        record(catalog, patterns[state], rid, number, state == "resolved")
        if number % 5000 == 0:
            transaction.commit()
    transaction.commit()
    print(f"{size:,} tickets in {perf_counter() - began:.0f} s", file=sys.stderr, flush=True)


def record(catalog, pattern, rid, number, solved, **own):
    """Put a copy of a record into the catalog: data, path, and its entry in each simple index.

    solved: whether it lies anywhere in the last years, else around today. own: {column: value} of
    what the copy says otherwise; a UID is found by, too.
    """
    path = f"{catalog.paths[pattern]}-{number}"
    data = list(catalog.data[pattern])
    for name, value in own.items():
        data[catalog.schema[name]] = value
    catalog.data[rid] = tuple(data)
    catalog.paths[rid] = path
    catalog.uids[path] = rid
    catalog._length.change(1)
    if "UID" in own:
        uids = catalog.indexes["UID"]
        uids._index[own["UID"]], uids._unindex[rid] = rid, own["UID"]
    for index in catalog.indexes.values():
        entries = getattr(index, "_unindex", None)
        if entries is None or pattern not in entries:
            continue
        value = entries[pattern]
        if index.id in ("due", "modified", "created") and isinstance(value, int):
            value += number % 10_000 - 5000  # minutes
            if solved and index.id != "due":
                value -= number * 7919 % (YEARS * YEAR)
        if index.meta_type == "DateRangeIndex":
            entries[rid] = value
            index._insertForwardIndexEntry(*value, rid)
        elif hasattr(index, "insertForwardIndexEntry") and index.meta_type != "UUIDIndex":
            entries[rid] = value
            for one in value if isinstance(value, (list, tuple, set)) else (value,):
                index.insertForwardIndexEntry(one, rid)


def queue(portal, size, rounds):
    from plone import api

    folder = portal["support"]

    def page():
        view = folder.restrictedTraverse("@@support-section")
        view.tabs(), view.rows(), view.urgencies(), view.categories()

    def rest():
        from kommunalhub.support.restapi.tickets import TicketsGet

        service = TicketsGet()
        service.context, service.request = folder, portal.REQUEST
        service.reply()

    def asking(**form):
        def call():
            portal.REQUEST.form.update(form)
            page()
            portal.REQUEST.form.clear()

        return call

    calls = {
        "queue": page,
        "queue, filtered": asking(category="other", device="gibt es nicht"),
        "solved ones": asking(queue="solved"),
        "solved ones, filtered": asking(queue="solved", category="other"),
        "@tickets": rest,
    }
    with api.env.adopt_user(username=AGENT):
        for what, call in calls.items():
            row(portal, what, size, [call] * rounds)


def texts(portal, size):
    """Fill the library with texts: records of real materials, given again under other numbers.

    What each says is kept by the index of the search as if it had been asked for its text; reading
    it, in words and stems, is left to the search.
    """
    from documents import numbered
    from kommunalhub.search.fulltext.record import Record
    from kommunalhub.search.interfaces import INDEX
    from page import read_all
    from uuid import uuid4

    began, patterns = perf_counter(), materials(portal)
    catalog = portal.portal_catalog._catalog
    index, rid = catalog.indexes[INDEX], max(catalog.data.keys())
    for number, document in numbered(size):
        rid += 1
        said = {"Title": document.title, "Description": document.description}
        pattern = patterns[number % len(patterns)]
        record(catalog, pattern, rid, number, True, UID=uuid4().hex, **said)
        text = SimpleNamespace(
            title=document.title, keywords=document.description, body=document.body, pages=()
        )
        index.records[rid], index.stamps[rid] = Record.of(text), rid
        if number % 5000 == 4999:
            transaction.commit()
    index.length.change(size)
    transaction.commit()
    print(f"texts made in {perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    read_all(portal)


def materials(portal):
    """Return the record ids of real materials that staff may read, one of each topic."""
    from kommunalhub.core.acting import as_builder
    from kommunalhub.materials.operations import ensure_sections
    from page import material
    from page import TOPICS
    from plone.uuid.handlers import addAttributeUUID

    with as_builder(portal):
        folder = ensure_sections(portal)
    tool, found = portal.portal_workflow, []
    said = SimpleNamespace(title="Leitfaden", keywords="Was darin steht.")
    for place, _topic in enumerate(TOPICS):
        made = material(10 * place, said, "malente")
        addAttributeUUID(made, None)
        made.creators = ("malente-redaktion",)
        folder._setObject(made.id, made, suppress_events=True)
        made = folder[made.id]
        name = tool.getChainFor(made)[0]
        status = {"review_state": "internal", "action": None, "actor": "", "comments": ""}
        tool.setStatusOf(name, made, status)
        tool[name].updateRoleMappingsFor(made)
        path = "/".join(made.getPhysicalPath())
        portal.portal_catalog.catalog_object(made, path)
        found.append(portal.portal_catalog.getrid(path))
    transaction.commit()
    return found


def deflection(portal, size):
    from documents import queries
    from kommunalhub.support.learning import helping
    from plone import api

    folder = portal["support"]

    def ask(text):
        def call():
            portal.REQUEST.form.clear()
            portal.REQUEST.form["form.widgets.title"] = text
            folder.restrictedTraverse("@@may-help")()

        return call

    asked = [text[: max(4, len(text) - 2)] for _kind, text, _ids in queries()]
    with api.env.adopt_user(username=STAFF):
        found = sum(bool(helping.places(folder, portal.REQUEST, text)) for text in asked)
        print(f"something is found for {found} of {len(asked)}", file=sys.stderr, flush=True)
        row(portal, "may help", size, [ask(text) for text in asked])


def row(portal, what, size, calls):
    """Print how long calls take, the first one left out."""
    computing, wall = [], []
    for call in (calls[0], *calls):
        fresh(portal)
        began = perf_counter()
        call()
        wall.append(perf_counter() - began)
        fresh(portal)
        computing.append(calm(call))
    fresh(portal)
    number = count_calls(calls[0])
    p95 = [1000 * quantiles(found[1:], n=20)[-1] for found in (computing, wall)]
    print(
        f"| {what} | {size:,} | {number:,} | {1000 * median(computing[1:]):.0f} "
        f"| {p95[0]:.0f} | {p95[1]:.0f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
