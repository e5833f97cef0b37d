"""The editorial room: the calendar among 2,000 dates, the state of an area of 5,000 pages.

    python benchmarks/editorial.py [--dates 2000] [--pages 5000] [--rounds 20]

Half of the events are public, half internal; each recurs weekly, twenty times. What the sources
give for four weeks and for a whole feed is set beside what Plone works out of the same events.
Of the pages one in ten each is a draft, handed in, due for a review, reported, has a broken link.
Calls are those of Python functions in one go; milliseconds are medians and 95th percentiles.
"""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from pathlib import Path
from statistics import median
from statistics import quantiles
from time import perf_counter

import argparse
import gc
import sys
import tempfile
import transaction


sys.path.insert(0, str(Path(__file__).parent / "search"))

from approvals import count_calls
from approvals import PASSWORD
from approvals import site
from kommunalhub.core.acting import as_builder
from kommunalhub.interfaces import IKommunalhubLayer
from zope.interface import alsoProvides


READER, EDITOR, WEEKS = "malente-mitarbeit", "malente-redaktion", 20
#: Of ten pages, by their last digit: what calls for the editors, and what the last look found.
CALLED = {2: "review", 3: "reports"}
LIFE = {4: {"health": {"on": "2026-11-30", "links": {}, "tokens": ("broken",)}}}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--dates", type=int, default=2000)
    options.add_argument("--pages", type=int, default=5000)
    options.add_argument("--rounds", type=int, default=20)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(Path(folder)) as portal:
        alsoProvides(portal.REQUEST, IKommunalhubLayer)
        events(portal, args.dates // WEEKS)
        print("| what | found | calls | p50 ms | p95 ms |")
        print("|---|---|---|---|---|", flush=True)
        for what, ask in questions(portal):
            measure(what, ask, args.rounds)
        pages(portal, args.pages)
        for what, ask in questions_of_health(portal):
            measure(what, ask, args.rounds)
        gc.collect()  # what still looks into the database must go before it is closed


def events(portal, number):
    """Make events, each with WEEKS dates from a month ago on."""
    from plone import api
    from plone.app.event.base import default_timezone
    from plone.dexterity.utils import createContentInContainer

    api.user.create(username=READER, email=f"{READER}@example.org", password=PASSWORD)
    api.group.add_user(groupname="malente-staff", username=READER)
    zone = default_timezone(as_tzinfo=True)
    begin = datetime.now(zone).replace(minute=0, second=0, microsecond=0) - timedelta(days=30)
    with as_builder(portal):
        for count in range(number):
            start = begin + timedelta(hours=count % 400)
            made = createContentInContainer(
                portal["partner"]["malente"],
                "Event",
                title=f"Sprechstunde {count}",
                start=start,
                end=start + timedelta(hours=1),
                recurrence=f"RRULE:FREQ=WEEKLY;COUNT={WEEKS}",
            )
            api.content.transition(made, to_state=("public", "internal")[count % 2])
            if count % 50 == 0:
                transaction.savepoint(optimistic=True)
    transaction.commit()


def questions(portal):
    """Return (what, function that answers how many dates) in the order of the table."""
    from kommunalhub.core import formatting
    from kommunalhub.core.agenda import gathering
    from kommunalhub.core.agenda.feeds import AHEAD
    from kommunalhub.core.agenda.feeds import BACK
    from plone import api
    from plone.app.event.base import get_events
    from plone.app.event.base import RET_MODE_OBJECTS

    now = formatting.now()
    month = now, now + timedelta(days=28)
    feed = now - BACK, now + AHEAD

    def ours(span):
        with api.env.adopt_user(username=READER):
            return len(gathering.occurrences(*span, kind="events"))

    def plones(span):
        with api.env.adopt_user(username=READER):
            found = get_events(portal, *span, ret_mode=RET_MODE_OBJECTS, expand=True)
            return len(list(found))

    def page():
        view = api.content.get_view("termine", portal, portal.REQUEST)
        with api.env.adopt_user(username=READER):
            view()
        return len(view.found)

    def file():
        with api.env.adopt_user(username=READER):
            found = gathering.occurrences(*feed, kind="events")
            gathering.calendar_text(found, "Termine")
        return len(found)

    return (
        ("four weeks, ours", lambda: ours(month)),
        ("four weeks, Plone's", lambda: plones(month)),
        ("a whole feed, ours", lambda: ours(feed)),
        ("a whole feed, Plone's", lambda: plones(feed)),
        ("the page of four weeks", page),
        ("the calendar as a file", file),
    )


def pages(portal, number):
    """Make pages of an area at different points of their life, and somebody who edits them.

    Each stands in the catalog as one that people wrote, handed in and released; what they go
    through in doing so is not asked for, as it is not measured.
    """
    from plone import api
    from plone.uuid.handlers import addAttributeUUID

    api.user.create(username=EDITOR, email=f"{EDITOR}@example.org", password=PASSWORD)
    for group in ("malente-staff", "malente-editors"):
        api.group.add_user(groupname=group, username=EDITOR)
    area, due = portal["partner"]["malente"], datetime.now(UTC) + timedelta(days=3)
    tool, catalog = portal.portal_workflow, portal.portal_catalog
    began = perf_counter()
    for count in range(number):
        kind, page = count % 10, document(count)
        vars(page).update(LIFE.get(kind, {}), creators=(EDITOR,))
        if kind == 1:
            page.due = due
        if kind in CALLED:
            page.called = {CALLED[kind]: due}
        addAttributeUUID(page, None)
        area._setObject(page.id, page, suppress_events=True)
        page = area[page.id]
        [chain] = tool.getChainFor(page)
        state = {0: "draft", 1: "pending"}.get(kind, ("public", "internal")[count % 2])
        status = {"review_state": state, "action": None, "actor": EDITOR, "comments": ""}
        tool.setStatusOf(chain, page, status)
        tool[chain].updateRoleMappingsFor(page)
        catalog.catalog_object(page, "/".join(page.getPhysicalPath()))
        if count % 250 == 249:
            transaction.commit()
            portal._p_jar.cacheMinimize()
    transaction.commit()
    print(f"{number} pages made in {perf_counter() - began:.0f} s", file=sys.stderr, flush=True)


def document(count):
    """Return a page as the folder would make one."""
    from plone.app.contenttypes.content import Document

    page = Document(f"seite-{count}")
    vars(page).update(portal_type="Document", title=f"Seite {count}")
    return page


def questions_of_health(portal):
    """Return (what, function that answers how many pages) about the state of an area."""
    from kommunalhub.editorial.upkeep.health import reading
    from plone import api

    area = portal["partner"]["malente"]

    def page():
        view = api.content.get_view("zustand", area, portal.REQUEST)
        with api.env.adopt_user(username=EDITOR):
            view()
        return sum(group["count"] for group in view.groups)

    def groups():
        with api.env.adopt_user(username=EDITOR):
            found = [reading.brains_of(one, "malente") for one in reading.groups()]
        return sum(map(len, found))

    return (("state of an area, its groups", groups), ("state of an area, the page", page))


def measure(what, ask, rounds):
    """Print a row: how much was found, calls of a run, milliseconds of the median and of the slow.

    Slow: 19 of 20 runs are faster.
    """
    found, times = ask(), []
    for _round in range(rounds):
        began = perf_counter()
        ask()
        times.append((perf_counter() - began) * 1000)
    slow = quantiles(times, n=20)[-1]
    print(
        f"| {what} | {found} | {count_calls(ask)} | {median(times):.1f} | {slow:.1f} |", flush=True
    )


if __name__ == "__main__":
    main()
