"""Where chains are kept: the entries of a case in an annotation of it, and a register of the site.

Nothing is computed when it is read. The register knows all deadlines by their day, of all partners
and of each, with what a list shows of them: no case is woken for it.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from datetime import date
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.funding.deadlines"
#: In the register, the tree with the deadlines of all partners.
ALL = ""


class Chains(Persistent):
    """All of one case. entries: {(number of an application, key): dict, see keeping}.

    Dicts are replaced as a whole. reminders: {the same keys: day of the next reminder}; titles:
    {number: title of the application}; partner: under which the register knows the case.
    """

    partner = ""

    def __init__(self):
        self.entries = OOBTree()
        self.reminders = OOBTree()
        self.titles = {}

    def of(self, number):
        """Return {key: entry} of one application."""
        found = self.entries.items((number, ""), (number + 1, ""), excludemax=True)
        return {key: entry for (_number, key), entry in found}


class Register(Persistent):
    """All deadlines of the site.

    open, over: {partner, or ALL: tree {(day as a number, UID of a case, application, key): row}};
    what is done or has gone is over. remind: the same keys by the day of the next reminder.
    """

    def __init__(self):
        self.open = OOBTree()
        self.over = OOBTree()
        self.remind = OOTreeSet()


def chains_of(case):
    """Return the Chains of a case; empty ones, not kept, where there are none yet."""
    found = IAnnotations(case).get(KEY)
    return found if found is not None else Chains()


def ensured_chains(case):
    return ensured_on(case, KEY, Chains)


def register_of(portal=None):
    """Return the Register of the site, an empty one, not kept, where there is none yet."""
    found = IAnnotations(portal or site()).get(KEY)
    return found if found is not None else Register()


def ensured_register(portal=None):
    return ensured_on(portal or site(), KEY, Register)


def put(trees, partner, key, row):
    """Enter a row in the tree of a partner and in that of all."""
    for name in (ALL, partner):
        ensured_in(trees, name, OOBTree)[key] = row


def take(trees, partner, key):
    """Take a row out of both trees, where it is in them."""
    for name in (ALL, partner):
        tree = trees.get(name)
        if tree is not None:
            tree.pop(key, None)


def rows_of(trees, partner=ALL, first=None, last=None):
    """Return the (key, row) pairs of a partner between two days, both inclusive."""
    tree = trees.get(partner)
    if tree is None:
        return ()
    low = (first.toordinal(),) if first is not None else None
    high = (last.toordinal() + 1,) if last is not None else None
    return tree.items(low, high)


def day_in(key):
    """Return the day in a key of the register."""
    return date.fromordinal(key[0])
