"""What the best hits are about: others about it come before those that merely have the words.

Pseudo-relevance feedback, as in Lavrenko and Croft, Relevance-based language models, SIGIR 2001,
but for the order alone: nothing is found, or left out, by it.
"""

from kommunalhub.search.analysis.stopwords import STOPPED
from kommunalhub.search.fulltext.sidecar import FIELDS
from math import log


#: So many hits tell; a word has to be in the titles or descriptions of so many of them.
BEST, SHARED = 3, 2
#: So many words are taken of them, and none that tells less than this.
WORDS, LEAST = 10, 0.05
#: What one of them weighs beside a word of the query.
WEIGHT = 0.6
SHORTEST = 3


def shared(question, ranked, query):
    """Return {stem: weight} of what the best of all that is ranked are about, {} for nothing.

    Where many score alike none is the best.
    """
    best = ranked[:BEST]
    if len(best) < SHARED or ranked[-1][0] == best[0][0]:
        return {}
    own = set()
    for typed in query.words:
        word = question.read(query, typed)
        own.update((word.stem, *word.kin))
    shares, number = {}, {}
    for score, rid in best:
        for stem in _about(question, rid) - own:
            shares[stem] = shares.get(stem, 0) + score / best[0][0]
            number[stem] = number.get(stem, 0) + 1
    weights = {
        stem: share / len(best) * _rarity(question, stem)
        for stem, share in shares.items()
        if number[stem] >= SHARED
    }
    first = sorted(weights, key=lambda stem: (-weights[stem], stem))[:WORDS]
    return {stem: weights[stem] * WEIGHT for stem in first if weights[stem] > LEAST}


def _about(question, rid):
    """Return the stems of the words in title and description of a text."""
    record = question.records.get(rid)
    if record is None:
        return set()
    return {
        word.stem
        for word in question.analyser.words(f"{record.title}\n{record.keywords}")
        if len(word.stem) >= SHORTEST and word.stem.isalpha() and word.folded not in STOPPED
    }


def _rarity(question, stem):
    """Return from 0 for what all texts have to 1."""
    texts = number = 0
    for sidecar, _ in question.sources:
        texts += sidecar.searcher.num_docs
        number += max(sidecar.searcher.doc_freq(name, stem) for name in FIELDS)
    return max(0.0, log(texts / max(number, 1)) / log(max(texts, 2)))
