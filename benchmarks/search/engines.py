"""The engines that are compared; each indexes documents and answers what somebody typed.

add([(number, document)])    find(text) -> [number], best first    size() -> bytes on disk
"""

from BTrees.IIBTree import IIBucket
from BTrees.IIBTree import weightedUnion
from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.analysis.stopwords import STOPPED
from kommunalhub.search.fulltext import ranking
from kommunalhub.search.fulltext.record import Record
from kommunalhub.search.fulltext.sidecar import Sidecar
from pathlib import Path
from Products.CMFPlone.UnicodeSplitter import I18NNormalizer
from Products.CMFPlone.UnicodeSplitter import Splitter
from Products.ZCTextIndex.Lexicon import Lexicon
from Products.ZCTextIndex.OkapiIndex import OkapiIndex
from Products.ZCTextIndex.ParseTree import ParseError
from Products.ZCTextIndex.QueryParser import QueryParser

import pickle


def best_first(scores):
    return [number for number, _ in sorted(scores.items(), key=lambda item: -item[1])]


def pickled(index):
    """Return the bytes of a ZCTextIndex's postings, texts and words in a database."""
    postings = [(word, list(found.items())) for word, found in index._wordinfo.items()]
    words = list(index._lexicon._wids.items())
    return len(pickle.dumps((postings, list(index._docwords.items()), words)))


class Plain:
    """Plone as delivered: one ZCTextIndex, all words have to be there."""

    title = "Plone as delivered"
    either = False

    def __init__(self, folder):
        self.lexicon = Lexicon(Splitter(), I18NNormalizer())
        self.index = OkapiIndex(self.lexicon)

    def add(self, documents):
        for number, document in documents:
            text = f"{document.title} {document.description} {document.body}"
            self.index.index_doc(number, text)

    def find(self, text):
        words = [word for word in text.replace("?", " ").replace(",", " ").split() if word]
        if self.either:
            words = [word for word in words if word.casefold() not in STOPPED] or words
        try:
            tree = QueryParser(self.lexicon).parseQuery(
                (" OR " if self.either else " ").join(words)
            )
        except ParseError:
            return []
        return best_first(tree.executeQuery(self.index) or {})

    def size(self):
        return pickled(self.index)


class PlainOr(Plain):
    """The same, stop words out, one word is enough."""

    title = "same, stop words out, OR"
    either = True


class Whitespace:
    def process(self, texts):
        return [word for text in texts for word in text.split()]


class Weighted:
    """Several weighted ZCTextIndexes in the catalog, fed by our analyser."""

    title = "ZCTextIndexes + our analyser"
    weights = {"title": 3, "lead": 2, "body": 1}

    def __init__(self, folder):
        self.analyser = Analyser("Unterstützung")
        self.indexes = {name: OkapiIndex(Lexicon(Whitespace())) for name in self.weights}

    def add(self, documents):
        for number, document in documents:
            for name, text in Record.of(Texts(document)).fields().items():
                terms = self.analyser.terms(text)
                self.indexes[name].index_doc(number, " ".join(terms.stems + terms.parts))

    def find(self, text):
        total = IIBucket()
        for typed in parse(text).words:
            word = self.analyser.word(typed)
            asked = [(word.stem, 4)] + [(part, 1) for part in (*word.parts, *word.joined)]
            for name, weight in self.weights.items():
                index = self.indexes[name]
                for term, factor in asked:
                    found = index.search(term)
                    if found:
                        scores = IIBucket(found)
                        _, total = weightedUnion(total, scores, 1, weight * factor)
        return best_first(total)

    def size(self):
        return sum(map(pickled, self.indexes.values()))


class Ours:
    """A tantivy index beside the database, what the hub uses."""

    title = "tantivy + our analyser"

    def __init__(self, folder):
        self.folder = Path(folder)
        self.analyser = Analyser("Unterstützung")
        self.sidecar = Sidecar(self.folder)
        self.records = {}

    def add(self, documents):
        texts = []
        for number, document in documents:
            record = Record.of(Texts(document))
            terms = {name: self.analyser.terms(text) for name, text in record.fields().items()}
            texts.append((number, 1, terms))
            self.records[number] = record
        self.sidecar.apply(texts)

    def find(self, text):
        sources = [(self.sidecar, frozenset())]
        found = ranking.search(sources, parse(text), self.analyser, None, self.records)
        return [number for _, number in found.ranked]

    def size(self):
        return sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())


class Texts:
    pages = ()

    def __init__(self, document):
        self.title = document.title
        self.keywords = document.description
        self.body = document.body


ENGINES = {"plain": Plain, "or": PlainOr, "weighted": Weighted, "ours": Ours}
