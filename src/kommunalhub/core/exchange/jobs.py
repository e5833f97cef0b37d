"""Large imports, done beside the requests: each in one transaction, all of it or nothing."""

from kommunalhub.core import formatting
from kommunalhub.core.exchange import runs
from kommunalhub.core.exchange.table import table_called
from kommunalhub.core.tools import site
from kommunalhub.core.transactions import aside
from kommunalhub.core.transactions import attempt
from plone import api

import logging


logger = logging.getLogger(__name__)


class Imports:
    """The job (IJob) of a Table: one key for each file that waits.

    table: name of the Table, and of the utility that a room makes of it.
    """

    title = None
    table = ""
    order = 43
    own_transactions = True

    def runs(self):
        """Return {number: Run}, empty where there was no import or is no folder for it."""
        table = table_called(self.table)
        shelf = table.shelf() if table.folder() is not None else None
        return shelf.runs if shelf is not None else {}

    def due(self, now):
        return [str(n) for n, run in self.runs().items() if run.state in runs.WAITING]

    def do(self, key, now):
        number = int(key)
        try:
            attempt(lambda: work(self.runs().get(number)))
        except Exception:
            attempt(lambda: give_up(self.runs().get(number)))
            raise


def work(run):
    """Do what waits of a run, as the person whose it is."""
    if run is None or run.state not in runs.WAITING:
        return
    user = api.user.get(userid=run.userid)
    if user is None:
        give_up(run)
        return
    tell = teller(run)
    with api.env.adopt_user(user=user):
        began, rows = formatting.now(), run.rows()
        if run.state == runs.TO_LOOK:
            runs.look(run, rows, tell)
        if run.state == runs.TO_WRITE:
            runs.write(run, rows, tell)
    seconds = (formatting.now() - began).total_seconds()
    logger.info("%s: %s lines %s in %.1f s", run.table_name, run.total, run.state, seconds)


def give_up(run):
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
