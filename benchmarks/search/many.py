"""How fast and how large: 20,000 things with 200,000 passages.

    python benchmarks/search/many.py [--things 20000] [--passages 200000]

One thing in ten is a file with as many pages as make up the number, the others are short. All are
made of pieces of the sentences of corpus.txt (documents.py); the pages of a file have headings.
Seconds are of computing, which other work on the machine does not lengthen much.
"""

from documents import numbered
from documents import queries
from engines import Delivered
from evaluate import memory
from evaluate import percentile
from kommunalhub.lib.filetext.parts import Part
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.fulltext.index import FulltextIndex
from kommunalhub.search.interfaces import ISearchText
from kommunalhub.search.marking import Marker
from kommunalhub.search.places import places_of
from pathlib import Path
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.interface import implementer

import argparse
import gc
import tempfile
import time
import transaction


#: One thing in so many is a long file.
LONG = 10
ROUNDS = 3
SHARES = (0.5, 0.95)


@implementer(ISearchText)
class Thing:
    """A short text, or a file of pages."""

    sections = ()
    unit = "page"

    def __init__(self, document, pages):
        self.title, self.keywords = document.title, document.description
        self.body = "" if pages else document.body
        self.pages = pages


def things(number, passages):
    """Yield (record id, Thing)."""
    texts = numbered(number)
    length = (passages - number) // (number // LONG)
    for rid, document in texts:
        pages = ()
        if rid % LONG == 0:
            said = [texts[(rid * 31 + page * 17) % number][1] for page in range(length)]
            pages = tuple(
                Part(
                    "page",
                    page,
                    "",
                    f"{text.description} {text.body}",
                    (text.title,),
                    ((0, (text.title, text.description)),),
                )
                for page, text in enumerate(said, 1)
            )
        yield rid, Thing(document, pages)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--things", type=int, default=20_000)
    options.add_argument("--passages", type=int, default=200_000)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = FulltextIndex("fulltext")
        connection = DB(FileStorage(f"{folder}/Data.fs")).open()
        connection.root()["index"] = index
        began = time.process_time()
        for place, (rid, thing) in enumerate(things(args.things, args.passages)):
            index.index_object(rid, thing)
            if place % 500 == 0:
                transaction.commit()
                connection.cacheGC()
        transaction.commit()
        connection.cacheMinimize()
        print(
            f"written in {time.process_time() - began:.0f} s, "
            f"database {Path(folder, 'Data.fs').stat().st_size / 1e6:.0f} MB",
            flush=True,
        )
        home = Path(folder) / "client"
        home.mkdir()
        engine = Delivered(home)
        gc.collect()
        before = memory()
        began = time.process_time()
        engine.rebuild(index)
        seconds = time.process_time() - began
        passages = engine.follower_of(index).sidecar.searcher.num_docs
        print(
            f"{passages:,} documents read anew in {seconds:.0f} s, "
            f"disk {engine.size() / 1e6:.0f} MB",
            flush=True,
        )
        asked = [text for name in ("queries.txt", "heldout.txt") for _, text, _ in queries(name)]
        for limit, what in ((None, "engine"), (20, "and the places of twenty hits")):
            took = []
            for _turn in range(ROUNDS):
                for text in asked:
                    began = time.process_time()
                    query = parse(text)
                    found = engine.search(index, query)
                    if limit:
                        marker = Marker(engine.analyser(index), query, found.suggestions.values())
                        for _, rid in found.ranked[:limit]:
                            scored = found.places.get(rid, ())
                            places_of(index.records[rid], scored, marker)
                    took.append(time.process_time() - began)
            first, p50, p95 = (1000 * s for s in (took[0], *(percentile(took, p) for p in SHARES)))
            print(f"{what}: first {first:.0f} ms, p50 {p50:.0f} ms, p95 {p95:.0f} ms", flush=True)
        gc.collect()
        print(f"memory {memory() - before:.0f} MB")


if __name__ == "__main__":
    main()
