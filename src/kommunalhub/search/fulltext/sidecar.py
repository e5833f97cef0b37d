"""A tantivy index in a folder of this process, or in memory.

It holds terms and two numbers per passage: the catalog's record id with the stamp of the version,
and the place of the passage in the text. One process writes into a folder; a second one takes the
next folder and keeps its own copy.
"""

from bisect import bisect_right
from collections import Counter
from contextlib import contextmanager
from itertools import repeat
from kommunalhub.search.fulltext.vocabulary import Searcher
from kommunalhub.search.fulltext.vocabulary import Vocabulary
from pathlib import Path

import fcntl
import itertools
import shutil
import tantivy


#: To be raised when the fields change: folders of another format are left alone.
FORMAT = 3
WRITER_MEMORY = 20_000_000
KEY, PLACE = "key", "place"
#: The place of what a text in several passages is called and described by.
NOWHERE = -1
#: So many hits are looked at to find the best that counts.
FIRST = 100
#: Words in order, as stems, and what is inside of them; heads: the headings of a passage.
FIELDS = ("title", "lead", "heads", "body")
PARTS = {field: f"{field}_parts" for field in FIELDS}
#: Stems of what a passage belongs to (title, description, headings above), and of what only lists.
ABOUT, REST = "about", "rest"
#: Stems of a whole text, kept once: which texts have a word is told without each passage.
WHOLE = "whole"
#: Words as they are written, folded, of all fields.
WORDS = "words"
RID_BASE, STAMP_BITS = 2**31, 31
STAMP_MASK = 2**STAMP_BITS - 1


class Damaged(Exception):
    """The files cannot be used any more; they have to be made anew."""


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field(KEY, stored=False, indexed=True, fast=True)
    builder.add_integer_field(PLACE, stored=False, indexed=False, fast=True)
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="position")
    for field in (*PARTS.values(), WORDS):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    for field in (ABOUT, REST, WHOLE):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="basic")
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
    """known: {record id: stamp} of all texts in it; numbers: {record id: number of its documents}.

    Not for several threads at once, but `find`.
    """

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
            self.searcher, self.vocabulary = Searcher(self._index.searcher()), Vocabulary()
            self.known, self.numbers = {}, Counter()
            for key in self._keys(self.searcher, tantivy.Query.all_query()):
                rid = rid_of(key)
                self.known[rid] = key & STAMP_MASK
                self.numbers[rid] += 1

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
        """Write texts, as (record id, stamp, documents), and forget the gone: all or none.

        documents: [(place, {field: Terms})], see follower.documents_of.

        What reading the texts raises is raised as it is: the database fails, not these files.
        """
        with guarded():
            if self._writer is None:
                self._writer = self._index.writer(WRITER_MEMORY, 1)
        written, forgotten, new_words = {}, list(gone), set()
        try:
            for rid, stamp, documents in texts:
                with guarded():
                    if rid in self.known:
                        self._delete(rid)
                    for place, terms in documents:
                        self._writer.add_document(_document(rid, stamp, place, terms))
                        new_words.update(*(found.words for found in terms.values()))
                written[rid] = stamp, len(documents)
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
            self.searcher = Searcher(self._index.searcher())
        self.vocabulary.note(new_words)
        for rid, (stamp, number) in written.items():
            self.known[rid], self.numbers[rid] = stamp, number
        for rid in forgotten:
            self.known.pop(rid, None)
            self.numbers.pop(rid, None)
        if self.searcher.num_docs != self.numbers.total():
            raise Damaged(f"{self.searcher.num_docs} passages in it, not {self.numbers.total()}")

    def _delete(self, rid):
        self._writer.delete_documents_by_term(KEY, key_of(rid, self.known[rid]))

    @property
    def has_passages(self):
        """Tell whether any text is in several documents."""
        return self.searcher.num_docs > len(self.known)

    def find(self, query, limit=None, tail=0.0, within=None):
        """Return [(score, record id, place)] of passages, best first; all without a limit.

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

    def may_be_inside(self, letters):
        """Return False where no word has these letters in it."""
        return self.vocabulary.has_inside(letters, self._all_words)

    def _all_words(self):
        with guarded():
            return [word for word, _count in self.searcher.terms_with_prefix(WORDS, "")]

    def texts_with(self, query):
        """Return the record ids of all texts with a passage that fulfils a query."""
        with guarded():
            return {rid_of(key) for key in self._keys(self.searcher, query)}

    def _counted(self, hits, within):
        if not hits:
            return []
        scores, addresses = zip(*hits, strict=True)
        addresses = list(addresses)
        keys = self.searcher.fast_field_values(KEY, addresses)
        rids = [(key >> STAMP_BITS) - RID_BASE for key in keys]
        if self.has_passages:
            places = self.searcher.fast_field_values(PLACE, addresses)
        else:
            places = repeat(0, len(rids))
        found = zip(scores, rids, places, strict=True)
        return list(found) if within is None else [hit for hit in found if hit[1] in within]

    @staticmethod
    def _keys(searcher, query):
        if not searcher.num_docs:
            return []
        found = searcher.search(query, limit=searcher.num_docs, count=False, order_by_field=KEY)
        return [key for key, _ in found.hits]


def _document(rid, stamp, place, terms):
    document = tantivy.Document()
    document.add_integer(KEY, key_of(rid, stamp))
    document.add_integer(PLACE, place)
    words = []
    for field, found in terms.items():
        if field == WHOLE:
            document.add_text(field, " ".join(found.stems))
            continue
        if field in (ABOUT, REST):
            if stems := dict.fromkeys((*found.stems, *found.parts)):
                document.add_text(field, " ".join(stems))
            words += found.words if field == REST else ()
            continue
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
