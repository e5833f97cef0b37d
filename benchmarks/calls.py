"""Function calls of the pages that people look at all day: a figure that no other work disturbs.

    python benchmarks/calls.py VAR [--top 40] [--page case]

VAR: folder of a demo site that is not running (`make start VAR=…` made it). Asks each page until
what is kept between requests is kept, then counts the calls of one more request. --top shows where
those of one page go.
"""

from http.cookies import SimpleCookie
from io import BytesIO
from kommunalhub.site.server import configuration
from pathlib import Path
from urllib.parse import urlencode

import argparse
import cProfile
import json
import pstats


PERSON, PASSWORD = "malente-pruefung", "kommunalhub-demo"
PAGES = {
    "case": None,
    "materials": "/hub/materialien",
    "meinhub": "/hub",
    "inbox": "/hub/@@inbox",
    "empty": "/hub/favicon.ico",
}


class Asker:
    """A browser without a network."""

    def __init__(self, app):
        self.app = app
        self.cookies = ""

    def ask(self, path, body=b"", **headers):
        """Return (status, headers, body)."""
        path, _mark, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": "POST" if body else "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8080",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost:8080",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_TYPE": "application/x-www-form-urlencoded" if body else "",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": self.cookies,
            "wsgi.version": (1, 0),
            "wsgi.input": BytesIO(body),
            "wsgi.errors": BytesIO(),
            "wsgi.url_scheme": "http",
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **headers,
        }
        got = []
        answer = self.app(environ, lambda status, head, exc_info=None: got.append((status, head)))
        try:
            text = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        return int(got[0][0].split()[0]), got[0][1], text

    def sign_in(self):
        form = {"__ac_name": PERSON, "__ac_password": PASSWORD, "buttons.login": "Anmelden"}
        _status, head, _text = self.ask("/hub/login", urlencode(form).encode())
        jar = SimpleCookie()
        for name, value in head:
            if name.lower() == "set-cookie":
                jar.load(value)
        jar.pop("statusmessages", None)
        self.cookies = "; ".join(f"{key}={item.value}" for key, item in jar.items())
        if "__ac" not in self.cookies:
            raise SystemExit(f"{PERSON} could not sign in")


def first_case(asker):
    _status, _head, text = asker.ask("/hub/@inbox", HTTP_ACCEPT="application/json")
    found = [item["@id"] for item in json.loads(text)["items"]]
    return next(path for path in found if "/foerderung/" in path).partition("8080")[2]


def profile(asker, path):
    """Return (status, profile) of one request, after some that fill what is kept."""
    for _time in range(4):
        asker.ask(path)
    profiler = cProfile.Profile()
    profiler.enable()
    status, _head, _text = asker.ask(path)
    profiler.disable()
    return status, pstats.Stats(profiler)


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("var", type=Path)
    options.add_argument("--page", choices=PAGES)
    options.add_argument("--top", type=int, default=0)
    args = options.parse_args()
    ini = configuration.prepare(args.var)
    # after the environment is set that Zope's libraries read when they are imported
    from kommunalhub.site.server.process import zope

    with zope(ini) as app:
        asker = Asker(app)
        asker.sign_in()
        print("| page | function calls | milliseconds while counted |\n|---|---|---|")
        for name, path in PAGES.items():
            if args.page in (None, name):
                status, stats = profile(asker, path or first_case(asker))
                milliseconds = stats.total_tt * 1000
                print(f"| {name} ({status}) | {stats.total_calls:,} | {milliseconds:.1f} |")
                if args.top:
                    stats.sort_stats("cumulative").print_stats(args.top)
                    stats.sort_stats("ncalls").print_stats(args.top)


if __name__ == "__main__":
    main()
