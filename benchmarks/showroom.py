"""Pages of the showroom beside a plain Plone Classic site, and on an old phone, in one run.

    python benchmarks/showroom.py [--seconds 5] [--rounds 3] [--folder DIR] [--phone]
    python benchmarks/showroom.py --at http://localhost:8080/hub [--kind tour] [--rounds 3]

As pages.py measures: both servers on loopback, each pair of pages in turn, the ratio is the middle
one of the rounds. --phone: opens the pages in Chromium as on Fast 3G with a quarter of the speed
and tells when the text is there, when the viewer is, and what has been loaded for both; needs
scripts/chromium. --at: this alone, of a site that runs (`make start`), which takes seconds.

Chromium draws objects by the processor here, unless the machine has a card: what a viewer has
fetched and unpacked is told apart from when it has drawn.
"""

from pages import both
from pages import compare
from pages import HUB_PASSWORD
from pages import PLAIN_PASSWORD
from pages import unpacked
from pages import weight
from pathlib import Path
from playwright.sync_api import sync_playwright
from urllib.request import Request
from urllib.request import urlopen

import argparse
import json
import re
import sys
import tempfile


COLLEAGUE, PLAIN = "malente-mitarbeit", "pruefung"
LIST, PAGE = "/hub/showroom", "/hub/seiten/seite-30"
#: Fast 3G as Chromium's own tools have it: bytes a second, milliseconds.
FAST_3G = {"downloadThroughput": 180_000, "uploadThroughput": 84_375, "latency": 562.5}
SLOWER = 4
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
#: Chromium, drawing in three dimensions without a card for it.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]
#: What is touched to see a viewer: of scenes, of objects in 3D.
VIEWERS = ("[data-act=toggle]", "[data-solid=begin]")
LONGEST = 60  # seconds that a viewer is waited for
#: Touches it, and tells after how many milliseconds there is something to draw with, and when the
#: viewer has said that it is there; null where it has not in the time.
READY = """([button, longest]) => new Promise((done) => {
  const touched = document.querySelector(button);
  touched.scrollIntoView({ block: "center" });
  const began = performance.now();
  let loaded = null;
  const passed = () => performance.now() - began;
  const finish = () => done([loaded ?? passed(), passed()]);
  const look = () => {
    if (!loaded && document.querySelector("model-viewer, .psv-container")) loaded = passed();
    if (document.querySelector("[data-ready=ready]")) finish();
    else if (passed() > longest * 1000) done([loaded, null]);
    else setTimeout(look, 20);
  };
  document.addEventListener("hub:scene", finish, { once: true });
  touched.click();
  look();
})"""
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


def scene_of(hub, path):
    """Return the path of the first scene of a tour."""
    _status, answer, body = hub.get(f"{path}/@tour", None, {"Accept": "application/json"})
    [first, *_others] = json.loads(unpacked(answer, body))["items"]
    return re.sub(r"^https?://[^/]+", "", first["@id"])


def with_scenes(hub, found):
    """Return {title: path} of exhibits, the list, and a scene of each kind that has some."""
    paths = {"list": LIST, **found}
    for kind in ("tour", "panorama"):
        if kind in found:
            paths[f"{kind}, a scene"] = scene_of(hub, found[kind])
    return paths


def chosen(title, kinds):
    return not kinds or title.partition(",")[0] in kinds


class Running:
    """A site that runs, asked as those that pages.py starts are."""

    def __init__(self, address):
        self.host = address.removesuffix("/hub")

    def get(self, path, _person=None, headers=None):
        with urlopen(Request(self.host + path, headers=headers or {})) as answer:
            return answer.status, answer, answer.read()


def on_a_phone(address_of, paths, rounds):
    """Print when the text of pages is there on a slow phone, with what, and when their viewer is.

    Targets: text in less than 1.5 s, viewer in less than 4 s from the touch on, at most 150 KB
    before anybody asks for it. Of several rounds the least counts: others use the machine too.
    """
    print("\n| page, Fast 3G, 4× slower | text, s | loaded, KB | viewer, s | drawn, s | KB |")
    print("|---|---|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for title, path in paths.items():
            seen = []
            for number in range(rounds):
                print(f"{title}, round {number + 1}", file=sys.stderr, flush=True)
                seen.append(opened(browser, address_of(path)))
            cells = [least(one) for one in zip(*seen, strict=True)]
            print(f"| {title} | {' | '.join(cells)} |", flush=True)
        browser.close()


def opened(browser, address):
    """Return (s of text, KB, s of the viewer unpacked, s of it drawn, KB) of one visit."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **FAST_3G})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.set_default_timeout(2000 * LONGEST)
    page.goto(address, wait_until="load")
    found = [page.evaluate(PAINTED) / 1000, page.evaluate(LOADED) / 1024, None, None, None]
    button = next((one for one in VIEWERS if page.locator(one).count()), None)
    if button is not None:
        times = page.evaluate(READY, [button, LONGEST])
        found[2:4] = [None if one is None else one / 1000 for one in times]
        found[4] = page.evaluate(LOADED) / 1024
    context.close()
    return found


def least(values):
    known = [value for value in values if value is not None]
    if not known:
        return "–"
    return f"{min(known):.0f}" if min(known) >= 20 else f"{min(known):.2f}"


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--folder", help="keep both sites here and use them again")
    options.add_argument("--phone", action="store_true", help="measure in Chromium too")
    options.add_argument("--at", help="address of a site that runs: measure there as on a phone")
    options.add_argument("--kind", action="append", help="this kind of exhibit alone; repeatable")
    args = options.parse_args()
    if args.at:
        site = Running(args.at)
        paths = with_scenes(site, shown(site))
        wanted = {title: path for title, path in paths.items() if chosen(title, args.kind)}
        on_a_phone(lambda path: site.host + path, wanted, args.rounds)
        return
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
                paths = with_scenes(hub, found)
                paths = {title: path for title, path in paths.items() if chosen(title, args.kind)}
                on_a_phone(lambda path: f"http://localhost:{hub.port}{path}", paths, args.rounds)
        finally:
            hub.stop()
            plain.stop()


if __name__ == "__main__":
    main()
