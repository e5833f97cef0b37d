"""What became of the pieces of a source: one book for each place and source."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.moving"


@dataclass(frozen=True)
class Line:
    """A piece that was taken over. digest: of it as it was written; here: of what stood here then;
    address: the one it had, which leads here now, or ""."""

    uid: str
    digest: str
    here: str
    address: str = ""


class Book(Persistent):
    """lines: {key of a piece: Line}."""

    def __init__(self):
        self.lines = OOBTree()


def name_of(place_uid, source):
    """Return the name of the book of a source. source: what tells it from others in that place."""
    return f"{place_uid} {source}".strip()


def lines_of(portal, name):
    """Return {key: Line} of a book, empty where there is none yet; writes nothing."""
    book = IAnnotations(portal).get(KEY, {}).get(name)
    return book.lines if book is not None else {}


def ensured_lines(portal, name):
    """Return the lines of a book to write into."""
    return ensured_in(ensured_on(portal, KEY, OOBTree), name, Book).lines
