"""Bookings a second of one client, and of four on different spaces, two processes on PostgreSQL.

    python benchmarks/parallel_booking.py [--each 30] [--rounds 3]

Makes a database of its own and two servers as the tier several-machines has them. Each client books
hours of a space of its own over REST, one after the other; one client and four take turns, and the
best round of each counts: on a machine with other work trust the ratio, and read what it says of
the processors: when four clients keep all of them busy, more clients cannot bring more.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import argparse
import os
import sys
import tempfile
import time


sys.path[0] = str(Path(__file__).parent.parent / "tests")

from booking.test_race import House  # noqa: E402
from booking.test_race import moment  # noqa: E402
from machines import two_machines  # noqa: E402


CLIENTS = 4
#: Where Linux tells what its processors have done since it began.
STAT = Path("/proc/stat")
#: Hours after the first day from which on each round books.
DAY = 24


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--each", type=int, default=30)
    options.add_argument("--rounds", type=int, default=3)
    args = options.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        two_machines(Path(folder)) as machines,
        machines.serve("one") as one,
        machines.serve("two") as two,
    ):
        house = House(machines, one, two)
        paths = [house.space(f"Platz {number}")[0] for number in range(CLIENTS)]
        rates = {1: [], CLIENTS: []}
        for number in range(args.rounds + 1):
            for clients in rates:
                rate = run(house, paths, clients, args.each, number * 2 + (clients > 1))
                if number:  # the first round warms up
                    rates[clients].append(rate)
        best = {clients: max(found) for clients, found in rates.items()}
        for clients, (rate, busy) in best.items():
            each = busy * os.cpu_count() / rate * 1000
            print(
                f"{clients} at once: {rate:.1f} bookings a second, processors busy {busy:.0%}, "
                f"{each:.1f} ms of them for each booking"
            )
        ratio = best[CLIENTS][0] / best[1][0]
        print(f"{CLIENTS} to 1: {ratio:.2f} times; {os.cpu_count()} processors, two servers")
        print(f"load of the machine: {os.getloadavg()[0]:.1f}")


def run(house, paths, clients, each, slot):
    """Return bookings a second of so many clients, `each` of them every one, and how busy (0–1)."""

    def book(client):
        server, token = house.servers[client % 2], house.people[client]
        for number in range(each):
            first = DAY * 4 * slot + number
            body = {"start": moment(first), "end": moment(first + 1)}
            status, text = server.request("POST", f"{paths[client]}/@bookings", body, token, 120)
            assert status == 201, text

    begun, ticks = time.monotonic(), processors()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(book, range(clients)))
    rate = clients * each / (time.monotonic() - begun)
    idle, whole = (after - before for after, before in zip(processors(), ticks, strict=True))
    return rate, 1 - idle / whole


def processors():
    """Return the ticks in which the processors had nothing to do, and all ticks."""
    ticks = [int(number) for number in STAT.read_text().splitlines()[0].split()[1:]]
    return ticks[3] + ticks[4], sum(ticks[:8])


if __name__ == "__main__":
    main()
