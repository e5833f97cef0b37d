"""What is known of a panorama: kept on the thing, the pieces together in one blob.

Hundreds of tiles as objects of their own would be hundreds of files to store, back up and pack.
"""

from hashlib import blake2b
from kommunalhub.showroom.panoramas.rules import Level
from persistent import Persistent
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations

import shutil


KEY = "kommunalhub.showroom.panoramas"
WAITING, CUTTING, READY, FAILED = "waiting", "cutting", "ready", "failed"


class Pieces(Persistent):
    """Where each piece stands in the pack: {name: (offset, bytes)}; loaded with the first one."""

    def __init__(self, places):
        self.places = places


class Cut(Persistent):
    """What came of cutting. problem: see rules; shapes: (width, cols, rows) of the levels."""

    fingerprint = None
    status = WAITING
    percent = 0
    problem = ""
    width = height = 0
    shapes = ()
    pieces = None
    pack = None

    @property
    def levels(self):
        return tuple(Level(*shape) for shape in self.shapes)

    @property
    def mark(self):
        """Text that is another one for each content, for addresses that last."""
        return blake2b((self.fingerprint or "").encode(), digest_size=8).hexdigest()

    def read(self, name):
        """Return the bytes of a piece, None where there is none."""
        place = self.pieces.places.get(name) if self.pieces is not None else None
        if place is None:
            return None
        offset, length = place
        with self.pack.open() as pack:
            pack.seek(offset)
            return pack.read(length)


def cut_of(obj):
    """Return the Cut of a thing, or None; reads only."""
    annotations = IAnnotations(obj, None)
    return annotations.get(KEY) if annotations is not None else None


def wait(obj):
    """Note that the panorama of a thing is to be cut; the tiles of an earlier one are gone."""
    IAnnotations(obj)[KEY] = Cut()


def forget(obj):
    """Drop what is kept."""
    IAnnotations(obj).pop(KEY, None)


def keep(obj, fingerprint, cutting):
    """Note the process.Cutting of a panorama."""
    cut = Cut()
    cut.fingerprint, cut.status, cut.percent = fingerprint, READY, 100
    cut.width, cut.height = cutting.width, cutting.height
    cut.shapes = tuple((level.width, level.cols, level.rows) for level in cutting.levels)
    cut.pieces, cut.pack = Pieces(dict(cutting.pieces)), Blob()
    cutting.pack.seek(0)
    with cut.pack.open("w") as pack:
        shutil.copyfileobj(cutting.pack, pack)
    IAnnotations(obj)[KEY] = cut


def fail(obj, fingerprint, problem):
    """Note why there are no tiles."""
    cut = Cut()
    cut.fingerprint, cut.status, cut.problem = fingerprint, FAILED, problem
    IAnnotations(obj)[KEY] = cut
