"""An import on its way: a file is looked at, then all of it is written or nothing.

Small files are done while the person waits, larger ones by the job of the table, which tells how
far it is through a connection of its own.
"""

from dataclasses import dataclass
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.exchange import looking
from kommunalhub.core.exchange import words
from kommunalhub.core.exchange import writing
from kommunalhub.core.exchange.columns import TableRefused
from kommunalhub.core.exchange.table import table_called
from kommunalhub.core.jobs import soon
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.core.transactions import WayBack
from kommunalhub.lib.tables import reading
from persistent import Persistent
from ZODB.blob import Blob


#: What is to be done with a run, and what became of it.
TO_LOOK, LOOKED, TO_WRITE, DONE, FAILED = "to_look", "looked", "to_write", "done", "failed"
WAITING = (TO_LOOK, TO_WRITE)
#: Up to so many lines a person waits for.
AT_ONCE = 200
#: So many lines of each kind are kept to be shown, and so many runs of the past.
MOST_SHOWN, MOST_RUNS = 200, 10


class Progress(Persistent):
    """How many lines are done; written by a connection of its own."""

    done = 0


class Run(Persistent):
    """One file and what came of it. wants: it is to be written without asking once more."""

    def __init__(self, table, number, userid, data, total, wants=False):
        self.table_name, self.wants = table.name, wants
        self.number, self.userid, self.total = number, userid, total
        self.made = formatting.now().isoformat(timespec="seconds")
        self.state, self.problem, self.digest = TO_LOOK, None, ""
        self.counts, self.shown = {}, ()
        self.progress = Progress()
        self.file = Blob()
        with self.file.open("w") as target:
            target.write(data)

    @property
    def table(self):
        return table_called(self.table_name)

    def rows(self):
        with self.file.open("r") as source:
            return rows_in(self.table, source.read())


@dataclass(frozen=True)
class Shown:
    """A line as it is kept to be shown."""

    line: int
    key: str
    title: str
    kind: str
    changes: tuple
    problem: object


def rows_in(table, data):
    """Return the rows of a file; raises TableRefused."""
    try:
        return reading.rows_of(data, reading.LARGE)
    except reading.Unreadable as error:
        if error.code == reading.TOO_MANY:
            raise TableRefused(table.words.many) from error
        raise TableRefused(filled(words.FILE_ERRORS[error.code], line=error.line)) from error


def begin(table, data, wants=False):
    """Take a file in and look at it, or have it looked at soon; return its Run.

    wants: write it as well, if no line is refused. Raises TableRefused where it is no such table.
    """
    rows = rows_in(table, data)
    looking.Columns(table).named(rows[0].cells)
    shelf = table.ensured_shelf()
    number = shelf.runs.maxKey() + 1 if shelf.runs else 1
    while len(shelf.runs) >= MOST_RUNS:
        del shelf.runs[shelf.runs.minKey()]
    run = shelf.runs[number] = Run(table, number, asking.userid(), data, len(rows) - 1, wants)
    if run.total <= AT_ONCE:
        look(run, rows)
        if run.state == TO_WRITE:
            write(run, rows)
    else:
        soon.after_commit(site(), table.name)
    return run


def confirm(run):
    """Write what was looked at, or have it written soon. The same again does nothing."""
    if run.state != LOOKED or run.counts[looking.REFUSED]:
        return
    if run.total <= AT_ONCE:
        write(run, run.rows())
    else:
        run.state = TO_WRITE
        soon.after_commit(site(), run.table_name)


def run_of(table, number):
    """Return a Run of who asks, None where they have none of this number."""
    shelf = table.shelf()
    run = shelf.runs.get(number) if shelf is not None else None
    return run if run is not None and run.userid == asking.userid() else None


def look(run, rows, tell=None):
    """Note what each line would do."""
    counts, shown, told = dict.fromkeys(looking.KINDS, 0), [], []
    for line in looking.lines_of(run.table, rows, tell):
        counts[line.kind] += 1
        told.append(line.told())
        if line.kind != looking.SAME and counts[line.kind] <= MOST_SHOWN:
            changes = line.changes if line.kind == looking.CHANGED else ()
            shown.append(Shown(line.line, line.key, line.title, line.kind, changes, line.problem))
    run.counts, run.shown, run.digest = counts, tuple(shown), looking.digest_of_told(told)
    run.state = TO_WRITE if run.wants and not counts[looking.REFUSED] else LOOKED


def write(run, rows, tell=None):
    """Write all lines; where something has changed since, nothing, and it is looked at anew."""
    before = WayBack()
    try:
        run.counts = writing.write(run.table, rows, run.digest, tell)
    except writing.Outdated:
        before.rollback()
        run.wants = False
        look(run, rows)
        run.problem = words.CHANGED_SINCE
    else:
        run.state, run.problem = DONE, None
