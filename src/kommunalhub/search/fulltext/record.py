"""The texts of one thing as the database keeps them, in passages."""

from bisect import bisect_right
from hashlib import blake2b
from kommunalhub.search.fulltext.passages import is_short
from kommunalhub.search.fulltext.passages import Passage
from kommunalhub.search.fulltext.passages import passages_of
from persistent import Persistent

import json
import zlib


#: Characters of one text that are kept; a file of a thousand pages has fewer.
LONGEST_TEXT = 5_000_000
#: To be raised when the same texts give other passages: what is kept is made anew when it is read.
LAYOUT = 2
#: Letters of the passages that are packed and woken together; the more, the less disk is taken and
#: the longer it takes to show one.
TOGETHER = 8_000


class Chunk(Persistent):
    """Some passages one after the other, packed; loaded only when one of them is shown."""

    def __init__(self, rows):
        self.packed = _pack(rows)

    @property
    def rows(self):
        return _unpack(self.packed)


class Record(Persistent):
    """title and keywords as they are; passages packed, as they are needed seldom.

    chunks: ((number of passages before it, Chunk), ...); None in a record of an older layout.
    number: of passages. is_one: whether the thing is found as one text.
    """

    chunks = None
    number = 0
    is_one = True

    def __init__(self, title, keywords, passages, digest):
        self.title = title
        self.keywords = keywords
        self.digest = digest
        self.number = len(passages)
        self.is_one = is_short(passages)
        self.chunks = tuple(_chunks(passages))

    @classmethod
    def of(cls, texts):
        """Return the Record of an ISearchText."""
        title, keywords = _text(texts.title), _text(texts.keywords)
        sections = getattr(texts, "sections", ())
        unit = getattr(texts, "unit", None)
        passages = passages_of(_text(texts.body), sections, texts.pages or (), unit)
        digest = blake2b(digest_size=16, salt=bytes([LAYOUT]))
        for part in (title, keywords, *map(_line, (passage.as_row() for passage in passages))):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
        return cls(title, keywords, passages, digest.digest())

    def brought(self):
        """Return a record of this layout; one of an older layout is read anew."""
        if self.chunks is not None:
            return self
        if getattr(self, "_v_brought", None) is None:
            body, pages = _unpack(self.packed)
            passages = passages_of(body, (), [(number, text) for number, text in pages])
            self._v_brought = Record(self.title, self.keywords, passages, self.digest)
        return self._v_brought

    def passages(self):
        """Yield all passages in order."""
        for _before, chunk in self.brought().chunks:
            rows = chunk.rows
            chunk._p_deactivate()
            yield from map(Passage.of_row, rows)

    def passage(self, place):
        """Return the passage at a place from 0, None where there is none."""
        return next(self.passages_at([place]))

    def passages_at(self, places):
        """Yield the passage at each place, None where there is none; no chunk is unpacked twice."""
        chunks, unpacked = self.brought().chunks, {}
        starts = [before for before, _chunk in chunks]
        for place in places:
            number = bisect_right(starts, place) - 1
            if number < 0:
                yield None
                continue
            if number not in unpacked:
                unpacked[number] = chunks[number][1].rows
            rows, at = unpacked[number], place - starts[number]
            yield Passage.of_row(rows[at]) if at < len(rows) else None

    def fields(self):
        """Return {name of a field: text} of the whole."""
        body = "\n".join(passage.text for passage in self.passages())[:LONGEST_TEXT]
        return {"title": self.title, "lead": self.keywords, "body": body}


def _chunks(passages):
    rows, before, letters = [], 0, 0
    for place, passage in enumerate(passages):
        if rows and letters + len(passage.text) > TOGETHER:
            yield before, Chunk(rows)
            rows, before, letters = [], place, 0
        rows.append(passage.as_row())
        letters += len(passage.text)
    if rows:
        yield before, Chunk(rows)


def _pack(rows):
    return zlib.compress(_line(rows).encode("utf-8", "surrogatepass"), 6)


def _unpack(packed):
    return json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))


def _line(row):
    return json.dumps(row, ensure_ascii=False)


def _text(value):
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""
