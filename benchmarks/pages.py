"""Pages per second of the hub beside a plain Plone Classic site, in one run.

    python benchmarks/pages.py [--seconds 5] [--rounds 3] [--folder DIR]

Starts both servers on loopback, signs in through the form and asks for each pair of pages in turn,
round by round, so that both meet the same weather on the machine. Prints a table in Markdown; the
ratio is the middle one of the rounds.
"""

from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from statistics import median_low
from time import perf_counter
from time import sleep
from urllib.parse import urlencode

import argparse
import gzip
import re
import socket
import subprocess
import sys
import tempfile


HERE = Path(__file__).parent
#: So often a page may have changed in the background while it is asked for again and again.
MISSES = 5
HUB_PASSWORD = "kommunalhub-demo"
sys.path.insert(0, str(HERE))
from plain import PASSWORD as PLAIN_PASSWORD  # noqa: E402


class Site:
    """A server process, asked over one kept connection."""

    def __init__(self, command, port):
        self.port = port
        self.began = perf_counter()
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.cookies = {}
        self.connection = None

    def wait(self, limit=300):
        """Return the seconds until the first page was there."""
        while perf_counter() - self.began < limit:
            if self.process.poll() is not None:
                raise SystemExit(f"the server on port {self.port} has ended")
            try:
                self.connection = HTTPConnection("localhost", self.port, timeout=60)
                if self.get("/hub")[0] == 200:
                    return perf_counter() - self.began
            except OSError:
                pass
            sleep(0.2)
        raise SystemExit(f"no page on port {self.port} within {limit} s")

    def get(self, path, person=None, headers=None, body=None):
        """Return (status, headers, body) of one request as a person."""
        headers = {"Host": f"localhost:{self.port}", "Accept-Encoding": "gzip"} | (headers or {})
        if person in self.cookies:
            headers["Cookie"] = self.cookies[person]
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request("POST" if body is not None else "GET", path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer, answer.read()

    def sign_in(self, person, password):
        form = {"__ac_name": person, "__ac_password": password, "buttons.login": "Anmelden"}
        status, answer, _body = self.get("/hub/login", body=urlencode(form))
        jar = SimpleCookie()
        for value in answer.headers.get_all("Set-Cookie") or ():
            jar.load(value)
        jar.pop("statusmessages", None)  # „Willkommen“ is shown once, by a browser
        self.cookies[person] = "; ".join(f"{key}={item.value}" for key, item in jar.items())
        if "__ac" not in self.cookies[person]:
            raise SystemExit(f"{person} could not sign in on port {self.port}: {status}")

    def rate(self, path, person=None, again=False, seconds=5.0, status=200):
        """Return pages per second. again: ask with the validator that the page has now."""
        headers = self.validator(path, person) if again else None
        count, began, missed = 0, perf_counter(), 0
        while (spent := perf_counter() - began) < seconds:
            got = self.get(path, person, headers)[0]
            if got == status:
                count += 1
            elif again and got == 200 and (missed := missed + 1) < MISSES:
                headers = self.validator(path, person)  # work in the background has changed it
            else:
                raise SystemExit(f"{path} answered {got} instead of {status}")
        return count / spent

    def validator(self, path, person):
        tag = self.get(path, person)[1].headers.get("ETag")
        if not tag:
            raise SystemExit(f"{path} has no ETag")
        return {"If-None-Match": tag}

    def memory(self):
        """Return the resident memory in MB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def weight(site, path, person=None):
    """Return (requests, bytes sent, bytes unpacked) of a page with what its head loads."""
    _status, answer, body = site.get(path, person)
    text = unpacked(answer, body)
    found = re.findall(
        r"""<(?:link|script|img)[^>]+(?:href|src)=["']([^"']+)""", text.decode("utf-8", "replace")
    )
    sent, whole, seen = len(body), len(text), set()
    for address in found:
        address = re.sub(r"^https?://[^/]+", "", address).replace("&amp;", "&")
        kept = re.search(r"\.(css|js|woff2|svg|png|ico)(\?|$)", address)
        if not kept or address in seen or not address.startswith("/"):
            continue
        seen.add(address)
        _status, answer, body = site.get(address)
        sent += len(body)
        whole += len(unpacked(answer, body))
    return 1 + len(seen), sent, whole


def unpacked(answer, body):
    return gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body


def first_case(hub, person):
    """Return the path of a case that awaits the person."""
    _status, answer, body = hub.get("/hub/@inbox", person, {"Accept": "application/json"})
    found = re.search(
        r'"@id": "https?://[^/]+(/hub/foerderung/[^"]+)"', unpacked(answer, body).decode()
    )
    return found[1]


def pairs(hub):
    """Yield (title, target, hub request, plain request); a request: path, person, again, status."""
    case = first_case(hub, "malente-pruefung")
    page = "/hub/seiten/seite-30"
    anonymous = (page, None, False, 200)
    person = (page, "pruefung", False, 200)
    yield "Home, logged out", 5, ("/hub", None, False, 200), ("/hub", None, False, 200)
    yield "Programmes, logged out", 5, ("/hub/foerderung/programme", None, False, 200), anonymous
    yield "Mein Hub, logged in", None, ("/hub", "malente-pruefung", False, 200), person
    yield "Mein Hub, revalidated", None, ("/hub", "malente-pruefung", True, 304), person
    yield "Case page, logged in", 2, (case, "malente-pruefung", False, 200), person
    yield "Case page, revalidated", 10, (case, "malente-pruefung", True, 304), person
    yield (
        "Inbox beside Plone's review list",
        5,
        ("/hub/@@inbox", "malente-pruefung", False, 200),
        # Plone renders its list, then finds that it wrote while reading and asks to confirm that.
        ("/hub/full_review_list", "pruefung", False, 302),
    )
    yield (
        "Search, logged in",
        None,
        ("/hub/@@search?SearchableText=feuerwache", "malente-pruefung", False, 200),
        ("/hub/@@search?SearchableText=feuerwache", "pruefung", False, 200),
    )


def compare(hub, plain, wanted, seconds, rounds):
    """Print a row for each of the pairs that are wanted; see `pairs`."""
    print("| page | hub, pages/s | plain Plone, pages/s | ratio | target |")
    print("|---|---|---|---|---|")
    for title, target, ours, theirs in wanted:
        rates = []
        for _round in range(rounds):
            mine = hub.rate(ours[0], ours[1], ours[2], seconds, ours[3])
            other = plain.rate(theirs[0], theirs[1], theirs[2], seconds, theirs[3])
            rates.append((mine / other, mine, other))
        ratio, mine, other = median_low(rates)
        wish = "" if target is None else f"≥ {target}×"
        print(f"| {title} | {mine:.1f} | {other:.1f} | {ratio:.1f}× | {wish} |", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--folder", help="keep both sites here and use them again")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        run(Path(args.folder or made), args)


def both(folder):
    """Start the hub with its demo and a plain site; return them when both answer."""
    ports = free_port(), free_port()
    program = str(Path(sys.executable).parent / "kommunalhub")
    hub = Site(
        [program, "serve", "--demo", "--port", str(ports[0]), "--var", str(folder / "hub")],
        ports[0],
    )
    print(f"hub, first page with demo content made: {hub.wait():.1f} s")
    plain = Site(
        [sys.executable, str(HERE / "plain.py"), str(folder / "plain"), str(ports[1])], ports[1]
    )
    try:
        print(f"plain Plone, first page with 60 pages made: {plain.wait():.1f} s\n")
        hub.connection.close()  # one that was not used for two minutes is gone; it opens anew
    except BaseException:
        hub.stop()
        plain.stop()
        raise
    return hub, plain


def run(folder, args):
    hub, plain = both(folder)
    try:
        for person in ("malente-pruefung", "berater"):
            hub.sign_in(person, HUB_PASSWORD)
        plain.sign_in("pruefung", PLAIN_PASSWORD)
        compare(hub, plain, pairs(hub), args.seconds, args.rounds)
        print(
            "\n| page with what it loads | requests | sent, KB | unpacked, KB |\n|---|---|---|---|"
        )
        case = first_case(hub, "malente-pruefung")
        for title, site, path, person in (
            ("Home, logged out", hub, "/hub", None),
            ("Mein Hub", hub, "/hub", "malente-pruefung"),
            ("Case page", hub, case, "malente-pruefung"),
            ("plain Plone, page logged in", plain, "/hub/seiten/seite-30", "pruefung"),
        ):
            count, sent, whole = weight(site, path, person)
            print(f"| {title} | {count} | {sent / 1024:.0f} | {whole / 1024:.0f} |")
        print(f"\nresident memory: hub {hub.memory():.0f} MB, plain {plain.memory():.0f} MB")
    finally:
        hub.stop()
        plain.stop()


if __name__ == "__main__":
    main()
