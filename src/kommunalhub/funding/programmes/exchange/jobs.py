"""Large imports, done beside the requests: each in one transaction, all of it or nothing."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from kommunalhub.core.transactions import aside
from kommunalhub.core.transactions import attempt
from kommunalhub.funding.programmes import storage
from kommunalhub.funding.programmes.exchange import runs
from plone import api
from zope.interface import implementer

import logging


logger = logging.getLogger(__name__)


@implementer(IJob)
class Imports:
    """One key for each file that waits."""

    title = _("job_programme_imports", default="Read large tables of funding programmes")
    order = 43
    own_transactions = True

    def due(self, now):
        book = storage.book()
        waiting = book.runs.items() if book is not None else ()
        return [str(number) for number, run in waiting if run.state in runs.WAITING]

    def do(self, key, now):
        number = int(key)
        try:
            attempt(lambda: work(number))
        except Exception:
            attempt(lambda: give_up(number))
            raise


def work(number):
    """Do what waits of a run, as the person whose it is."""
    run = storage.book().runs.get(number)
    if run is None or run.state not in runs.WAITING:
        return
    user = api.user.get(userid=run.userid)
    if user is None:
        give_up(number)
        return
    tell = teller(run)
    with api.env.adopt_user(user=user):
        began, rows = formatting.now(), run.rows()
        if run.state == runs.TO_LOOK:
            runs.look(run, rows, tell)
        if run.state == runs.TO_WRITE:
            runs.write(run, rows, tell)
    seconds = (formatting.now() - began).total_seconds()
    logger.info("programmes: %s lines %s in %.1f s", run.total, run.state, seconds)


def give_up(number):
    run = storage.book().runs.get(number)
    if run is not None and run.state in runs.WAITING:
        run.state = runs.FAILED


def teller(run):
    """Return a function that notes how many lines are done, seen by others at once."""
    database, oid = site()._p_jar.db(), run.progress._p_oid

    def tell(done):
        def note(connection):
            connection.get(oid).done = done

        aside(database, note)

    return tell
