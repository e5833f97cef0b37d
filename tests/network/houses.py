"""Real hubs for tests: processes with databases of their own, which talk over loopback.

Each is a fork of the process of the tests, so none has to start: on the site that the tests have
made lies a file of its own with what it has changed. It is killed, started again on that file, and
put back to a copy of it. What people do in it is a function that is called there, by its name.
"""

from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.interfaces import IKommunalhubLayer
from multiprocessing.connection import Pipe
from pathlib import Path
from plone.app.testing import ploneSite
from processes import free_port
from processes import PATIENCE
from threading import Thread
from waitress.server import create_server
from ZODB.DB import DB
from ZODB.DemoStorage import DemoStorage
from ZODB.FileStorage import FileStorage
from zope.interface import alsoProvides

import os
import shutil
import signal
import sys
import transaction
import ZPublisher.WSGIPublisher


class House:
    """One of the hubs, seen from outside. shift: [how far its clock is ahead], shared by all."""

    def __init__(self, name, layer, folder, shift):
        self.name, self.layer, self.shift = name, layer, shift
        self.file = Path(folder) / f"{name}.fs"
        self.port = free_port()
        self.feed = f"http://localhost:{self.port}/plone/netzwerk"
        self.pid = None

    def start(self):
        self.line, theirs = Pipe()
        sys.stdout.flush()
        self.pid = os.fork()
        if not self.pid:
            self.line.close()
            live(self, theirs)
        theirs.close()
        assert self.heard() == "ready"

    def call(self, work, *args):
        """Let something be done there, in a transaction; return what it returns."""
        self.line.send((work, args, self.shift[0]))
        done, answer = self.heard()
        assert done, f"{self.name}: {answer}"
        return answer

    def heard(self):
        assert self.line.poll(PATIENCE), f"{self.name} says nothing"
        return self.line.recv()

    def kill(self):
        """End it as a power cut would."""
        if self.pid is not None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = None
            self.line.close()

    def backup(self):
        """Return a copy of its file; it is stopped for that and runs again."""
        self.kill()
        copy = self.file.with_suffix(".copy")
        shutil.copyfile(self.file, copy)
        self.start()
        return copy

    def restore(self, copy):
        self.kill()
        shutil.copyfile(copy, self.file)
        self.file.with_suffix(".fs.index").unlink(missing_ok=True)
        self.start()


def live(house, line):
    """Be one of the hubs, to the end of the process."""
    status, real = 1, formatting.now
    formatting.now = lambda: real() + house.shift[0]
    try:
        below = house.layer["zodbDB"].storage
        changes = FileStorage(str(house.file))
        house.layer["zodbDB"] = DB(DemoStorage(base=below, changes=changes))
        server = create_server(
            ZPublisher.WSGIPublisher.publish_module, host="127.0.0.1", port=house.port, threads=2
        )
        Thread(target=server.run, daemon=True).start()
        line.send("ready")
        while True:
            work, args, house.shift[0] = line.recv()
            line.send(done(house, work, args))
    except EOFError:
        status = 0
    finally:
        os._exit(status)


def done(house, work, args):
    """Return (whether it went well, what the work returns or why not)."""
    try:
        with ploneSite() as portal, as_system(portal):
            alsoProvides(portal.REQUEST, IKommunalhubLayer)
            answer = work(portal, house, *args)
            transaction.commit()
    except Exception as error:  # it is told to the process of the tests
        transaction.abort()
        return False, repr(error)
    return True, answer
