"""A Zope process: load Zope once, serve until told to stop."""

from contextlib import contextmanager
from kommunalhub.security.limits import budget
from kommunalhub.site.server import memory
from kommunalhub.site.server.configuration import InUse
from kommunalhub.site.server.steps import step
from kommunalhub.site.server.web import make_server
from paste.deploy import loadapp
from zc.lockfile import LockError
from Zope2.Startup.serve import setup_logging

import logging
import os
import signal
import sys
import ZODB.config
import Zope2


@contextmanager
def zope(ini, read_only=False):
    """Load Zope as zope.ini says and give its WSGI application; close the database at the end.

    read_only: open a FileStorage without its lock, so that this works while the site runs; what
    is committed afterwards is not seen.
    """
    # A process that serves takes over work of commands, see handover.py; this one is a command.
    os.environ["KOMMUNALHUB_COMMAND"] = "1"
    if read_only:
        open_read_only()
    setup_logging(str(ini))
    progress = logging.getLogger("kommunalhub.progress")
    if not progress.handlers:  # a zope.ini that knows nothing of ours
        progress.addHandler(logging.StreamHandler(sys.stdout))
        progress.setLevel(logging.INFO)
        progress.propagate = False
    try:
        with step("Starting Plone"), memory.loading():
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


def open_read_only():
    """Let this process open FileStorages for reading alone, whatever zope.conf says of them."""
    plain = ZODB.config.FileStorage.open

    def open_(section):
        section.config.read_only = True
        return plain(section)

    ZODB.config.FileStorage.open = open_


def alone(work):
    """Return what runs a command when nobody serves: its `work(options, tell)`, in this process."""

    def run(args):
        with zope(args.ini):
            return work(vars(args), say)

    return run


def say(text):
    print(text, flush=True)


def serve(app, claimed, threads):
    """Answer requests on the claimed socket until SIGINT or SIGTERM."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    budget.watch()
    make_server(app, claimed, threads).run()
