"""The verbs: take what a camera wrote out of a picture, have it cut, cut it.

A panorama is cleaned in the transaction that brings it, so that nothing else is ever stored, and
cut after the commit, see showroom/making.
"""

from contextlib import contextmanager
from kommunalhub.core.private.database import blob_of
from kommunalhub.search.reading.state import fingerprint
from kommunalhub.showroom.making import Making
from kommunalhub.showroom.making import NotMade
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import rules
from kommunalhub.showroom.panoramas import state
from kommunalhub.showroom.panoramas.bare import bare
from kommunalhub.showroom.panoramas.bare import joined
from plone.namedfile.file import NamedBlobFile
from plone.uuid.interfaces import IUUID
from tempfile import NamedTemporaryFile

import mmap


JOB = "panoramas"
QUEUE = "kommunalhub.showroom.panoramas.queue"
MEDIA_TYPES = {b"\xff\xd8": "image/jpeg", b"\x89P": "image/png", b"RI": "image/webp"}


def panorama_of(obj):
    """Return the file of a thing, or None."""
    return getattr(obj, "panorama", None)


def notice(obj):
    """Clean the panorama of a thing and have it cut, unless that was done."""
    file = panorama_of(obj)
    if file is None:
        state.forget(obj)
        return
    kept, mark = state.cut_of(obj), fingerprint(file)
    if kept is not None and mark is not None and kept.fingerprint in (mark, None):
        return
    clean(obj)
    have_cut(obj)


def clean(obj):
    """Put a picture in place of that of a thing that tells neither place nor device nor names.

    Raises rules.BadPanorama for one that came past the field and is none.
    """
    file = panorama_of(obj)
    with file.open() as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        _orientation, parts, is_bare = bare(data)
        kind = MEDIA_TYPES[bytes(data[:2])]
        if is_bare and file.contentType == kind:
            return
        with NamedTemporaryFile(delete=False) as cleaned:
            for part in joined(data, parts):
                cleaned.write(part)
    anew = NamedBlobFile(filename=file.filename, contentType=kind)
    blob_of(anew).consumeFile(cleaned.name)
    obj.panorama = anew


def have_cut(obj):
    """Put a panorama into the queue; it is cut soon after the commit."""
    if IUUID(obj, None) is None:
        return
    state.wait(obj)
    CUTTING.want(obj)


def begin(obj):
    kept = state.cut_of(obj)
    if kept is not None and kept.status == state.WAITING:
        kept.status = state.CUTTING


def tell(obj, percent):
    kept = state.cut_of(obj)
    if kept is not None and kept.status == state.CUTTING:
        kept.percent = percent


@contextmanager
def cut(stream, told):
    try:
        with process.cut(stream, told) as cutting:
            yield cutting
    except rules.BadPanorama as bad:
        raise NotMade(bad.problem) from bad


CUTTING = Making(
    job=JOB,
    queue=QUEUE,
    file=panorama_of,
    make=cut,
    keep=state.keep,
    fail=state.fail,
    begun=begin,
    tell=tell,
)


def waiting_now(portal, now):
    """Return the uids of panoramas that wait to be cut; reads only."""
    return CUTTING.waiting(portal, now)


def cut_now(portal, uid):
    """Cut one panorama that waits, see Making.do."""
    return CUTTING.do(portal, uid)
