"""A tantivy index in a folder of this process, or in memory.

It holds terms and one number per text: the catalog's record id and the stamp of the version. One
process writes into a folder; a second one takes the next folder and keeps its own copy.
"""

from bisect import bisect_right
from contextlib import contextmanager
from pathlib import Path

import fcntl
import itertools
import shutil
import tantivy


#: To be raised when the fields change: folders of another format are left alone.
FORMAT = 1
WRITER_MEMORY = 20_000_000
KEY = "key"
#: So many hits are looked at to find the best that counts.
FIRST = 100
#: Words in order, as stems, and what is inside of them.
FIELDS = ("title", "lead", "body")
PARTS = {field: f"{field}_parts" for field in FIELDS}
#: Words as they are written, folded, of all fields.
WORDS = "words"
RID_BASE, STAMP_BITS = 2**31, 31
STAMP_MASK = 2**STAMP_BITS - 1


class Damaged(Exception):
    """The files cannot be used any more; they have to be made anew."""


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field(KEY, stored=False, indexed=True, fast=True)
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="position")
    for field in (*PARTS.values(), WORDS):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def key_of(rid, stamp):
    """Return the one number of a record id (32 bits, signed) and a stamp (31 bits)."""
    return (rid + RID_BASE) << STAMP_BITS | stamp


def rid_of(key):
    return (key >> STAMP_BITS) - RID_BASE


@contextmanager
def guarded():
    """Let whatever the engine raises be Damaged; a panic of it is no Exception."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:
        raise Damaged(f"{type(error).__name__}: {error}") from error


class Sidecar:
    """known: {record id: stamp} of all texts in it. Not for several threads at once, but `find`."""

    def __init__(self, folder=None):
        self.schema = schema()
        self.folder = folder
        self._writer = None
        self._lock = None
        if folder is not None:
            self.folder, self._lock = _claim(Path(folder))
        try:
            self._open()
        except Damaged:
            self._make_anew()

    def _open(self):
        with guarded():
            path = None if self.folder is None else str(self.folder / "index")
            if path is not None:
                (self.folder / "index").mkdir(exist_ok=True)
            self._index = tantivy.Index(self.schema, path=path)
            self._writer = None
            self._refresh()

    def _refresh(self):
        with guarded():
            self._index.reload()
            self.searcher = self._index.searcher()
            self.known = {}
            for key in self._keys(self.searcher, tantivy.Query.all_query()):
                self.known[rid_of(key)] = key & STAMP_MASK

    def _make_anew(self):
        self._index = self.searcher = None
        if self._writer is not None:
            self._writer = None
        if self.folder is not None:
            shutil.rmtree(self.folder / "index", ignore_errors=True)
            self.folder.mkdir(parents=True, exist_ok=True)
        self._open()

    def empty(self):
        """Forget everything, files included; what was damaged works again."""
        if self.folder is not None and not (self.folder / LOCK).exists():
            self._lock.close()
            self.folder, self._lock = _claim(self.folder.parent)
        self._make_anew()

    @property
    def is_there(self):
        """Tell whether nobody has deleted the files."""
        return self.folder is None or (self.folder / "index" / "meta.json").exists()

    def close(self, remove=False):
        """Let go of the files; remove: and delete them. Whoever still asks gets Damaged."""
        if self._writer is not None:
            with guarded():
                self._writer.wait_merging_threads()
        self._writer = self._index = None
        if remove and self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def apply(self, texts, gone=()):
        """Write texts, as (record id, stamp, {field: Terms}), and forget the gone: all or none.

        What reading the texts raises is raised as it is: the database fails, not these files.
        """
        with guarded():
            if self._writer is None:
                self._writer = self._index.writer(WRITER_MEMORY, 1)
        written, forgotten = {}, list(gone)
        try:
            for rid, stamp, terms in texts:
                with guarded():
                    if rid in self.known:
                        self._delete(rid)
                    self._writer.add_document(_document(rid, stamp, terms))
                written[rid] = stamp
        except Damaged:
            raise
        except BaseException:
            with guarded():
                self._writer.rollback()
            raise
        with guarded():
            for rid in forgotten:
                if rid in self.known:
                    self._delete(rid)
            self._writer.commit()
            self._index.reload()
            self.searcher = self._index.searcher()
        self.known.update(written)
        for rid in forgotten:
            self.known.pop(rid, None)
        if self.searcher.num_docs != len(self.known):
            raise Damaged(f"{self.searcher.num_docs} texts in it, not {len(self.known)}")

    def _delete(self, rid):
        self._writer.delete_documents_by_term(KEY, key_of(rid, self.known[rid]))

    def find(self, query, limit=None, tail=0.0, within=None):
        """Return [(score, record id)], best first; all of them without a limit.

        within: record ids that count (anything with `in`), None for all. tail: what scores less
        than this share of the best that counts is left out.
        """
        searcher = self.searcher
        if not searcher.num_docs:
            return []
        with guarded():
            hits = searcher.search(query, limit=limit or searcher.num_docs, count=False).hits
            if not tail:
                return self._counted(hits, within)
            best = self._counted(hits[:FIRST], within) or self._counted(hits[FIRST:], within)
            if not best:
                return []
            end = bisect_right(hits, -best[0][0] * tail, key=lambda hit: -hit[0])
            return self._counted(hits[:end], within)

    def some(self, query, limit, within=None):
        """Return (some of the hits that count, number of all, whether they count or not)."""
        if not self.searcher.num_docs:
            return [], 0
        with guarded():
            found = self.searcher.search(query, limit=limit, count=True)
            return self._counted(found.hits, within), found.count

    def _counted(self, hits, within):
        if not hits:
            return []
        scores, addresses = zip(*hits, strict=True)
        keys = self.searcher.fast_field_values(KEY, list(addresses))
        rids = [(key >> STAMP_BITS) - RID_BASE for key in keys]
        if within is None:
            return list(zip(scores, rids, strict=True))
        return [hit for hit in zip(scores, rids, strict=True) if hit[1] in within]

    @staticmethod
    def _keys(searcher, query):
        if not searcher.num_docs:
            return []
        found = searcher.search(query, limit=searcher.num_docs, count=False, order_by_field=KEY)
        return [key for key, _ in found.hits]


def _document(rid, stamp, terms):
    document = tantivy.Document()
    document.add_integer(KEY, key_of(rid, stamp))
    words = []
    for field, found in terms.items():
        if found.stems:
            document.add_text(field, " ".join(found.stems))
        if found.parts:
            document.add_text(PARTS[field], " ".join(found.parts))
        words += found.words
    document.add_text(WORDS, " ".join(words))
    return document


LOCK = "in-use"


def _claim(parent):
    """Return (folder, lock file) of the first folder that no other process or index uses."""
    for number in itertools.count():
        folder = parent / str(number)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (folder / LOCK).open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            continue
        return folder, lock
