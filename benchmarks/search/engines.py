"""The engines that are compared: implementations of search.interfaces.ISearchEngine.

Each reads the texts of an index with `rebuild` and answers with `search`. size() returns its bytes
on disk, without the texts, which the database keeps for all of them.
"""

from BTrees.IIBTree import IIBucket
from BTrees.IIBTree import weightedUnion
from functools import cache
from kommunalhub.search.analysis.analyser import Analyser
from kommunalhub.search.analysis.analyser import read_synonyms
from kommunalhub.search.analysis.stopwords import STOPPED
from kommunalhub.search.fulltext.embedded import EmbeddedEngine
from kommunalhub.search.fulltext.embedded import SYNONYMS
from kommunalhub.search.fulltext.ranking import Ranked
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.search.interfaces import ISearchText
from pathlib import Path
from Products.CMFPlone.UnicodeSplitter import I18NNormalizer
from Products.CMFPlone.UnicodeSplitter import Splitter
from Products.ZCTextIndex.Lexicon import Lexicon
from Products.ZCTextIndex.OkapiIndex import OkapiIndex
from Products.ZCTextIndex.ParseTree import ParseError
from Products.ZCTextIndex.QueryParser import QueryParser
from xml.etree import ElementTree
from zope.interface import implementer

import kommunalhub
import pickle


def best_first(scores, within):
    """Return what is Ranked, from {record id: score}."""
    hits = [(score, rid) for rid, score in scores.items() if within is None or rid in within]
    return Ranked(sorted(hits, reverse=True))


def pickled(index):
    """Return the bytes of a ZCTextIndex's postings, texts and words in a database."""
    postings = [(word, list(found.items())) for word, found in index._wordinfo.items()]
    words = list(index._lexicon._wids.items())
    return len(pickle.dumps((postings, list(index._docwords.items()), words)))


@implementer(ISearchEngine)
class InCatalog:
    """An index of the catalog: it has read whatever is in the database."""

    def __init__(self, folder):
        self.read = Analyser("Unterstützung")
        self.make()

    def waiting(self, index):
        return 0

    def analyser(self, index):
        return self.read

    def rebuild(self, index, tell=None):
        for rid, record in index.records.items():
            self.add(rid, record.fields())
        return len(index.records)


class Plain(InCatalog):
    """Plone as delivered: one ZCTextIndex, all words have to be there."""

    title = "Plone as delivered"
    either = False

    def make(self):
        self.lexicon = Lexicon(Splitter(), I18NNormalizer())
        self.index = OkapiIndex(self.lexicon)

    def add(self, rid, fields):
        self.index.index_doc(rid, " ".join(fields.values()))

    def search(self, index, query, within=None):
        words = query.text.replace("?", " ").replace(",", " ").split()
        if self.either:
            words = [word for word in words if word.casefold() not in STOPPED] or words
        try:
            tree = QueryParser(self.lexicon).parseQuery(
                (" OR " if self.either else " ").join(words)
            )
        except ParseError:
            return Ranked()
        return best_first(tree.executeQuery(self.index) or {}, within)

    def size(self):
        return pickled(self.index)


class PlainOr(Plain):
    """The same, stop words out, one word is enough."""

    title = "same, stop words out, OR"
    either = True


class Whitespace:
    def process(self, texts):
        return [word for text in texts for word in text.split()]


class Weighted(InCatalog):
    """Several weighted ZCTextIndexes in the catalog, fed by our analyser."""

    title = "ZCTextIndexes + our analyser"
    weights = {"title": 3, "lead": 2, "body": 1}

    def make(self):
        self.indexes = {name: OkapiIndex(Lexicon(Whitespace())) for name in self.weights}

    def add(self, rid, fields):
        for name, text in fields.items():
            terms = self.read.terms(text)
            self.indexes[name].index_doc(rid, " ".join(terms.stems + terms.parts))

    def search(self, index, query, within=None):
        total = IIBucket()
        for typed in query.words:
            word = self.read.word(typed)
            asked = [(word.stem, 4)] + [(part, 1) for part in word.inside]
            for name, weight in self.weights.items():
                for term, factor in asked:
                    found = self.indexes[name].search(term)
                    if found:
                        scores = IIBucket(found)
                        _, total = weightedUnion(total, scores, 1, weight * factor)
        return best_first(total, within)

    def size(self):
        return sum(map(pickled, self.indexes.values()))


class Ours(EmbeddedEngine):
    """A tantivy index beside the database, what the hub uses."""

    title = "tantivy + our analyser"

    def size(self):
        return sum(f.stat().st_size for f in Path(self.folder).rglob("*") if f.is_file())


class Delivered(Ours):
    """The same with the words that mean the same for a new hub; they were written last."""

    title = "same, with the synonyms of a new hub"

    def follower_of(self, index, exceptions=None):
        found = super().follower_of(index, exceptions)
        found.analyser.alike = delivered_synonyms()
        return found


@cache
def delivered_synonyms():
    """Return what read_synonyms makes of the setting in the profile."""
    profile = Path(kommunalhub.__file__).parent / "profiles" / "default" / "registry"
    for record in ElementTree.parse(profile / "search.xml").iter("record"):
        if record.get("name") == SYNONYMS:
            return read_synonyms(record.findtext("value"))
    raise LookupError(SYNONYMS)


@implementer(ISearchText)
class Texts:
    """What a document is found by."""

    pages = ()

    def __init__(self, document):
        self.title = document.title
        self.keywords = document.description
        self.body = document.body


ENGINES = {
    "plain": Plain,
    "or": PlainOr,
    "weighted": Weighted,
    "ours": Ours,
    "delivered": Delivered,
}
