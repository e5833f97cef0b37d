"""Where it stands what workshops hand out: beside the books, found from both sides."""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.workshops.handouts"
MOST = 50


class Handouts(Persistent):
    """of: {uid of a workshop: ((uid of a thing, when), ...)}; where: {uid of a thing: workshops}.

    stages: {uid of a workshop: how far it has got}. indexed: {uid of a thing: who reads it, as the
    catalog knows it}.
    """

    def __init__(self):
        self.of = OOBTree()
        self.where = OOBTree()
        self.stages = OOBTree()
        self.indexed = OOBTree()

    def put(self, workshop, pairs, stage):
        """Keep what a workshop hands out, {uid: when}, and how far it has got."""
        for uid, _when in self.of.get(workshop, ()):
            if uid not in pairs:
                self.where[uid].remove(workshop)
        for uid in pairs:
            if uid not in self.where:
                self.where[uid] = OOTreeSet()
            self.where[uid].insert(workshop)
        if pairs:
            self.of[workshop] = tuple(pairs.items())
            self.stages[workshop] = stage
            return
        for kept in (self.of, self.stages):
            if workshop in kept:
                del kept[workshop]


def handouts_of(portal):
    """Return the Handouts of the site, or None."""
    return IAnnotations(portal).get(KEY)


def ensured_handouts(portal):
    return ensured_on(portal, KEY, Handouts)


def pairs_of(portal, workshop):
    """Return {uid of a thing: when} of a workshop by its UID."""
    kept = handouts_of(portal)
    return dict(kept.of.get(workshop, ())) if kept is not None else {}
