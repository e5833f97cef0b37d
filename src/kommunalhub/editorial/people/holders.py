"""Who holds which position, and its key: kept beside the catalog, which everybody may ask.

A position that is shown to everybody without a name has no name in the catalog. Lists take names
and accounts from here, for who may see them (`rules.tells_name`).
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.kept import kept
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import site
from persistent import Persistent
from plone.uuid.interfaces import IUUID


KEY = "kommunalhub.editorial.holders"
LAST = "\U0010ffff"


@dataclass(frozen=True)
class Holder:
    """account: a user id, "" for a person without one; name: as shown, "" for nobody.

    partner, key: the administration, and what its own lists tell the position apart by.
    """

    account: str = ""
    name: str = ""
    partner: str = ""
    key: str = ""


NOBODY = Holder()


class Holders(Persistent):
    """{UID of a position: fields of its Holder}, with who and what is asked for."""

    def __init__(self):
        self.of = OOBTree()
        self.accounts = OOTreeSet()  # (account, UID)
        self.keys = OOTreeSet()  # (partner, key, UID)

    def holder(self, uid):
        kept = self.of.get(uid)
        return Holder(*kept) if kept is not None else NOBODY

    def name_of(self, uid):
        """Return what who holds a position is called, "" for nobody."""
        kept = self.of.get(uid)
        return kept[1] if kept is not None else ""

    def positions_of(self, account):
        """Return the UIDs of the positions that an account holds, sorted."""
        return [uid for _account, uid in self.accounts.keys((account, ""), (account, LAST))]

    def with_key(self, partner, key):
        """Return the UIDs of the positions of an administration with a key."""
        found = self.keys.keys((partner, key, ""), (partner, key, LAST))
        return [uid for _partner, _key, uid in found]

    def keys_of(self, partner):
        """Return [(partner, key, UID)] of all positions of an administration that have a key."""
        return list(self.keys.keys((partner, "", ""), (partner, LAST, LAST)))

    def note(self, uid, holder):
        """Keep what is known of a position; NOBODY forgets it."""
        before = self.holder(uid)
        if before == holder:
            return
        if before.account:
            self.accounts.remove((before.account, uid))
        if before.key:
            self.keys.remove((before.partner, before.key, uid))
        if holder == NOBODY:
            del self.of[uid]
            return
        self.of[uid] = (holder.account, holder.name, holder.partner, holder.key)
        if holder.account:
            self.accounts.insert((holder.account, uid))
        if holder.key:
            self.keys.insert((holder.partner, holder.key, uid))


class NoHolders:
    """What is known where there was no position yet."""

    of = {}

    def holder(self, uid):
        return NOBODY

    def name_of(self, uid):
        return ""

    def positions_of(self, account):
        return []

    def with_key(self, partner, key):
        return []

    def keys_of(self, partner):
        return []


def holders():
    """Return the Holders of the site."""
    return (getattr(aq_base(site()), "__annotations__", None) or {}).get(KEY) or NoHolders()


def holder_of(position):
    """Return the Holder that a position tells of itself."""
    account = kept(position, "account") or ""
    name = property_of(account, "fullname") or account if account else kept(position, "name") or ""
    key = folded(kept(position, "number") or "")
    return Holder(account, name, kept(position, "partner") or "", key)


def note(position):
    """Keep who holds a position."""
    uid, holder = IUUID(position), holder_of(position)
    if holder != holders().holder(uid):
        ensured_holders().note(uid, holder)


def forget(position):
    if IUUID(position) in holders().of:
        ensured_holders().note(IUUID(position), NOBODY)


def ensured_holders():
    return ensured_on(site(), KEY, Holders)


def folded(key):
    """Return a key as it is compared.

    >>> folded(" SOZ  1 ")
    'soz 1'
    """
    return " ".join(key.split()).casefold()
