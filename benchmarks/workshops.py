"""Workshops: the public list beside plain Plone's listing of events, a full page, the rush.

    python benchmarks/workshops.py [--seconds 5] [--rounds 3] [--without-rush]

List: 200 public workshops and, in plain Plone, 200 public events, both logged out, in turns over
HTTP; the ratio is the middle one of the rounds. Page: a workshop with 500 registrations as its
trainer sees it, seconds of the process's own, 95th percentile. Rush: 200 registrations for 30 seats
over two processes on one PostgreSQL, twelve at once.
"""

from datetime import timedelta
from datetime import UTC
from pages import free_port
from pages import HERE
from pages import Site
from pathlib import Path
from statistics import median
from statistics import quantiles
from time import perf_counter
from time import process_time

import argparse
import subprocess
import sys
import tempfile


WORKSHOPS, REGISTRATIONS, PAGES = 200, 500, 60
TRAINER, PASSWORD = "trude", "Leuchtturm, Watt, Kornblume 7"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--without-rush", action="store_true")
    options.add_argument("--fill", type=Path, help=argparse.SUPPRESS)
    args = options.parse_args()
    if args.fill:
        return fill(args.fill)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        subprocess.run([sys.executable, __file__, "--fill", str(folder / "hub")], check=True)
        lists(folder, args)
        if not args.without_rush:
            rush(folder)


def fill(var):
    """Make a site with many workshops, and tell what a full page of the trainer's costs."""
    from kommunalhub.site.server import configuration

    ini = configuration.prepare(var)
    from kommunalhub.site.server import process
    from kommunalhub.site.server import sites
    from zope.component.hooks import setSite

    import transaction

    with process.zope(ini), sites.root() as app:
        sites.create_site(app, "hub", False)
        setSite(app["hub"])
        full = populate(app["hub"])
        transaction.commit()
        spent = 1000 * page(full)
        print(f"page with {REGISTRATIONS} registrations: p95 {spent:.0f} ms", flush=True)


def populate(portal):
    """Add a trainer and the workshops, published; return the one that is full."""
    from kommunalhub.core import formatting
    from kommunalhub.core.acting import as_builder
    from kommunalhub.interfaces import IKommunalhubLayer
    from kommunalhub.workshops import course
    from plone import api
    from plone.dexterity.utils import createContentInContainer
    from zope.interface import alsoProvides

    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    tool = portal.portal_workflow
    with as_builder(portal):
        api.user.create(f"{TRAINER}@example.org", TRAINER, PASSWORD)
        api.group.add_user(groupname="hub-trainers", username=TRAINER)
        for number in range(WORKSHOPS):
            start = formatting.now().astimezone(UTC) + timedelta(days=1 + number)
            workshop = createContentInContainer(
                portal["workshops"],
                "Workshop",
                title=f"Rechnungen digital, Teil {number}",
                description="Vom Eingang bis zur Anweisung, mit Übungen am eigenen Beispiel.",
                start=start,
                end=start + timedelta(hours=3),
                place="Halle im Hub",
                capacity=REGISTRATIONS,
                partner="malente",
                is_public=True,
                topics={"haushalt"},
            )
            status = dict(tool.getStatusOf("workshop_workflow", workshop), review_state="published")
            tool.setStatusOf("workshop_workflow", workshop, status)
            tool.getWorkflowById("workshop_workflow").updateRoleMappingsFor(workshop)
            course.show(workshop)
            workshop.reindexObject()
        register(portal, workshop)
    return workshop


def register(portal, workshop):
    from kommunalhub.core import formatting
    from kommunalhub.workshops import programme
    from kommunalhub.workshops import rules
    from kommunalhub.workshops import storage

    now = formatting.now().astimezone(UTC)
    book = storage.ensured_book(portal, workshop.UID())
    for _number in range(REGISTRATIONS):
        number = book.next_number()
        person = (f"Person {number}", f"p{number}@example.org", rules.REGISTERED)
        book.put(rules.Registration(number, *person, now, now, partner="malente"))
    book.count(programme.terms_of(workshop), now)


def page(workshop):
    """Return the 95th percentile of the trainer's page, in seconds of the process."""
    from kommunalhub.core.reading import remember
    from plone import api
    from zope.security.management import newInteraction

    newInteraction()
    request, seconds = workshop.REQUEST, []
    request["REQUEST_METHOD"] = "GET"
    with api.env.adopt_user(username=TRAINER):
        for _number in range(PAGES + 3):
            vars(request).pop("_kommunalhub_worked_out", None)
            remember(request)
            began = process_time()
            text = workshop.restrictedTraverse("@@view")()
            seconds.append(process_time() - began)
            assert "leitung-heading" in text
    return quantiles(seconds[3:], n=20)[-1]


def lists(folder, args):
    """Compare the two lists over HTTP."""
    ports = free_port(), free_port()
    program = str(Path(sys.executable).parent / "kommunalhub")
    ours = ["serve", "--no-demo", "--port", str(ports[0]), "--var", str(folder / "hub")]
    hub = Site([program, *ours], ports[0])
    plain = Site(
        [sys.executable, str(HERE / "plain.py"), str(folder / "plain"), str(ports[1])], ports[1]
    )
    try:
        plain.wait()
        hub.wait()  # last: a connection nobody uses for long is closed
        rates = []
        for _round in range(args.rounds):
            mine = hub.rate("/hub/workshops", seconds=args.seconds)
            other = plain.rate("/hub/termine", seconds=args.seconds)
            rates.append((mine / other, mine, other))
        ratio, mine, other = median(rates)
        print(f"list of {WORKSHOPS}, logged out: {mine:.1f} pages/s")
        print(f"plain Plone's listing of {WORKSHOPS} events: {other:.1f} pages/s")
        print(f"ratio: {ratio:.1f} times", flush=True)
    finally:
        hub.stop()
        plain.stop()


def rush(folder):
    """Let 200 people register for 30 seats at once."""
    # modules here are called as some of the tests
    sys.path[:] = [str(HERE.parent / "tests"), *(at for at in sys.path if at != str(HERE))]
    sys.modules.pop("pages")
    from machines import two_machines
    from workshops.test_race import AT_ONCE
    from workshops.test_race import House
    from workshops.test_race import PEOPLE
    from workshops.test_race import SEATS

    (folder / "machines").mkdir()
    with (
        two_machines(folder / "machines") as machines,
        machines.serve("one") as one,
        machines.serve("two") as two,
    ):
        house = House(machines, one, two)
        path = house.workshop(capacity=SEATS)
        calls = [
            (
                "POST",
                f"{path}/@registrations",
                {"people": [{"name": f"Person {n}", "email": f"p{n}@example.org"}]},
                house.staff[n % len(house.staff)],
            )
            for n in range(PEOPLE)
        ]
        began = perf_counter()
        answers, slowest = house.together(calls)
        total = perf_counter() - began
        assert {status for status, _answer in answers} == {201}
        print(f"rush, {PEOPLE} people for {SEATS} seats, {AT_ONCE} at once: {total:.1f} s")
        print(f"slowest answer: {slowest:.2f} s")


if __name__ == "__main__":
    main()
