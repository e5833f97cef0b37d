"""Where De-minimis aid is kept: a ledger for each undertaking, beside the site's content.

Whoever grants writes the ledger of every undertaking of the group (`changes`): of two clerks who
grant at once to linked undertakings one is tried again and sees the other.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from kommunalhub.funding.deminimis import rules
from kommunalhub.funding.deminimis.states import HERE
from kommunalhub.funding.deminimis.successions import Succession
from persistent import Persistent
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.funding.deminimis"


@dataclass(frozen=True)
class Undertaking:
    """What is known of an undertaking: number, name, address, whether it is a public body."""

    number: int
    name: str
    address: str = ""
    public: bool = False


class Ledger(Persistent):
    """The aids of one undertaking: {number: plain values}; links: numbers of linked ones."""

    changes = 0

    def __init__(self, **facts):
        self.facts = PersistentMapping(facts)
        self.aids = IOBTree()
        self.links = OOTreeSet()

    @property
    def undertaking(self):
        return Undertaking(**self.facts)

    def rows(self):
        """Return the plain values of all aids, the latest day first."""
        return sorted(self.aids.values(), key=lambda row: (row["day"], row["number"]), reverse=True)

    def counting(self):
        """Return the Aids that count: those that nobody took back."""
        return [aid_of(row) for row in self.aids.values() if not row.get("taken_back")]


def aid_of(row):
    """Return the Aid in the plain values of a row."""
    names = ("number", "undertaking", "day", "amount", "regulation")
    return rules.Aid(*(row[name] for name in names), row.get("member_state", HERE))


def succession_of(row):
    """Return the Succession in the plain values of a row."""
    return Succession(row["day"], row["source"], row["shares"], row["taken"])


class Register(Persistent):
    """ledgers: {number of an undertaking: Ledger}; last, last_aid: numbers that were given.

    successions: plain values of mergers and splits, in the order in which they were entered; the
    tuple is replaced as a whole.
    """

    last = 0
    last_aid = 0
    successions = ()

    def __init__(self):
        self.ledgers = IOBTree()


def register_of(portal=None):
    """Return the Register of the site; an empty one, not kept, where nothing was entered yet."""
    found = IAnnotations(portal or site()).get(KEY)
    return found if found is not None else Register()


def valid_successions(register):
    """Return the plain values of mergers and splits that nobody took back."""
    return tuple(row for row in register.successions if not row["taken_back"])


def ensured_register(portal=None):
    """Return the Register of the site, made if it is missing."""
    return ensured_on(portal or site(), KEY, Register)
