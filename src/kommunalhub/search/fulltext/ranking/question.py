"""A query as one clause."""

from itertools import pairwise
from kommunalhub.search.fulltext import feedback
from kommunalhub.search.fulltext import suggesting
from kommunalhub.search.fulltext.ranking import weights
from kommunalhub.search.fulltext.ranking.clauses import Clauses
from kommunalhub.search.fulltext.ranking.hits import in_order
from kommunalhub.search.fulltext.ranking.hits import ORDERED
from kommunalhub.search.fulltext.ranking.sources import any_of
from kommunalhub.search.fulltext.ranking.sources import MOST_HITS
from kommunalhub.search.fulltext.ranking.sources import MUST
from kommunalhub.search.fulltext.ranking.sources import NOT
from kommunalhub.search.fulltext.ranking.sources import SHOULD
from kommunalhub.search.fulltext.sidecar import ABOUT
from kommunalhub.search.fulltext.sidecar import FIELDS
from kommunalhub.search.fulltext.sidecar import REST
from kommunalhub.search.fulltext.sidecar import WHOLE
from kommunalhub.search.fulltext.sidecar import WORDS
from tantivy import Query as Clause


class Question(Clauses):
    """records: of the texts, for what is suggested."""

    def __init__(self, sources, analyser, within, records):
        super().__init__(sources, analyser, within)
        self.records = records
        self.suggestions = {}

    def read(self, query, typed):
        """Return the Word for a word of a query, of a separable verb as a whole."""
        for particle, before in query.parted:
            if typed in before:
                verb = self.analyser.separable(particle, typed)
                if verb is not None and self.occurs(self.anywhere(verb.stem)):
                    return verb
        return self.analyser.word(typed)

    def particles(self, query):
        """Return what is said by a verb already: fest, where somebody asks: Wie lege ich … fest?

        Or by one that says nothing: Wie finde ich … heraus?
        """
        said = set()
        for particle, before in query.parted:
            for typed in before:
                if typed in query.words:
                    is_said = self.read(query, typed) != self.analyser.word(typed)
                else:
                    is_said = self.analyser.separable(particle, typed) is not None
                if is_said:
                    said.add(particle)
        return said

    def clause_of(self, query):
        """Return (clause, words that nothing has); clause None when there is nothing to ask."""
        wanted, musts, words, unknown = [], [], [], []
        said = self.particles(query)
        for typed in query.words:
            word = self.read(query, typed)
            if word.folded in said and len(query.words) > 1:
                continue
            words.append(word)
            if query.beginning and typed == query.words[-1] and word.folded.isalnum():
                starts = Clause.regex_query(self.schema, WORDS, f"{word.folded}.*")
                wanted.append(Clause.const_score_query(starts, weights.BEGINNING))
            known = self.known(word)
            if known is not None:
                wanted.append(known)
                continue
            unknown.append(typed)
            wanted += [clause for clause in (self.meant(word), self.parts_of(word)) if clause]
            other = self.suggested(typed, word)
            if other is not None:
                has = self.has(other)
                meant = self.weighted(other, has, self.number(has))
                wanted.append(Clause.boost_query(meant, weights.FUZZY))
        wanted += [self.compound(one, other) for one, other in pairwise(words)]
        for place, one in enumerate(words):
            after = words[place + 1 : place + 1 + weights.PAIRED]
            wanted += [self.near(one, other) for other in after]
        musts += [self.phrase(words) for words in query.phrases]
        musts += [self.star(star) for star in query.stars]
        if not wanted and not musts:
            return None, tuple(unknown)
        nots = [self.phrase((word,)) for word in query.without_words]
        nots += [self.phrase(words) for words in query.without_phrases]
        if self.has_passages:
            self.keep_to(musts, nots)
            if len(musts) > 1:  # each in some passage of the text
                wanted, musts = [*wanted, *musts], []
            if not musts:
                self.whole = self.in_whole(words)
        clauses = [(MUST, clause) for clause in musts]
        if wanted:
            clauses.append((SHOULD if musts else MUST, any_of(wanted)))
        # these find nothing more
        clauses += [(SHOULD, clause) for clause in map(self.row, query.rows) if clause]
        clauses += [(NOT, clause) for clause in nots]
        return Clause.boolean_query(clauses), tuple(unknown)

    def in_whole(self, words):
        """Return a clause for what a text in passages is called, and for texts in one passage."""
        named = {stem for word in words for stem in (word.stem, *word.kin)}
        return any_of(self.term(WHOLE, stem) for stem in sorted(named))

    def suggested(self, typed, word):
        """Return the Word that was meant by one that nothing has, or None; note how to say it."""
        spelled, other = suggesting.suggest(self, word), None
        if spelled is not None:
            other = self.analyser.word(spelled)
        else:
            meant = suggesting.compound(self, word)
            if meant is not None:
                other, spelled = meant
        if spelled is not None:
            self.suggestions[typed] = spelled
        return other

    def known(self, word):
        """Return a weighted clause for a word and what means the same, None when nothing has it."""
        ways = []
        for other in (word, *self.analyser.synonyms(word)):
            number = self.number(self.has(other))
            if number:
                clause = self.weighted(other, self.has(other, ABOUT), number)
                alike = other is not word
                ways.append(Clause.boost_query(clause, weights.SYNONYM) if alike else clause)
        if not ways and self.has_passages:
            listed = any_of(self.term(REST, stem) for stem in (word.stem, *word.kin))
            if self.number(listed):
                ways.append(Clause.const_score_query(listed, weights.LISTED))
        return Clause.disjunction_max_query(ways) if ways else None

    def brought_near(self, ranked, query):
        """Return the hits with those further up that are about the same as the best ones."""
        about = feedback.shared(self, ranked, query)
        if not about:
            return ranked
        # among many passages what texts are called and described by has to do
        names = ("title", "lead") if self.is_large else FIELDS
        clause = any_of(
            Clause.boost_query(self.term(name, stem), weights.WEIGHTS[name] * weight)
            for stem, weight in about.items()
            for name in names
            if self.is_in(name, stem)
        )
        if clause is None:
            return ranked
        limit = MOST_HITS if self.is_large else None
        more = {rid: score for score, rid in self.find(clause, limit)}
        first = [(score + more.get(rid, 0), rid) for score, rid in ranked[:ORDERED]]
        return in_order(first) + ranked[ORDERED:]
