"""Homes of administrations and news beside a plain Plone Classic site, in one run.

    python benchmarks/areas.py [--seconds 5] [--rounds 3] [--folder DIR]

As pages.py measures: both servers on loopback, each pair of pages in turn, the ratio is the middle
one of the rounds.
"""

from pages import both
from pages import compare
from pages import HUB_PASSWORD
from pages import PLAIN_PASSWORD
from pathlib import Path

import argparse
import tempfile


COLLEAGUE, EDITOR, PLAIN = "malente-mitarbeit", "malente-redaktion", "pruefung"
HOME, SHARED = "/hub/partner/malente", "/hub/partner/dataport/meldebescheinigung"
PAGE = "/hub/seiten/seite-30"
ALL_NEWS, NEWS = "/hub/aktuelles", "/hub/partner/malente/kurpark-beteiligung"


def pairs():
    """Return (title, target, hub request, plain request), see pages.py."""
    visitor, person = (PAGE, None, False, 200), (PAGE, PLAIN, False, 200)
    return (
        ("Home of an administration, logged out", 8, (HOME, None, False, 200), visitor),
        ("The same, a colleague", 4, (HOME, COLLEAGUE, False, 200), person),
        ("The same, revalidated", None, (HOME, COLLEAGUE, True, 304), person),
        ("The same, its editor", None, (HOME, EDITOR, False, 200), person),
        ("Shared page, logged out", 8, (SHARED, None, False, 200), visitor),
        ("Shared page, a colleague", 4, (SHARED, COLLEAGUE, False, 200), person),
        ("All news, logged out", 8, (ALL_NEWS, None, False, 200), visitor),
        ("All news, a colleague", 4, (ALL_NEWS, COLLEAGUE, False, 200), person),
        ("A piece of news, logged out", 8, (NEWS, None, False, 200), visitor),
        ("A piece of news, a colleague", 4, (NEWS, COLLEAGUE, False, 200), person),
    )


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--folder", help="keep both sites here and use them again")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        hub, plain = both(Path(args.folder or made))
        try:
            for person in (COLLEAGUE, EDITOR):
                hub.sign_in(person, HUB_PASSWORD)
            plain.sign_in(PLAIN, PLAIN_PASSWORD)
            compare(hub, plain, pairs(), args.seconds, args.rounds)
        finally:
            hub.stop()
            plain.stop()


if __name__ == "__main__":
    main()
