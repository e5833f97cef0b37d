"""Taking over 5,000 things of another hub, and asking it again when it has nothing new.

    python benchmarks/network.py [--size 5000] [--rounds 5] [--var folder]

Makes a site on disk (FileStorage) in a temporary folder and a hub of plain Python beside it, which
speaks the format over HTTP on loopback; then does the job that `kommunalhub tick` does. Printed are
seconds, and how much the memory of the process grew between the first tenth and the end: it stays
flat when what was taken is let go. Also what one page of the quarantine costs with all of it there.
"""

from datetime import timedelta
from fresh import site
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.acting import as_system
from kommunalhub.core.reading import remember
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import publishing
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from kommunalhub.network import fetching
from kommunalhub.network import jobs
from kommunalhub.network import keys
from kommunalhub.network import operations
from kommunalhub.network import storage
from kommunalhub.network import workflow
from pathlib import Path
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from threading import Thread
from time import perf_counter
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zope.interface import alsoProvides

import argparse
import json
import os
import tempfile
import transaction


TEXT = "<h2>Was zu tun ist</h2>" + "".join(
    f"<p>Schritt {number}: Der Bedarf wird beschrieben, drei Angebote werden eingeholt, der "
    "Vermerk hält fest, warum sich wer entschieden hat.</p>"
    for number in range(10)
)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--size", type=int, default=5000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(args.var or Path(folder)) as portal:
        other = Other(formatting.now())
        os.environ[fetching.NEIGHBOURS] = other.host
        uid = link(portal, other)
        other.share(args.size, keys.feed())
        began = perf_counter()
        ask(portal)
        seconds = perf_counter() - began
        transaction.begin()
        taken = len(storage.link_of(uid).copies)
        assert taken == args.size, (taken, storage.link_of(uid).problem)
        print(f"{taken} things taken: {seconds:.1f} s", flush=True)
        first, last = other.memory[len(other.memory) // 10], other.memory[-1]
        print(f"memory while they came: {first} MB after a tenth, {last} MB at the end")
        again = min(timed(lambda: ask(portal)) for _round in range(args.rounds))
        print(f"asked again, nothing new: {again:.3f} s")
        print(f"page of the quarantine: {1000 * page(portal, args.rounds):.0f} ms")
        other.take_back()
        began = perf_counter()
        ask(portal)
        transaction.begin()
        assert not storage.link_of(uid).copies
        print(f"all of it recalled: {perf_counter() - began:.1f} s")


def timed(work):
    began = perf_counter()
    work()
    return perf_counter() - began


def link(portal, other):
    """Make the hub and confirm its key; return its UID."""
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    with as_builder(portal):
        made = createContentInContainer(
            portal["netzwerk"], workflow.HUB, title="Hub Wilster", feed=other.feed
        )
    uid = IUUID(made)
    known = storage.link_of(uid)
    known.offered = signatures.public_of(other.key)
    operations.confirm(uid, known.offered, "")
    transaction.commit()
    return uid


def ask(portal):
    """Do the job, as if its time had come."""
    transaction.begin()
    for known in storage.book().links.values():
        known.asked = None
    transaction.commit()
    job, now = jobs.Fetch(), formatting.now()
    transaction.begin()
    with as_system(portal):
        due = job.due(now)
        transaction.abort()
        for key in due:
            job.do(key, now)


def page(portal, rounds):
    """Return the shortest time of the page of the quarantine, in seconds."""
    request, seconds = portal.REQUEST, []
    request["REQUEST_METHOD"] = "GET"
    with as_builder(portal):
        for _round in range(rounds):
            vars(request).pop("_kommunalhub_worked_out", None)
            remember(request)
            seconds.append(timed(portal["netzwerk"].restrictedTraverse("@@quarantine")))
    return min(seconds)


class Other:
    """A hub of plain Python that shares so many things."""

    def __init__(self, now):
        self.now, self.key = now, signatures.new_key()
        self.cards, self.items, self.memory = {}, {}, []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.feed = f"http://{self.host}/netzwerk"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def share(self, size, reader):
        for number in range(size):
            id_ = f"{number:032x}"
            content = cards.Content(
                kind="material",
                title=f"Vergabe leicht gemacht, Teil {number}",
                url=f"https://wilster.example/materialien/{number}",
                changed=self.now,
                summary="Was bei einer kleinen Vergabe zu tun ist.",
                html=TEXT,
            )
            data = cards.written(content, self.feed, id_, "CC-BY-4.0")
            signature = signatures.sign(data, self.key, signatures.CARD)
            self.cards[id_] = {"document": data.decode(), "signature": signature}
            self.items[id_] = texts.hash_of(data)
        self.frame = publishing.Frame(self.feed, reader)
        self.publish(None, "")

    def publish(self, last, last_hash):
        self.last = publishing.following(last, last_hash, self.frame, self.items, self.now)
        self.data = manifests.written(self.last)
        self.signature = signatures.sign(self.data, self.key, signatures.MANIFEST)

    def take_back(self):
        self.items = {}
        self.now += timedelta(seconds=1)
        self.publish(self.last, texts.hash_of(self.data))

    def answer(self, path, etag):
        parts = urlsplit(path)
        if parts.path.endswith("@exchange-cards"):
            self.memory.append(resident())
            return 200, {"cards": [self.cards[id_] for id_ in parse_qs(parts.query)["id"]]}, ""
        tag = f'"{texts.hash_of(self.data)}"'
        if etag == tag:
            return 304, None, tag
        found = {"document": self.data.decode(), "signature": self.signature}
        return 200, {**found, "key": signatures.public_of(self.key), "changes": []}, tag


def resident():
    """Return how many megabytes of memory the process has."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0


def handler_of(other):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, values, etag = other.answer(self.path, self.headers.get("If-None-Match"))
            self.send_response(status)
            if etag:
                self.send_header("ETag", etag)
            self.end_headers()
            if values is not None:
                self.wfile.write(json.dumps(values).encode())

        def log_message(self, *args):
            pass

    return Handler


if __name__ == "__main__":
    main()
