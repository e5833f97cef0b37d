"""Where text blocks are kept: an annotation of the site for each shelf, an object for a block."""

from BTrees.IOBTree import IOBTree
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


class Block(Persistent):
    """One text. topics: tokens of the shelf's vocabulary; changed: day of the last change."""

    def __init__(self, number):
        self.number = number
        self.title = self.text = ""
        self.topics = ()
        self.changed = None


class Blocks(Persistent):
    """blocks: {number: Block}; last: the number that was given last."""

    last = 0

    def __init__(self):
        self.blocks = IOBTree()


def blocks_of(shelf):
    """Return the Blocks of a shelf; empty ones, not kept, where there are none yet."""
    found = IAnnotations(site()).get(shelf.key)
    return found if found is not None else Blocks()


def ensured_blocks(shelf):
    return ensured_on(site(), shelf.key, Blocks)
