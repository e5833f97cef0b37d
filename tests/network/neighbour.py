"""Another hub for tests: plain Python over lib/exchange behind a web server, on this machine.

It speaks the format of docs/reference/exchange.md and nothing of Plone; tests let it lie.
"""

from datetime import UTC
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.exchange import manifests
from kommunalhub.lib.exchange import publishing
from kommunalhub.lib.exchange import signatures
from kommunalhub.lib.exchange import texts
from threading import Thread
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import json


class Neighbour:
    """A hub that shares what tests tell it to."""

    def __init__(self, now):
        self.now = now
        self.key = signatures.new_key()
        self.items, self.cards, self.changes = {}, {}, []
        self.last, self.data, self.number = None, b"", 0
        self.asked, self.frame = [], {}
        self.lie = lambda name, answer: answer
        self.down, self.forbids = False, False
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.feed = f"http://{self.host}/netzwerk"
        self.reader = None
        Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def share(self, title="Vergabe leicht gemacht", id_=None, **values):
        self.number += 1
        id_ = id_ or f"{self.number:032x}"
        content = cards.Content(
            kind="material",
            title=title,
            url="https://wilster.example/materialien/vergabe",
            changed=self.now,
            html="<p>Drei Schritte</p>",
            summary="Was zu tun ist.",
            facts=(("Niveau", "Grundlagen"),),
        )
        data = cards.written(content, self.feed, id_, "CC-BY-4.0")
        if values:
            data = texts.written({**texts.read(data), **values})
        self.cards[id_] = (data, signatures.sign(data, self.key, signatures.CARD))
        self.items[id_] = texts.hash_of(data)
        return id_

    def take_back(self, id_):
        del self.items[id_]

    def publish(self, **frame):
        """Make the manifest for the reader, as far as there is anything new."""
        self.frame |= frame
        frame = publishing.Frame(self.feed, self.reader, **self.frame)
        last_hash = texts.hash_of(self.data) if self.last else ""
        made = publishing.following(self.last, last_hash, frame, dict(self.items), self.now)
        if made is not None:
            self.last, self.data = made, manifests.written(made)

    def answer(self, path, header, etag):
        """Return (status, values, ETag)."""
        parts = urlsplit(path)
        name = parts.path.rpartition("/")[2]
        self.asked.append((name, header, parse_qs(parts.query).get("id", [])))
        if name == "@exchange-cards":
            found = [self.cards[one] for one in self.asked[-1][2] if one in self.cards]
            documents = [{"document": d.decode(), "signature": s} for d, s in found]
            return 200, self.lie(name, {"cards": documents}), ""
        now = f'"{texts.hash_of(self.data)}"' if self.data else ""
        if now and etag == now:
            return 304, None, now
        signature = signatures.sign(self.data, self.key, signatures.MANIFEST)
        found = {
            "document": self.data.decode() if self.data else None,
            "signature": signature,
            "key": signatures.public_of(self.key),
            "changes": self.changes,
        }
        return 200, self.lie(name, found), now

    def header(self, act=asking.READ, **values):
        """Return how it asks the reader."""
        asked = asking.asked(self.key, self.feed, self.reader, act, self.now, **values)
        return {asking.HEADER: asked}


def handler_of(neighbour):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if neighbour.down:
                return self.connection.close()
            header = self.headers.get(asking.HEADER)
            status, values, etag = neighbour.answer(
                self.path, header, self.headers.get("If-None-Match")
            )
            if neighbour.forbids:
                status, values, etag = 403, {}, ""
            body = values if isinstance(values, bytes) else json.dumps(values).encode()
            self.send_response(status)
            if etag:
                self.send_header("ETag", etag)
            self.end_headers()
            if status != 304:
                self.wfile.write(body)

        def do_POST(self):
            name = self.path.rpartition("/")[2]
            neighbour.asked.append((name, self.headers.get(asking.HEADER), []))
            self.send_response(500 if neighbour.down else 204)
            self.end_headers()

        def date_time_string(self, timestamp=None):
            return format_datetime(neighbour.now.astimezone(UTC), usegmt=True)

        def log_message(self, *args):
            pass

    return Handler
