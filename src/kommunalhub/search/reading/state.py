"""What is known of the file of a thing: kept on the thing, the text apart from the rest."""

from dataclasses import astuple
from hashlib import blake2b
from kommunalhub.core.private.database import blob_of
from kommunalhub.lib.filetext import limits
from kommunalhub.lib.filetext.parts import Part
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.search.reading"
#: What was read so far of a file that is not read to its end; the result of before still counts.
BEGUN = "kommunalhub.search.reading.begun"
WAITING = "waiting"
#: To be raised when files give more than before, with an upgrade step that has them read again.
READER = 1


class Texts(Persistent):
    """The parts of a file, see Part.as_stored; loaded only when somebody searches."""

    parts = ()


class Picture(Persistent):
    """A picture of the first page, WebP; loaded only when somebody looks at it."""

    def __init__(self, data):
        self.data = data
        self.mark = blake2b(data, digest_size=8).hexdigest()


class Kept(Persistent):
    """What came of reading a file. outcome: see limits, or WAITING; when: datetime, UTC.

    pages: how many it has, None where that is not known; begin: plain values of result.Begin where
    it is not read to its end; alone: whether an Office file names nothing outside of itself.
    reader: the READER of that day.
    """

    fingerprint = None
    outcome = WAITING
    reason = ""
    kind = None
    unit = None
    when = None
    texts = None
    #: Of a long file the Texts of its further stretches.
    more = ()
    picture = None
    pages = None
    begin = None
    alone = False
    reader = 0

    @property
    def version(self):
        """Return text that is another one for each content of the file, "" while it is unread."""
        mark = (self.fingerprint or "").encode()
        return blake2b(mark, digest_size=8).hexdigest() if mark else ""

    @property
    def parts(self):
        """Return the parts of what the file says, of lib.filetext.parts.Part."""
        texts = (self.texts, *self.more) if self.texts is not None else self.more
        return tuple(Part.from_stored(values) for text in texts for values in text.parts)


def fingerprint(file):
    """Return what tells this content of a blob from every other, None before it is committed."""
    blob = blob_of(file)
    if blob._p_jar is None or blob._p_changed:
        return None
    blob._p_activate()
    return f"{blob._p_oid.hex()}-{blob._p_serial.hex()}"


def kept_of(obj):
    """Return what is kept of a thing's file, or None; reads only."""
    annotations = IAnnotations(obj, None)
    return annotations.get(KEY) if annotations is not None else None


def begun_of(obj, file):
    """Return what was read so far of this content of a file, or None; reads only."""
    annotations = IAnnotations(obj, None)
    begun = annotations.get(BEGUN) if annotations is not None else None
    return begun if begun is not None and begun.fingerprint == fingerprint(file) else None


def wait(obj):
    """Note that the file of a thing is to be read; what an earlier one said is forgotten."""
    IAnnotations(obj)[KEY] = Kept()
    IAnnotations(obj).pop(BEGUN, None)


def keep(obj, file, reading, when):
    """Note what came of reading the file, or a further stretch of it.

    It counts when nothing of it is left to read: `reading.next` is None.
    """
    annotations = IAnnotations(obj)
    before = begun_of(obj, file)
    kept = before if before is not None else Kept()
    kept.fingerprint = fingerprint(file)
    went_wrong = kept.outcome not in (WAITING, limits.OK, limits.EMPTY)
    if before is None or not (went_wrong or reading.outcome == limits.EMPTY):
        kept.outcome, kept.reason = reading.outcome, reading.reason
    kept.kind, kept.unit, kept.when = reading.kind, reading.unit, when
    kept.pages = reading.pages
    kept.alone = reading.alone
    kept.reader = READER
    kept.begin = astuple(reading.next) if reading.next is not None else None
    if reading.parts:
        texts = Texts()
        texts.parts = tuple(part.as_stored() for part in reading.parts)
        if before is None:
            kept.texts = texts
        else:
            kept.more = (*kept.more, texts)
    if reading.picture:
        kept.picture = Picture(reading.picture)
    if reading.next is not None:
        annotations[BEGUN] = kept
        return
    annotations.pop(BEGUN, None)
    annotations[KEY] = kept


def picture_of(obj):
    """Return the Picture of a thing's file, or None; reads only."""
    kept = kept_of(obj)
    return kept.picture if kept is not None else None


def forget(obj):
    """Drop what is kept; return whether there was anything."""
    IAnnotations(obj).pop(BEGUN, None)
    return IAnnotations(obj).pop(KEY, None) is not None


def outcome_of(obj):
    """Return WAITING or the outcome, None where nothing is known."""
    kept = kept_of(obj)
    return kept.outcome if kept is not None else None


def is_failed(outcome):
    """Return whether an outcome is one that somebody may want to do something about."""
    return outcome not in (None, WAITING, limits.OK)
