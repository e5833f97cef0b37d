"""The numbers, as an annotation of the site.

Written by one short transaction of each process every few seconds at most: different things merge
in their BTrees, the same thing conflicts and the later transaction is done again.
"""

from BTrees.OIBTree import OIBTree
from BTrees.OOBTree import OOBTree
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.core.tally"


class Numbers(Persistent):
    """Of one kind. periods: {ISO day: {thing: number}}; totals: {thing: number} of all of them."""

    def __init__(self):
        self.periods = OOBTree()
        self.totals = OIBTree()

    def add(self, period, thing, number, most):
        """Add to a thing, unless it would be one thing too many in this period."""
        if period not in self.periods:
            self.periods[period] = OIBTree()
        things = self.periods[period]
        if thing not in things and len(things) >= most:
            return
        things[thing] = things.get(thing, 0) + number
        self.totals[thing] = self.totals.get(thing, 0) + number

    def drop_before(self, oldest):
        """Forget the periods before an ISO day."""
        for period in list(self.periods.keys(max=oldest, excludemax=True)):
            for thing, number in self.periods.pop(period).items():
                self._less(thing, number)

    def drop(self, thing):
        """Forget a thing."""
        for things in self.periods.values():
            things.pop(thing, None)
        self.totals.pop(thing, None)

    def _less(self, thing, number):
        left = self.totals.get(thing, 0) - number
        if left > 0:
            self.totals[thing] = left
        else:
            self.totals.pop(thing, None)


def numbers_of(portal, kind):
    """Return the Numbers of a kind, or None when nothing was counted yet; reads only."""
    kinds = IAnnotations(portal).get(KEY)
    return None if kinds is None else kinds.get(kind.name)


def ensure_numbers(portal, kind):
    return ensured_in(ensured_on(portal, KEY, OOBTree), kind.name, Numbers)
