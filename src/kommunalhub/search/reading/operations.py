"""The verbs: have a file read, read it, keep what came of it, read again.

A file is noticed in the transaction that brings it and read after the commit. Reading is three
steps: claim it (a short transaction), read it (none is open), keep the result (a short one).
"""

from dataclasses import replace
from kommunalhub.core import formatting
from kommunalhub.core import tools
from kommunalhub.core.jobs import soon
from kommunalhub.core.private.database import blob_of
from kommunalhub.core.transactions import attempt
from kommunalhub.lib.filetext import limits
from kommunalhub.search.interfaces import IFileSource
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.reading import process
from kommunalhub.search.reading import state
from kommunalhub.search.reading.queue import CLAIM
from kommunalhub.search.reading.queue import Entry
from kommunalhub.search.reading.queue import entry_of
from kommunalhub.search.reading.queue import is_claimed
from kommunalhub.search.reading.queue import queue_of
from kommunalhub.search.reading.queue import TRIES
from kommunalhub.search.reading.queue import waiting
from kommunalhub.search.reading.result import Begin
from kommunalhub.search.reading.result import FIRST
from kommunalhub.search.reading.result import Reading
from plone.uuid.interfaces import IUUID
from ZODB.POSException import POSKeyError

import transaction


INDEXES = [INDEX, "SearchableText", "file_reading"]


def file_of(obj):
    """Return the file of a thing whose text is searched, or None."""
    source = IFileSource(obj, None)
    return source.file if source is not None else None


def notice(obj):
    """Have the file of a thing read unless that was done; forget what a removed file said."""
    file = file_of(obj)
    if file is None:
        if state.kept_of(obj) is not None:
            state.forget(obj)
        return
    kept = state.kept_of(obj)
    mark = state.fingerprint(file)
    if kept is None or mark is None or kept.fingerprint != mark:
        have_read(obj)


def have_read(obj):
    """Put the file of a thing into the queue; it is read soon after the commit."""
    uid = IUUID(obj, None)
    if uid is None:
        return
    portal = tools.site()
    state.wait(obj)
    queue_of(portal).put(uid, Entry(formatting.now()))
    soon.after_commit(portal, "reading")


def read_waiting(portal):
    """Read all files that wait, see read_now."""
    for uid in waiting(portal, formatting.now()):
        read_now(portal, uid)


def read_now(portal, uid):
    """Read one file that waits and return the Reading; None when there is nothing to do.

    Begins and commits transactions; of a long file after each stretch, where the next one begins if
    this process is killed. The site is set and the system is acting.
    """
    claimed = attempt(lambda: _claim(portal, uid))
    if claimed is None:
        return None
    mark, name, begin = claimed
    while True:
        reading = _read(uid, mark, name, begin)
        is_kept = attempt(lambda reading=reading: _keep(portal, uid, mark, reading))
        if reading is None or reading.next is None or not is_kept:
            return reading
        begin = reading.next


def _claim(portal, uid):
    """Return (fingerprint, name, where to begin) of a file that is ours to read now, or None."""
    now = formatting.now()
    queue = queue_of(portal)
    entry = queue.get(uid)
    if entry is None or is_claimed(entry, now):
        return None
    obj = tools.thing_of(uid)
    file = file_of(obj) if obj is not None else None
    if file is None:
        queue.drop(uid)
        return None
    if entry.tries >= TRIES:
        failed = Reading(limits.UNSUPPORTED, "crash")
        _settle(portal, uid, obj, file, failed)
        return None
    queue.put(uid, replace(entry, tries=entry.tries + 1, until=now + CLAIM))
    begun = state.begun_of(obj, file)
    begin = Begin(*begun.begin) if begun is not None else FIRST
    return state.fingerprint(file), file.filename or "", begin


def _read(uid, mark, name, begin):
    """Read a file or a stretch of it; no transaction is open while the other program works."""
    transaction.begin()
    try:
        file = file_of(tools.thing_of(uid))
        if state.fingerprint(file) != mark:
            return None
        try:
            stream = open(blob_of(file).committed(), "rb")  # noqa: SIM115 - closed below
        except (POSKeyError, OSError):
            return Reading(limits.EMPTY, "missing")
    finally:
        transaction.abort()
    with stream:
        return process.read_on(stream, name, begin)


def _keep(portal, uid, mark, reading):
    """Keep a result, unless the file is another one by now: that one still waits.

    Returns whether it was kept.
    """
    queue = queue_of(portal)
    entry = queue.get(uid)
    obj = tools.thing_of(uid)
    file = file_of(obj) if obj is not None else None
    if file is None:
        queue.drop(uid)
    elif reading is None or state.fingerprint(file) != mark:
        if entry is not None:
            queue.put(uid, replace(entry, tries=0, until=None))
    elif reading.next is not None and entry is not None:
        state.keep(obj, file, reading, formatting.now())
        queue.put(uid, replace(entry, tries=1, until=formatting.now() + CLAIM))
        return True
    else:
        _settle(portal, uid, obj, file, reading)
        return True
    return False


def _settle(portal, uid, obj, file, reading):
    state.keep(obj, file, replace(reading, next=None), formatting.now())
    queue_of(portal).drop(uid)
    obj.reindexObject(idxs=INDEXES)


def is_being_read(obj):
    """Return whether somebody is reading the file of a thing right now."""
    entry = entry_of(tools.site(), IUUID(obj, None))
    return entry is not None and is_claimed(entry, formatting.now())


def parts_of(obj):
    """Return the parts of what a file says, of lib.filetext.parts.Part."""
    kept = state.kept_of(obj)
    return kept.parts if kept is not None else ()


def reread_old():
    """Put all files into the queue that were read before files gave as much as now.

    What they gave is found meanwhile; what comes in the meantime is read first. Returns the number.
    """
    queue, number = queue_of(tools.site()), 0
    for uid in things_to_reread():
        kept = state.kept_of(tools.thing_of(uid))
        if kept is not None and kept.reader < state.READER and queue.get(uid) is None:
            queue.put(uid, Entry(formatting.now(), again=True))
            number += 1
    return number


def things_to_reread(only_failed=False):
    """Yield the uids of things with a file: all, or those whose file could not be read."""
    catalog, portal = tools.catalog(), tools.site()
    everything = catalog.unrestrictedSearchResults(path="/".join(portal.getPhysicalPath()))
    connection = portal._p_jar
    for number, brain in enumerate(everything, 1):
        if not only_failed or state.is_failed(brain.file_reading or None):
            obj = brain._unrestrictedGetObject()
            if file_of(obj) is not None:
                yield brain.UID
        if number % 100 == 0:
            connection.cacheMinimize()


def reread(uid):
    """Put a thing's file into the queue again; the result of before counts until then."""
    obj = tools.thing_of(uid)
    if obj is not None:
        again = state.outcome_of(obj) != state.WAITING
        queue_of(tools.site()).put(uid, Entry(formatting.now(), again=again))
