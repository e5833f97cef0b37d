"""The clock of an embedded site: it does by itself what falls due."""

from contextlib import contextmanager
from kommunalhub.core.jobs.runner import run
from kommunalhub.site.server import sites
from threading import Event
from threading import Thread

import logging


logger = logging.getLogger(__name__)

FIRST = 5
EVERY = 60
PATIENCE = 60


@contextmanager
def ticking(site_id, first=FIRST, every=EVERY):
    """Run the jobs of a site every `every` seconds, in a thread with a connection of its own."""
    stop = Event()
    thread = Thread(
        target=_tick, args=(site_id, stop, first, every), name="kommunalhub-tick", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(PATIENCE)


def _tick(site_id, stop, first, every):
    wait = first
    while not stop.wait(wait):
        wait = every
        try:
            with sites.root() as app:
                if sites.has_site(app, site_id):
                    run(app[site_id], stop=stop.is_set)
        except Exception:
            logger.exception("what is due could not be done")
