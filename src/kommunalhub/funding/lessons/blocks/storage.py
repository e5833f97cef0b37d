"""Where text blocks are kept: an annotation of the site, an object for each."""

from BTrees.IOBTree import IOBTree
from kommunalhub.core.tools import site
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.funding.blocks"


class Block(Persistent):
    """One text. topics: tokens of funding_topics; changed: day of the last change."""

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


def blocks_of(portal=None):
    """Return the Blocks of the site; empty ones, not kept, where there are none yet."""
    found = IAnnotations(portal or site()).get(KEY)
    return found if found is not None else Blocks()


def ensured_blocks(portal=None):
    annotations = IAnnotations(portal or site())
    if KEY not in annotations:
        annotations[KEY] = Blocks()
    return annotations[KEY]
