"""The smaller version of an object for phones: made after the commit, kept beside the object."""

from contextlib import contextmanager
from hashlib import blake2b
from kommunalhub.lib.filetext import limits as reading
from kommunalhub.search.reading import child
from kommunalhub.search.reading.process import as_file
from kommunalhub.search.reading.state import fingerprint
from kommunalhub.showroom.making import Making
from kommunalhub.showroom.making import NotMade
from kommunalhub.showroom.making import UNSAFE
from kommunalhub.showroom.solids import rules
from kommunalhub.showroom.solids.values import Refused
from persistent import Persistent
from tempfile import TemporaryFile
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations


JOB = "solids"
QUEUE = "kommunalhub.showroom.solids.queue"
KEY = "kommunalhub.showroom.solids.small"
PROGRAM = "kommunalhub.showroom.solids.program"
#: A million triangles take half a minute and 800 MB.
LIMITS = reading.ReadingLimits(memory=1792 * reading.MEGABYTE, cpu=240, wall=420, text=1000)
#: Below, a phone loads the whole object as quickly as it can show it.
LIGHT_BYTES = 512 * 1024


class Small(Persistent):
    """What came of making it smaller. fingerprint: of the whole file; blob: None where it is not
    worth it; problem: why there is none."""

    fingerprint = None
    blob = None
    size = 0
    problem = ""

    @property
    def mark(self):
        """A text that is another one for each content, and none of those of whole files."""
        return blake2b(f"small {self.fingerprint}".encode(), digest_size=8).hexdigest()


def file_of(solid):
    return getattr(solid, "file", None)


def small_of(solid):
    """Return the Small of an object, None where phones get the whole file; reads only."""
    annotations = IAnnotations(solid, None)
    found = annotations.get(KEY) if annotations is not None else None
    return found if found is not None and found.blob is not None else None


def notice(solid):
    """Have a smaller version made where the file is heavy, unless that was done."""
    file, annotations = file_of(solid), IAnnotations(solid)
    kept = annotations.get(KEY)
    if file is None or file.getSize() <= LIGHT_BYTES:
        if kept is not None:
            del annotations[KEY]
        return
    mark = fingerprint(file)
    if kept is not None and mark is not None and kept.fingerprint == mark:
        return
    if kept is not None:
        del annotations[KEY]
    THINNING.want(solid)


@contextmanager
def make(stream, _told):
    """Yield a file with the smaller version, None where it is not worth it; raises NotMade."""
    stream.seek(0)
    with as_file(stream) as file, TemporaryFile() as pack:
        number = pack.fileno()
        arguments = ["--limits", LIMITS.as_text(), "--pack", str(number)]
        written, why = child.run(PROGRAM, arguments, file, LIMITS, files=(number,))[:2]
        end = child.end_said(child.all_said(written))
        if why or end is None or "problem" in end:
            raise NotMade((end or {}).get("problem") or UNSAFE)
        pack.seek(0)
        yield pack if end.get("made") and is_whole(pack) else None


def is_whole(pack):
    """Return whether what was made comes through the gate itself."""
    try:
        rules.examined(pack.read(rules.MOST_BYTES + 1))
    except Refused:
        return False
    return True


def keep(solid, mark, pack):
    """Note a smaller version, or that there is none."""
    small = Small()
    small.fingerprint = mark
    if pack is not None:
        pack.seek(0)
        small.blob = Blob(pack.read())
        small.size = pack.tell()
    IAnnotations(solid)[KEY] = small


def fail(solid, mark, problem):
    small = Small()
    small.fingerprint, small.problem = mark, problem
    IAnnotations(solid)[KEY] = small


THINNING = Making(job=JOB, queue=QUEUE, file=file_of, make=make, keep=keep, fail=fail)
