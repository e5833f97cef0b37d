"""Three real hubs, each a process with a database of its own, exchange on loopback in a loop.

    python benchmarks/hubs.py [--var folder]

Makes one site on disk with a released material, copies it twice, serves all three and links each
with both others as people do: by the form, with keys compared. Then, each of them said and checked:
what one shares waits at both others; nobody hands on what came from another; a hub that was killed
takes up where it was; a hub that comes back from a backup is recognised, and what it had taken back
stays so. Ends with an error where one does not.
"""

from contextlib import ExitStack
from pathlib import Path

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time


HERE = Path(__file__).parent
NAMES = ("wilster", "hennstedt", "rendsburg")
MAKE = """
import sys
sys.path.insert(0, sys.argv[2])
from fresh import site
from kommunalhub.core.acting import as_system
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContentInContainer
import transaction
with site(Path(sys.argv[1])) as portal, as_system(portal):
    made = createContentInContainer(portal["materialien"], "WorkshopMaterial", title="Vergabe",
                                    checkConstraints=False, partner="malente")
    tool, chain = api.portal.get_tool("portal_workflow"), "workshop_material_workflow"
    tool.setStatusOf(chain, made, {**tool.getStatusOf(chain, made), "review_state": "internal"})
    tool[chain].updateRoleMappingsFor(made)
    made.reindexObject()
    transaction.commit()
"""
#: Looks into a database that nobody serves now.
LOOK = """
import json, sys
from kommunalhub.site.server import process, sites
from zope.component.hooks import setSite
with process.zope(sys.argv[1], read_only=True), sites.root() as app:
    setSite(app["hub"])
    from kommunalhub.network import storage
    book = storage.book()
    print("book:", json.dumps({
        "shares": sorted(book.shares),
        "copies": {link.feed: sorted(link.copies) for link in book.links.values()},
        "problems": {link.feed: link.problem for link in book.links.values()},
        "log": [entry.what for entry in book.log.values()],
    }))
"""


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--var", type=Path)
    args = options.parse_args()
    sys.path.insert(0, str(HERE.parent / "tests"))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        hubs = made(args.var or Path(folder), stack)
        for one in hubs:
            one.start()
        for one in hubs:
            for other in hubs:
                if other is not one:
                    one.add(other)
        rounds(hubs)
        for one in hubs:
            one.confirm()
        rounds(hubs)
        say("linked by comparing keys", True)
        first, second, third = hubs
        first.share()
        rounds(hubs)
        shared = [first.title in one.quarantine() for one in (second, third)]
        say("what one shares waits at both others", all(shared))
        rounds(hubs)
        say("nobody hands on what came from another", first.title not in first.quarantine())
        backup = first.stopped_copy()
        first.start()
        second.kill()
        first.take_back()
        rounds([first, third])
        say("taken back is gone at who is there", first.title not in third.quarantine())
        second.start()
        rounds(hubs)
        say("and at who was down, with its next call", first.title not in second.quarantine())
        first.restore(backup)
        rounds(hubs)
        rounds(hubs)
        quiet = [first.title not in one.quarantine() for one in (second, third)]
        say("a backup brings nothing back", all(quiet))
        say("it is recognised, and taken back again", "taken_back" in first.look()["log"])


def say(what, right):
    print(f"{'ok ' if right else 'NOT'} {what}", flush=True)
    if not right:
        raise SystemExit(1)


def rounds(hubs, count=2):
    """Let each hub do its jobs, as often; they ask whoever is due."""
    for _round in range(count):
        for one in hubs:
            one.ask_all()
            one.tick()


class Hub:
    """One of the three: a folder, a process, and the manager's token."""

    def __init__(self, name, folder, port, stack):
        from processes import PROGRAM
        from processes import Server

        self.name, self.folder, self.port = name, folder, port
        self.title = "Vergabe"
        self.feed = f"http://localhost:{port}/hub/netzwerk"
        self.command = (PROGRAM, "serve", "--var", folder, "--port", port)
        self.make = Server
        self.server = None
        stack.callback(self.stop)

    def start(self):
        self.server = self.make(self.command, self.port, self.folder.with_suffix(".log"))
        self.server.__enter__()
        password = (self.folder / "secrets" / "hub-admin").read_text().strip()
        status, self.token = self.server.sign_in("hub-admin", password)
        assert status == 200

    def stop(self):
        if self.server is not None:
            self.server.stop()
            self.server = None

    def kill(self):
        self.server.kill()
        self.server = None

    def stopped_copy(self):
        self.stop()
        copy = self.folder.with_name(f"{self.name}-backup")
        shutil.copytree(self.folder, copy)
        return copy

    def restore(self, copy):
        self.stop()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        self.start()

    def tick(self):
        from processes import PROGRAM
        from processes import run

        code, output = run(PROGRAM, "tick", "--var", self.folder)
        assert code == 0, output

    def page(self, path):
        status, text = self.server.get(path, **self.token)
        assert status == 200, (path, status, text[:500])
        return text

    def send(self, path, **fields):
        """Send a form of ours."""
        from urllib.error import HTTPError
        from urllib.parse import urlencode
        from urllib.request import Request
        from urllib.request import urlopen

        text = self.page(path)
        fields["_authenticator"] = re.search(r'name="_authenticator"[^>]*value="(\w+)"', text)[1]
        data = urlencode(fields).encode()
        address = self.server.url + path.partition("?")[0]
        try:
            with urlopen(Request(address, data, self.token), timeout=60) as answer:
                assert answer.status == 200
        except HTTPError as error:
            raise AssertionError((path, error.code, error.read()[:500])) from error

    def add(self, other):
        body = {"@type": "Hub", "title": f"Hub {other.name}", "feed": other.feed}
        status, text = self.server.request("POST", "/netzwerk", body, self.token)
        assert status == 201, text

    def links(self):
        """Return [(UID, key shown)] of all links."""
        text = self.page("/netzwerk/@@hub-links")
        fields = r'name="hub"[^>]*value="(\w+)"[^<]*<input[^>]*name="key"[^>]*value="([^"]*)"'
        return re.findall(fields, text)

    def confirm(self):
        for uid, key in self.links():
            self.send("/netzwerk/@@hub-links", act="confirm", hub=uid, key=key)

    def ask_all(self):
        for uid, _key in self.links():
            self.send("/netzwerk/@@hub-links", act="ask", hub=uid)

    def share(self):
        headers = {"Accept": "application/json", **self.token}
        found = "/@search?portal_type=WorkshopMaterial&metadata_fields=UID"
        status, text = self.server.get(found, **headers)
        assert status == 200, text
        uid = json.loads(text)["items"][0]["UID"]
        path = f"/@@share-with-hubs?uid={uid}"
        self.send(path, uid=uid, licence="CC-BY-4.0", whom="all", share="1")

    def take_back(self):
        item = re.search(r'name="item"[^>]*value="(\w+)"', self.page("/netzwerk/@@shared"))[1]
        self.send("/netzwerk/@@shared", item=item)

    def quarantine(self):
        return self.page("/netzwerk/@@quarantine")

    def look(self):
        """Return what stands in its database; it does not serve afterwards."""
        self.stop()
        command = [sys.executable, "-c", LOOK, self.folder / "zope.ini"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(done.stdout.partition("book: ")[2].splitlines()[0])


def made(folder, stack):
    """Return the three hubs, none of them running."""
    from processes import free_port

    first = folder / NAMES[0]
    subprocess.run([sys.executable, "-c", MAKE, first, HERE], check=True, capture_output=True)
    hubs = []
    for name in NAMES:
        if name != NAMES[0]:
            shutil.copytree(first, folder / name)
        hubs.append(Hub(name, folder / name, free_port(), stack))
    os.environ["KOMMUNALHUB_NEIGHBOURS"] = " ".join(f"localhost:{one.port}" for one in hubs)
    return hubs


if __name__ == "__main__":
    began = time.monotonic()
    main()
    print(f"in {time.monotonic() - began:.0f} s")
