"""The editorial room: the calendar among 2,000 dates.

    python benchmarks/editorial.py [--dates 2000] [--rounds 20]

Half of the events are public, half internal; each recurs weekly, twenty times. What the sources
give for four weeks and for a whole feed is set beside what Plone works out of the same events.
Calls are those of Python functions in one go; milliseconds are medians.
"""

from datetime import datetime
from datetime import timedelta
from pathlib import Path
from statistics import median
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


READER, WEEKS = "malente-mitarbeit", 20


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--dates", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=20)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(Path(folder)) as portal:
        events(portal, args.dates // WEEKS)
        print("| what | dates | calls | p50 ms |")
        print("|---|---|---|---|", flush=True)
        for what, ask in questions(portal):
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
    with api.env.adopt_roles(["Manager"]):
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


def measure(what, ask, rounds):
    """Print a row: how many dates, calls of a run, milliseconds of the median run."""
    found, times = ask(), []
    for _round in range(rounds):
        began = perf_counter()
        ask()
        times.append((perf_counter() - began) * 1000)
    print(f"| {what} | {found} | {count_calls(ask)} | {median(times):.1f} |", flush=True)


if __name__ == "__main__":
    main()
