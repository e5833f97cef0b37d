"""Pages of the showroom beside a plain Plone Classic site, and on an old phone, in one run.

    python benchmarks/showroom.py [--seconds 5] [--rounds 3] [--folder DIR] [--phone]

As pages.py measures: both servers on loopback, each pair of pages in turn, the ratio is the middle
one of the rounds. --phone: opens the pages in Chromium as on Fast 3G with a quarter of the speed
and tells when the text is there and what has been loaded until then; needs scripts/chromium.
"""

from pages import both
from pages import compare
from pages import HUB_PASSWORD
from pages import PLAIN_PASSWORD
from pages import unpacked
from pages import weight
from pathlib import Path
from playwright.sync_api import sync_playwright

import argparse
import json
import re
import tempfile


COLLEAGUE, PLAIN = "malente-mitarbeit", "pruefung"
LIST, PAGE = "/hub/showroom", "/hub/seiten/seite-30"
#: Fast 3G as Chromium's own tools have it: bytes a second, milliseconds.
FAST_3G = {"downloadThroughput": 180_000, "uploadThroughput": 84_375, "latency": 562.5}
SLOWER = 4
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
LOADED = """() => [performance.getEntriesByType('navigation')[0],
  ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0)"""


def shown(hub):
    """Return {kind: path} of the first public exhibit of each kind."""
    headers = {"Accept": "application/json"}
    _status, answer, body = hub.get("/hub/@exhibits?b_size=100", None, headers)
    items = json.loads(unpacked(answer, body))["items"]
    if not items:
        raise SystemExit("there is no public exhibit")
    paths = {one["kind"]: re.sub(r"^https?://[^/]+", "", one["@id"]) for one in reversed(items)}
    return dict(sorted(paths.items()))


def pairs(found):
    """Return (title, target, hub request, plain request), see pages.py."""
    visitor, person = (PAGE, None, False, 200), (PAGE, PLAIN, False, 200)
    yield "List, logged out", 8, (LIST, None, False, 200), visitor
    yield "List, a colleague", 4, (LIST, COLLEAGUE, False, 200), person
    for kind, path in found.items():
        yield f"Exhibit ({kind}), logged out", 8, (path, None, False, 200), visitor
    path = next(iter(found.values()))
    yield "Exhibit, revalidated", 8, (path, None, True, 304), visitor


def on_a_phone(hub, paths):
    """Print when the text of pages is there on a slow phone, and how much was loaded for it."""
    print("\n| page, Fast 3G, 4× slower | first paint, s | loaded, KB |\n|---|---|---|")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        for title, path in paths.items():
            context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", {"offline": False, **FAST_3G})
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.goto(f"http://localhost:{hub.port}{path}", wait_until="load")
            painted, loaded = page.evaluate(PAINTED), page.evaluate(LOADED)
            print(f"| {title} | {painted / 1000:.2f} | {loaded / 1024:.0f} |", flush=True)
            context.close()
        browser.close()


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--folder", help="keep both sites here and use them again")
    options.add_argument("--phone", action="store_true", help="measure in Chromium too")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        hub, plain = both(Path(args.folder or made))
        try:
            hub.sign_in(COLLEAGUE, HUB_PASSWORD)
            plain.sign_in(PLAIN, PLAIN_PASSWORD)
            found = shown(hub)
            compare(hub, plain, pairs(found), args.seconds, args.rounds)
            print("\n| page with what its head loads | requests | sent, KB |\n|---|---|---|")
            for kind, path in found.items():
                count, sent, _whole = weight(hub, path)
                print(f"| {kind} | {count} | {sent / 1024:.0f} |")
            if args.phone:
                on_a_phone(hub, found)
        finally:
            hub.stop()
            plain.stop()


if __name__ == "__main__":
    main()
