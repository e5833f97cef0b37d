"""Where deleted things are kept: an annotation of the site, out of every catalog and address.

What lists tell of a thing stands beside it, so that no list wakes what was deleted.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import astuple
from dataclasses import dataclass
from datetime import datetime
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.editorial.trash"


@dataclass(frozen=True)
class Facts:
    """What is told of a deleted thing.

    uid, title, portal_type: its own. path: where it stood, from the site on, without a slash at
    the beginning. place: what that place is called, "" for the site. place_uid: of the place.
    partner: whose it was, None for the hub. by: id of who deleted it, "" where that is not known
    any more. deleted: datetime, UTC. count: how many things, itself and all in it.
    """

    uid: str
    title: str
    portal_type: str
    path: str
    place: str
    place_uid: str
    partner: str | None
    by: str
    deleted: datetime
    count: int

    @property
    def place_path(self):
        return self.path.rpartition("/")[0]

    @property
    def id(self):
        return self.path.rpartition("/")[2]


class Kept(Persistent):
    """A thing without its place, and what was bound to it; see bound.py."""

    def __init__(self, thing, position, bound):
        self.thing = thing
        self.position = position
        self.bound = bound


class Trash(Persistent):
    """facts: {key: Facts as a tuple}; kept: {key: Kept}."""

    def __init__(self):
        self.facts = OOBTree()
        self.kept = OOBTree()

    def add(self, key, facts, kept):
        self.facts[key] = astuple(facts)
        self.kept[key] = kept

    def told(self, key):
        """Return the Facts of a thing; None where there is none of that key."""
        found = self.facts.get(key)
        return None if found is None else Facts(*found)

    def all(self):
        """Yield (key, Facts), what was deleted last first."""
        for key in reversed(self.facts.keys()):
            yield key, Facts(*self.facts[key])

    def remove(self, key):
        """Take a thing out and return what was Kept."""
        del self.facts[key]
        return self.kept.pop(key)

    def forget_person(self, userid):
        """Forget that somebody deleted something."""
        for key, facts in list(self.all()):
            if facts.by == userid:
                self.facts[key] = astuple(Facts(**{**vars(facts), "by": ""}))


def find(portal):
    """Return the Trash of a site, None while nothing was deleted; reads only."""
    return IAnnotations(portal).get(KEY)


def ensure(portal):
    return ensured_on(portal, KEY, Trash)
