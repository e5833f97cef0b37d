"""The calendar's month of 20 spaces, and booking one time, at 5,000 and at 50,000 bookings.

    python benchmarks/booking.py [--sizes 5000 50000] [--rounds 60] [--var folder]

Makes a site on disk (FileStorage) in a temporary folder and books through `writing.write`: the
first 5,000 bookings lie in the month that is shown and those beside it, all others in the years
around. Measured in seconds of one process's own, in turns where two things are compared: the whole
page, 95th percentile; `operations.book` with commit on a full and on an empty ledger. Trust ratios.
"""

from datetime import date
from datetime import timedelta
from fresh import site
from kommunalhub.booking import bookings
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking import writing
from kommunalhub.booking.bookings import Booking
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.reading import remember
from kommunalhub.interfaces import IKommunalhubLayer
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from statistics import median
from statistics import quantiles
from time import process_time
from uuid import uuid4
from zope.interface import alsoProvides

import argparse
import tempfile
import transaction


SPACES = 20
#: Bookings a day, an hour and a half each.
HOURS = (8, 9.5, 11, 12.5, 14, 15.5)
PERSON = "malente-mitarbeit"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[5000, 50000])
    options.add_argument("--rounds", type=int, default=60)
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(args.var or Path(folder)) as portal:
        spaces = prepare(portal)
        empty, made, pages = spaces.pop(), 0, {}
        for size in args.sizes:
            fill(spaces, made, size)
            made = size
            pages[size] = month(portal, args.rounds)
            print(f"month at {size} bookings: p95 {1000 * pages[size]:.0f} ms", flush=True)
        first, last = args.sizes[0], args.sizes[-1]
        print(f"month, {last} to {first} bookings: {pages[last] / pages[first]:.2f} times")
        full, bare = book(spaces[0], empty, args.rounds)
        print(f"booking at {last}: {1000 * full:.1f} ms, in an empty ledger {1000 * bare:.1f} ms")
        print(f"booking, full to empty ledger: {full / bare:.2f} times")


def prepare(portal):
    """Make a person and the spaces; return them, the last of them for an empty ledger."""
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    with as_builder(portal):
        password = "Leuchtturm, Watt, Kornblume 7"
        email = f"{PERSON}@example.org"
        api.user.create(username=PERSON, email=email, password=password)
        api.group.add_user(groupname="malente-staff", username=PERSON)
        found = []
        for number in range(SPACES + 1):
            values = {"title": f"Schreibtisch {number}", "kind": "desk", "horizon": 366}
            space = createContentInContainer(portal["co-working"], "Space", **values)
            api.content.transition(space, to_state="public" if number < SPACES else "internal")
            found.append(space)
    transaction.commit()
    return found


def days():
    """Yield working days: those of the month that is shown and the one after it, then others."""
    shown = month_shown()
    near = [shown + timedelta(n) for n in range(62)]
    far = [shown + timedelta(n) for n in (*range(62, 420), *range(-900, 0))]
    yield from (day for day in (*near, *far) if day.weekday() < 5)


def month_shown():
    today = formatting.to_local(formatting.now()).date()
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def wishes(spaces):
    for day in days():
        for hour in HOURS:
            span = rules.span_of(day, int(60 * hour), int(60 * hour) + 90)
            for space in spaces:
                yield space, span


def fill(spaces, start, size):
    """Book until there are `size` bookings."""
    for number, (space, span) in enumerate(wishes(spaces)):
        if number >= size:
            break
        if number >= start:
            new = Booking(
                uuid4().hex, IUUID(space), span.start, span.end, kind=bookings.FIXED, purpose="Test"
            )
            writing.write(space, None, new)
        if number % 1000 == 999:
            transaction.commit()
    transaction.commit()


def month(portal, rounds):
    """Return the 95th percentile of the page of the month, in seconds."""
    request, seconds = portal.REQUEST, []
    request.form.update(view="month", date=month_shown().isoformat())
    request["REQUEST_METHOD"] = "GET"
    with api.env.adopt_user(username=PERSON):
        for _number in range(rounds + 3):
            vars(request).pop("_kommunalhub_worked_out", None)
            remember(request)
            began = process_time()
            page = portal["co-working"].restrictedTraverse("@@kalender")()
            seconds.append(process_time() - began)
            assert page.count('class="st partly"') > 100
    vars(request).pop("_kommunalhub_worked_out", None)
    return quantiles(seconds[3:], n=20)[-1]


def book(full, empty, rounds):
    """Return the median seconds of booking and committing on a full and on an empty ledger."""
    found = {full: [], empty: []}
    day = date(month_shown().year, month_shown().month, 1)
    free = (day + timedelta(n) for n in range(400))
    open_days = [d for d in free if d.weekday() < 5 and not rules.is_holiday(d)]
    with api.env.adopt_user(username=PERSON):
        for number in range(rounds):
            for space, seconds in found.items():
                span = rules.span_of(open_days[number], 1020, 1080)
                began = process_time()
                made = operations.book(space, span.start, span.end)
                transaction.commit()
                seconds.append(process_time() - began)
                operations.cancel(space, made.id)
                transaction.commit()
    return tuple(median(seconds) for seconds in found.values())


if __name__ == "__main__":
    main()
