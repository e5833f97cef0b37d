"""The verbs: take what a camera wrote out of a picture, have it cut, cut it.

A panorama is cleaned in the transaction that brings it, so that nothing else is ever stored, and
cut after the commit in three steps as files are read: claim, cut (no transaction is open), keep.
"""

from dataclasses import replace
from kommunalhub.core import formatting
from kommunalhub.core import tools
from kommunalhub.core.jobs import soon
from kommunalhub.core.private.database import blob_of
from kommunalhub.core.transactions import attempt
from kommunalhub.search.reading.queue import CLAIM
from kommunalhub.search.reading.queue import Entry
from kommunalhub.search.reading.queue import is_claimed
from kommunalhub.search.reading.queue import queue_of
from kommunalhub.search.reading.queue import TRIES
from kommunalhub.search.reading.queue import waiting
from kommunalhub.search.reading.state import fingerprint
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import rules
from kommunalhub.showroom.panoramas import state
from kommunalhub.showroom.panoramas.bare import bare
from kommunalhub.showroom.panoramas.bare import joined
from plone.namedfile.file import NamedBlobFile
from plone.uuid.interfaces import IUUID
from tempfile import NamedTemporaryFile
from ZODB.POSException import POSKeyError

import mmap
import transaction


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
    uid = IUUID(obj, None)
    if uid is None:
        return
    portal = tools.site()
    state.wait(obj)
    queue_of(portal, QUEUE).put(uid, Entry(formatting.now()))
    soon.after_commit(portal, JOB)


def waiting_now(portal, now):
    """Return the uids of panoramas that wait to be cut; reads only."""
    return waiting(portal, now, QUEUE)


def cut_now(portal, uid):
    """Cut one panorama that waits; return its status, None when there was nothing to do.

    Begins and commits transactions. The site is set and the system is acting.
    """
    mark = attempt(lambda: _claim(portal, uid))
    if mark is None:
        return None
    stream = _opened(uid, mark)
    if stream is None:
        return attempt(lambda: _fail(portal, uid, mark, rules.MISSING))
    with stream:
        try:
            with process.cut(stream, lambda percent: _tell(uid, mark, percent)) as cutting:
                return attempt(lambda: _keep(portal, uid, mark, cutting))
        except rules.BadPanorama as bad:
            problem = bad.problem
        return attempt(lambda: _fail(portal, uid, mark, problem))


def _claim(portal, uid):
    """Return the fingerprint of a panorama that is ours to cut now, or None."""
    now, queue = formatting.now(), queue_of(portal, QUEUE)
    entry, obj = queue.get(uid), _object(uid)
    if entry is None or is_claimed(entry, now):
        return None
    file = panorama_of(obj) if obj is not None else None
    if file is None:
        queue.drop(uid)
        return None
    if entry.tries >= TRIES:
        _fail(portal, uid, fingerprint(file), rules.UNSAFE)
        return None
    queue.put(uid, replace(entry, tries=entry.tries + 1, until=now + CLAIM))
    kept = state.cut_of(obj)
    if kept is not None and kept.status == state.WAITING:
        kept.status = state.CUTTING
    return fingerprint(file)


def _opened(uid, mark):
    """Return the file of a panorama, open outside of transactions; None if it is gone."""
    transaction.begin()
    try:
        file = panorama_of(_object(uid))
        if file is None or fingerprint(file) != mark:
            return None
        return open(blob_of(file).committed(), "rb")
    except (POSKeyError, OSError, AttributeError):
        return None
    finally:
        transaction.abort()


def _tell(uid, mark, percent):
    """Note how far the work is, where the panorama is still the same."""

    def note():
        obj = _object(uid)
        kept = state.cut_of(obj) if obj is not None else None
        if kept is not None and kept.status == state.CUTTING and _is_still(obj, mark):
            kept.percent = percent

    attempt(note)


def _keep(portal, uid, mark, cutting):
    obj = _object(uid)
    if not _is_still(obj, mark):
        return _again(portal, uid, obj)
    state.keep(obj, mark, cutting)
    queue_of(portal, QUEUE).drop(uid)
    return state.READY


def _fail(portal, uid, mark, problem):
    obj = _object(uid)
    if not _is_still(obj, mark):
        return _again(portal, uid, obj)
    state.fail(obj, mark, problem)
    queue_of(portal, QUEUE).drop(uid)
    return state.FAILED


def _is_still(obj, mark):
    file = panorama_of(obj) if obj is not None else None
    return file is not None and fingerprint(file) == mark


def _again(portal, uid, obj):
    """Leave a panorama that is another one by now to the next turn, one that is gone to nobody."""
    queue = queue_of(portal, QUEUE)
    entry = queue.get(uid)
    if obj is None or panorama_of(obj) is None:
        queue.drop(uid)
    elif entry is not None:
        queue.put(uid, replace(entry, tries=0, until=None))
    return None


def _object(uid):
    for brain in tools.catalog().unrestrictedSearchResults(UID=uid):
        return brain._unrestrictedGetObject()
    return None
