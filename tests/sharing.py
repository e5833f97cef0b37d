"""What one process of a run has built is not built again by the others.

The processes of pytest-xdist have a folder in common for as long as the run lasts. The first that
needs the sections of a hub, or the demo, builds them and keeps their database there; who comes
meanwhile waits for it. All live at one time (tests/moments.py), so nothing in it lies in the
future; what tests write lies on top of it, and goes with them.
"""

from contextlib import contextmanager
from kommunalhub.testing import ContentLayer
from pathlib import Path
from ZODB.blob import is_blob_record
from ZODB.Connection import TransactionMetaData
from ZODB.DB import DB
from ZODB.DemoStorage import DemoStorage
from ZODB.FileStorage import FileStorage

import fcntl
import os
import shutil
import tempfile


FOLDER = "KOMMUNALHUB_TESTS_SHARED"


def begin():
    """Make the folder that all processes of a run share; return a function that removes it."""
    folder = os.environ[FOLDER] = tempfile.mkdtemp(prefix="kommunalhub-shared-")

    def end():
        shutil.rmtree(folder, ignore_errors=True)
        os.environ.pop(FOLDER, None)

    return end


@contextmanager
def alone(path):
    """Let one process in at a time."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_up(layer: ContentLayer):
    """Set a layer up with the content that it has in another process, or else make it."""
    if layer.database is not None or FOLDER not in os.environ:
        layer.setUp()
        return
    kept = Path(os.environ[FOLDER]) / f"{layer.__name__.rpartition(':')[2]}.fs"
    with alone(kept):
        if not kept.exists():
            layer.setUp()
            keep(layer.database.storage, kept)
            return
    base = opened(kept, read_only=True)
    layer.database = DB(DemoStorage(layer.__name__, base, close_base_on_close=False))
    layer.setUp()


def opened(path, **options):
    return FileStorage(str(path), blob_dir=str(path.with_suffix(".blobs")), **options)


def keep(storage, path):
    """Copy all transactions of stacked storages, from the lowest on, to a file."""
    half = path.with_suffix(".half")
    made = opened(half)
    for level in levels(storage):
        for one in level.iterator():
            meta = TransactionMetaData(one.user, one.description, one.extension)
            made.tpc_begin(meta, one.tid, one.status)
            for record in one:
                restore(record, level, made, meta)
            made.tpc_vote(meta)
            made.tpc_finish(meta)
    made.close()
    Path(f"{half}.index").rename(f"{path}.index")
    half.rename(path)


def restore(record, source, made, meta):
    what = (record.oid, record.tid, record.data)
    if is_blob_record(record.data):
        with tempfile.NamedTemporaryFile(dir=made.temporaryDirectory(), delete=False) as copy:
            shutil.copy(source.loadBlob(record.oid, record.tid), copy.name)
        made.restoreBlob(*what, copy.name, None, meta)
    else:
        made.restore(*what, "", None, meta)


def levels(storage):
    """Return what each storage of a stack has got itself, the lowest one first."""
    found = []
    while isinstance(storage, DemoStorage):
        found.insert(0, storage.changes)
        storage = storage.base
    return [storage, *found]
