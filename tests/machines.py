"""Two machines on one PostgreSQL database, as in the tier several-machines, for tests."""

from clock import sitecustomize
from contextlib import contextmanager
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.commandline import DONE
from kommunalhub.site.server import configuration
from notices.conftest import Server as MailServer
from processes import free_port
from processes import PROGRAM
from processes import run
from processes import Server

import os
import postgresql
import re
import subprocess


PASSWORD = "Ein-langes-Kennwort-2026"
STORAGE = """  <relstorage>
    <postgresql>
      dsn host={socket} user=hub dbname=postgres
    </postgresql>
    keep-history false
    shared-blob-dir false
    blob-dir $VAR/blobcache
    blob-cache-size 200mb
    cache-local-mb 20
  </relstorage>
"""


def machine(folder, socket):
    """Make the folder of a machine; return its zope.ini."""
    ini = configuration.prepare(folder)
    conf = folder / "zope.conf"
    text = conf.read_text(encoding="utf-8")
    blobs = re.compile(r"  <blobstorage>.*</blobstorage>\n", re.DOTALL)
    changed = blobs.sub(STORAGE.format(socket=socket), text)
    assert changed != text
    conf.write_text("%import relstorage\n" + changed, encoding="utf-8")
    return ini


class Machines:
    """Two of them, "one" and "two", and the mail server that both use."""

    def __init__(self, folder, socket, mail_server):
        self.folder, self.socket, self.mail_server = folder, socket, mail_server
        self.inis = {name: machine(folder / name, socket) for name in ("one", "two")}
        # both know the same passwords, as machines that were set up alike
        os.environ["KOMMUNALHUB_SECRETS"] = str(folder / "secrets")
        code, output = run(PROGRAM, "create-site", "--no-demo", "--ini", self.inis["one"])
        assert code == DONE, output

    def serve(self, name):
        port = free_port()
        command = (PROGRAM, "serve", "--ini", self.inis[name], "--port", port)
        return Server(command, port, self.folder / f"{name}.log")

    def tick(self, name, later=0):
        """Start `kommunalhub tick` on a machine, as it would run so many seconds later.

        Where the machine serves, its server does it, by its own clock: another one has to.
        """
        if name not in self.inis:
            self.inis[name] = machine(self.folder / name, self.socket)
        shift = float(os.environ.get(sitecustomize.SHIFT, 0)) + later
        return subprocess.Popen(
            [PROGRAM, "tick", "--ini", self.inis[name]],
            env=os.environ | {sitecustomize.SHIFT: str(shift)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def manager(self, server):
        """Return the header with a token of the site's manager."""
        password = (self.folder / "secrets" / SITE_ADMIN).read_text().strip()
        status, token = server.sign_in(SITE_ADMIN, password)
        assert status == 200
        return token


@contextmanager
def two_machines(folder):
    """Yield two Machines whose site has people and sends mail; none is running."""
    before = {name: os.environ.get(name) for name in ("KOMMUNALHUB_SECRETS", "CHAMELEON_CACHE")}
    mail_server = MailServer()
    mail_server.start()
    try:
        with postgresql.running() as socket:
            yield Machines(folder, socket, mail_server)
    finally:
        mail_server.stop()
        for name, value in before.items():
            if value is not None:
                os.environ[name] = value
            else:
                os.environ.pop(name, None)


def person(server, manager, name, group):
    """Make a person of a group; return the header with their token."""
    body = {"username": name, "email": f"{name}@example.org", "password": PASSWORD}
    status, text = server.request("POST", "/@users", body, manager)
    assert status == 201, text
    status, text = server.request("PATCH", f"/@groups/{group}", {"users": {name: True}}, manager)
    assert status == 204, text
    return server.sign_in(name, PASSWORD)[1]
