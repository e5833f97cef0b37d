"""A Zope process: load Zope once, serve until told to stop."""

from contextlib import contextmanager
from kommunalhub.site.server.configuration import InUse
from kommunalhub.site.server.steps import step
from paste.deploy import loadapp
from zc.lockfile import LockError
from Zope2.Startup.serve import setup_logging

import logging
import signal
import sys
import waitress
import Zope2


@contextmanager
def zope(ini):
    """Load Zope as zope.ini says and give its WSGI application; close the database at the end."""
    setup_logging(str(ini))
    progress = logging.getLogger("kommunalhub.progress")
    if not progress.handlers:  # a zope.ini that knows nothing of ours
        progress.addHandler(logging.StreamHandler(sys.stdout))
        progress.setLevel(logging.INFO)
        progress.propagate = False
    try:
        with step("Starting Plone"):
            app = loadapp(f"config:{ini}")
    except LockError as error:
        raise InUse(
            f"Another process uses the data of {ini}.\n"
            "Stop it first, or give this one its own data:"
            " `make start VAR=<folder>` or `--var <folder>`."
        ) from error
    try:
        yield app
    finally:
        for database in Zope2.opened:
            database.close()


def serve(app, claimed, threads):
    """Answer requests on the claimed socket until SIGINT or SIGTERM."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server = waitress.create_server(app, sockets=[claimed], threads=threads, ident=None)
    server.run()
