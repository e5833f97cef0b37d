"""Whether a hit leads to the page that explains it: real long files, judged by their pages.

    python benchmarks/search/places.py [--folder FOLDER] [--misses] [--texts FILE] [--by-manual]

Two collections of manuals (manuals.py), each with a tuned and a held-out half of queries: those of
`manuals`, and those of `guides`, which came later. Held out: judged before the first run, nothing
was tuned on it. For each query the first hit and its place are looked at, as a person sees them.
right: that page is among those judged; near: or a page beside one; listing: a page of contents or
an index; good: what is shown of it begins with a whole sentence, has a word marked and no stop
word, and no leaders.
"""

from collections import Counter
from engines import Delivered
from engines import Ours
from kommunalhub.lib.german import folding
from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.analysis.stopwords import STOPPED
from kommunalhub.search.answering import is_ahead
from kommunalhub.search.fulltext.index import FulltextIndex
from kommunalhub.search.interfaces import ISearchText
from kommunalhub.search.marking import Marker
from kommunalhub.search.places import answered
from kommunalhub.search.places import places_of
from kommunalhub.search.reading import process
from kommunalhub.search.sentences import DOTS
from kommunalhub.search.sentences import is_sentence
from kommunalhub.search.sentences import sentences
from math import log
from pathlib import Path
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.interface import implementer

import argparse
import manuals
import pickle
import tempfile
import time
import transaction


HERE = Path(__file__).parent
SETS = {"tuned": "{}.txt", "held out": "{}-heldout.txt"}
FOLDER = Path(tempfile.gettempdir()) / "kommunalhub-manuals"


@implementer(ISearchText)
class Manual:
    """What a manual is found by: its title and its pages."""

    keywords = body = ""
    sections = ()
    unit = "page"

    def __init__(self, title, pages):
        self.title = title
        self.pages = pages


def queries(path):
    """Return [(kind, text, {(manual, page)})]."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line)
    rows = [line.split(" | ") for line in lines if not line.startswith("#")]
    found = []
    for kind, text, right in rows:
        pages = (answer.rpartition(":") for answer in right.split(","))
        found.append((kind, text, {(manual, int(page)) for manual, _, page in pages}))
    return found


def read(folder):
    """Return {id: (title, pages)} as the hub's own reader reads them, and seconds for each page."""
    found, pages, began = {}, 0, time.perf_counter()
    for manual, path in manuals.fetch(folder):
        with path.open("rb") as file:
            reading = process.read(file, path.name)
        found[manual.id] = manual.title, reading.parts
        pages += len(reading.parts)
    return found, (time.perf_counter() - began) / pages


def collections(texts):
    """Yield (name, {id: Manual}, {set: queries}) of what read returns."""
    for name, members in manuals.COLLECTIONS.items():
        found = {manual.id: Manual(*texts[manual.id]) for manual in members}
        yield name, found, {part: queries(HERE / file.format(name)) for part, file in SETS.items()}


class Pages:
    """BM25 over pages, the baseline; words: how a text is read."""

    def __init__(self, texts, words):
        self.words = words
        self.pages = {
            (name, page.number): Counter(words(page.text))
            for name, manual in texts.items()
            for page in manual.pages
        }
        self.number = Counter(word for page in self.pages.values() for word in page)
        self.mean = sum(page.total() for page in self.pages.values()) / len(self.pages)

    def first(self, text):
        """Return (manual, page, pieces that are shown)."""
        asked = set(self.words(text))

        def score(place):
            page = self.pages[place]
            length = 1.2 * (0.25 + 0.75 * page.total() / self.mean)
            return sum(
                log(1 + len(self.pages) / self.number[word])
                * page[word]
                * 2.2
                / (page[word] + length)
                for word in asked
                if page[word]
            )

        return (*max(self.pages, key=score), [])


def plain(text):
    return [word.lower() for word in folding.words(text)]


def stems(analyser):
    def words(text):
        terms = analyser.terms(text)
        return (
            [*terms.stems, *terms.parts]
            if len(text) > 400
            else [word.stem for word in map(analyser.word, parse(text).words)]
        )

    return words


class Hub:
    """The engine of the hub, and the place that its pages show."""

    def __init__(self, texts, folder, engine=Ours):
        self.names = dict(enumerate(texts))
        self.index = FulltextIndex("fulltext")
        connection = DB(FileStorage(f"{folder}/Data.fs")).open()
        connection.root()["index"] = self.index
        for rid, name in self.names.items():
            self.index.index_object(rid, texts[name])
        transaction.commit()
        home = Path(folder) / "client"
        home.mkdir()
        self.engine = engine(home)
        self.engine.rebuild(self.index)

    def first(self, text):
        self.answer = None
        query = parse(text)
        found = self.engine.search(self.index, query)
        if not found.ranked:
            return None, None, []
        rid = found.ranked[0][1]
        marker = Marker(self.engine.analyser(self.index), query, found.suggestions.values())
        places = places_of(self.index.records[rid], found.places.get(rid, ()), marker)
        if not places:
            return self.names[rid], None, []
        if is_ahead(found.ranked):
            place = answered(text, marker, self.index.records[rid], places)
            self.answer = place and (self.names[rid], place.number, place.sentence)
        return self.names[rid], places[0].number, places[0].pieces


SHARES = ("file", "right", "near", "listing", "good")


def judged(engine, asked, misses=False):
    """Return [Counter] for each query: 1 for what is right about its first hit, see above."""
    listing = {
        (manual.id, page)
        for members in manuals.COLLECTIONS.values()
        for manual in members
        for page in manual.listing
    }
    found = []
    for _kind, text, right in asked:
        name, page, pieces = engine.first(text)
        near = is_near(name, page, right)
        answer = getattr(engine, "answer", None)
        is_right = answer is not None and is_near(*answer[:2], right)
        is_good = good(pieces)
        found.append(
            Counter(
                file=name in {manual for manual, _ in right},
                right=(name, page) in right,
                near=near,
                listing=(name, page) in listing,
                good=is_good,
                answers=answer is not None,
                answered=is_right,
            )
        )
        if misses and answer:
            print(f"    ANSWER {'' if is_right else 'WRONG '}{text}: {answer}")
        if misses and not (near and is_good):
            said = "".join(f"[{piece}]" if hit else piece for piece, hit in pieces)
            wanted = " ".join(f"{manual}:{number}" for manual, number in sorted(right))
            print(f"    {'' if near else 'WRONG '}{text}: {name}:{page} ({wanted})\n        {said}")
    return found


def is_near(name, page, right):
    """Return whether a page is one of those judged, or beside one."""
    return page is not None and any((name, page + n) in right for n in (-1, 0, 1))


def row(*cells, found):
    """Return a row of the table for what judged returns."""
    total = sum(found, Counter())
    shares = [f"{total[name] / len(found):.2f}" for name in SHARES]
    answers = f"{total['answered']} of {total['answers']}"
    return f"| {' | '.join((*cells, *shares, answers))} |"


def good(pieces):
    text = "".join(piece for piece, _ in pieces)
    marks = [piece for piece, hit in pieces if hit]
    if not marks or DOTS.search(text):
        return False
    start, end = sentences(text)[0]
    return is_sentence(text[start:end]) and not any(folding.fold(mark) in STOPPED for mark in marks)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--texts", type=Path, help="keep what was read, for the next run")
    options.add_argument("--misses", action="store_true")
    options.add_argument("--by-manual", action="store_true", help="the last engine's, in parts")
    options.add_argument("--engines", default="plain,analyser,ours,hub")
    args = options.parse_args()
    if args.texts and args.texts.exists():
        texts, seconds = pickle.loads(args.texts.read_bytes())
    else:
        texts, seconds = read(args.folder)
        if args.texts:
            args.texts.write_bytes(pickle.dumps((texts, seconds)))
    pages = sum(len(pages) for _title, pages in texts.values())
    print(f"{pages} pages, read in {seconds * 1000:.0f} ms each\n")
    print(
        "| engine | files | set | right file | right page | ± 1 | listing shown | snippet good "
        "| answers right |"
    )
    print("|" + "---|" * 9)
    every = {}
    for title, make in (ENGINES[name] for name in args.engines.split(",")):
        for collection, found, sets in collections(texts):
            with tempfile.TemporaryDirectory() as folder:
                engine = make(found, folder)
                for part, asked in sets.items():
                    misses = args.misses and title == "hub" and part == "tuned"
                    result = judged(engine, asked, misses)
                    every[collection, part] = asked, result
                    print(row(title, collection, part, found=result), flush=True)
    if args.by_manual:
        print()
        for name in texts:
            about = [
                one
                for asked, found in every.values()
                for (_, _, right), one in zip(asked, found, strict=True)
                if name in {manual for manual, _ in right}
            ]
            print(row(title, name, "both", found=about))


ENGINES = {
    "plain": ("BM25 by page", lambda texts, folder: Pages(texts, plain)),
    "analyser": ("same, our analyser", lambda texts, folder: Pages(texts, stems(Analyser("")))),
    "ours": ("hub, no synonyms", Hub),
    "hub": ("hub", lambda texts, folder: Hub(texts, folder, Delivered)),
}


if __name__ == "__main__":
    main()
