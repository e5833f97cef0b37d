"""Where the figures are kept: one ledger of the site, written by the job alone.

A step only puts its case on the list of those to be counted anew: different cases merge there, so
two people at work never wait for each other. What a case has brought in is remembered with it,
taken out and put in anew; a count is never added twice, however often the job runs.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from kommunalhub.approvals.figures.rules import Cell
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.approvals.figures"


class Ledger(Persistent):
    """cells: {Cell.key(): {days: how many}}; cases: {uid: ((key, days), ...)}; see above.

    complete: whether the cases from before there was a ledger have been put on the list. until:
    when it was last written, ISO. overdue: how many cases of the whole hub are, for those who see
    to it that it runs and may not see the cases.
    """

    complete = False
    until = None
    overdue = 0

    def __init__(self):
        self.waiting = OOTreeSet()
        self.cases = OOBTree()
        self.cells = OOBTree()

    def replace(self, uid, kept):
        """Count a case anew. kept: [(Cell, days), ...] of all that happened to it."""
        rows = tuple((cell.key(), days) for cell, days in kept)
        former = self.cases.get(uid, ())
        if rows == former:
            return
        for key, days in former:
            self._add(key, days, -1)
        for key, days in rows:
            self._add(key, days, 1)
        if rows:
            self.cases[uid] = rows
        else:
            self.cases.pop(uid, None)

    def kept_of(self, uid):
        """Return [(Cell, days), ...] of what a case has brought in."""
        return [(Cell(*key), days) for key, days in self.cases.get(uid, ())]

    def _add(self, key, days, number):
        histogram = dict(self.cells.get(key, {}))
        histogram[days] = histogram.get(days, 0) + number
        left = {days: number for days, number in histogram.items() if number}
        if left:
            self.cells[key] = left
        else:
            self.cells.pop(key, None)

    def __iter__(self):
        """Yield (Cell, {days: how many}), by month."""
        return ((Cell(*key), histogram) for key, histogram in self.cells.items())


def ledger_of(portal):
    """Return the Ledger of a site, or None when nothing has been counted yet; reads only."""
    return IAnnotations(portal).get(KEY)


def ensure_ledger(portal):
    """Return the Ledger of a site; writes where there is none yet."""
    return ensured_on(portal, KEY, Ledger)
