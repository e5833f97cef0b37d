"""Asks the sidecars that hold the texts, and keeps to what may be seen."""

from kommunalhub.search.fulltext.sidecar import FIELDS
from kommunalhub.search.fulltext.sidecar import PARTS
from tantivy import Occur
from tantivy import Query as Clause


MUST, SHOULD, NOT = Occur.Must, Occur.Should, Occur.MustNot

#: What scores less than this share of the best hit is a hit by chance.
TAIL = 0.04
#: So many hits are asked for where any will do.
SOME = 50
#: So many passages are scored; what else has the words comes after them.
MOST_HITS = 1500


def any_of(clauses):
    clauses = [clause for clause in clauses if clause is not None]
    return Clause.boolean_query([(SHOULD, clause) for clause in clauses]) if clauses else None


def all_of(clauses):
    return Clause.boolean_query([(MUST, clause) for clause in clauses])


class Sources:
    """Asks all sources the same and keeps to what may be seen."""

    def __init__(self, sources, within):
        self.sources = sources
        self.schema = sources[0][0].schema
        self.within = within
        self.has_passages = any(sidecar.has_passages for sidecar, _ in sources)
        documents = sum(sidecar.searcher.num_docs for sidecar, _ in sources)
        self.is_large = documents > MOST_HITS and self.has_passages
        self.texts = sum(len(sidecar.known) for sidecar, _ in sources)
        self.whole = None
        #: What one text alone fulfils, where only its passages are asked for.
        self.only = None

    # Asking

    def find(self, clause, limit=None):
        """Return [(score, record id)] of texts that may be seen, best first."""
        hits = self.find_passages(clause, limit)
        if not self.has_passages:
            return [(score, rid) for score, rid, _ in hits]
        best = {}
        for score, rid, _ in hits:
            best.setdefault(rid, score)
        return [(score, rid) for rid, score in best.items()]

    def find_passages(self, clause, limit=None, tail=0.0):
        """Return [(score, record id, place)] of what may be seen, best first."""
        if self.only is not None:
            clause = all_of([self.only, clause])
        hits = []
        for sidecar, left_out in self.sources:
            found = sidecar.find(clause, limit, tail, self.within)
            if left_out:
                found = [hit for hit in found if hit[1] not in left_out]
            hits += found
        if len(self.sources) > 1:
            hits.sort(key=lambda hit: -hit[0])
            least = hits[0][0] * tail if hits else 0
            hits = [hit for hit in hits if hit[0] >= least]
        return hits

    def best_and_others(self, clause):
        """Return ([(score, record id, place)] best first, ids of texts that have a word besides).

        Of many passages only the best are scored, unless the person may see few of them.
        """
        if not self.is_large:
            return self.find_passages(clause, tail=TAIL), set()
        hits = self.find_passages(clause, MOST_HITS, TAIL)
        if self.within is not None and len(hits) < SOME:
            return self.find_passages(clause, tail=TAIL), set()
        others = set()
        is_cut = len(hits) >= (MOST_HITS if self.within is None else SOME)
        if self.whole is not None and is_cut:
            for sidecar, left_out in self.sources:
                others |= sidecar.texts_with(self.whole) - left_out
        if self.within is not None:
            others = {rid for rid in others if rid in self.within}
        return hits, others

    def number(self, clause):
        """Return how many texts fulfil the clause, 0 when none that may be seen does."""
        number, is_seen = 0, False
        for sidecar, left_out in self.sources:
            hits, count = sidecar.some(clause, SOME, self.within)
            number += count
            is_seen = is_seen or any(hit[1] not in left_out for hit in hits)
        if number and not is_seen:
            is_seen = bool(self.find(clause))
        return number if is_seen else 0

    def first(self, clause):
        """Return some of the best passages that may be seen; [] only when there is none."""
        return self.find_passages(clause, SOME) or self.find_passages(clause)

    def occurs(self, clause):
        """Return whether a text that may be seen fulfils the clause."""
        return clause is not None and bool(self.first(clause))

    # Terms

    def term(self, name, stem):
        return Clause.term_query(self.schema, name, stem)

    def is_term(self, stem):
        """Return whether any text has the stem, whether it may be seen or not."""
        return any(self.is_in(name, stem) for name in (*FIELDS, *PARTS.values()))

    def is_in(self, name, stem):
        return any(sidecar.searcher.doc_freq(name, stem) for sidecar, _ in self.sources)

    # Whole texts

    def keep_to(self, musts, nots):
        """Keep to texts that have, in any passage, all that they must and nothing they must not."""
        having = [self.texts_with(clause) for clause in musts] if len(musts) > 1 else []
        without = [self.texts_with(clause) for clause in nots]
        if having or without:
            self.within = _Kept(self.within, having, without)

    def texts_with(self, clause):
        found = set()
        for sidecar, left_out in self.sources:
            found |= sidecar.texts_with(clause) - left_out
        return found


class _Kept:
    """Record ids of texts that may be seen, have all of some sets and none of others."""

    def __init__(self, within, having, without):
        self.within = within
        self.having = set.intersection(*having) if having else None
        self.without = set().union(*without)

    def __contains__(self, rid):
        if rid in self.without or (self.having is not None and rid not in self.having):
            return False
        return self.within is None or rid in self.within
