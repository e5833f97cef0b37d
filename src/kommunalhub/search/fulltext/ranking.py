"""A query as clauses with weights, and what it finds among the texts that may be seen.

A text in several passages scores what its best passage does, and a little more for others that are
good as well; what it is called and described by counts for each of them.

A word counts as known only when a text that may be seen has it: what nobody may see changes
neither the hits nor whether something else is suggested.
"""

from dataclasses import dataclass
from dataclasses import field
from itertools import pairwise
from kommunalhub.search.analysis.analyser import stem
from kommunalhub.search.fulltext import feedback
from kommunalhub.search.fulltext import suggesting
from kommunalhub.search.fulltext.sidecar import ABOUT
from kommunalhub.search.fulltext.sidecar import FIELDS
from kommunalhub.search.fulltext.sidecar import KEY
from kommunalhub.search.fulltext.sidecar import key_of
from kommunalhub.search.fulltext.sidecar import NOWHERE
from kommunalhub.search.fulltext.sidecar import PARTS
from kommunalhub.search.fulltext.sidecar import REST
from kommunalhub.search.fulltext.sidecar import WHOLE
from kommunalhub.search.fulltext.sidecar import WORDS
from math import log
from tantivy import Occur
from tantivy import Query as Clause

import re


MUST, SHOULD, NOT = Occur.Must, Occur.Should, Occur.MustNot

#: How much a word weighs in a field, and as a part of a longer word there.
WEIGHTS = {"title": 2.5, "lead": 2.0, "heads": 2.0, "body": 1.0}
#: A word that only what a passage belongs to is about: its title, description, headings above.
BELONGING = 1.0
#: What a passage gets for each word of the query that one of its headings has.
HEADED = 3.0
#: A word of a heading that begins with one of so many letters has it too.
SHORTEST_HEAD, MOST_LONGER = 5, 30
#: A word that stands in contents and indexes only.
LISTED = 1.0
#: What the second and third best passages of a text add, as a share of what they score.
ALSO = (0.1, 0.05)
#: So many of its best passages are told.
MOST_PLACES = 8
INSIDE = 0.6
#: All parts of a compound that is asked for, and one of them.
ALL_PARTS, ONE_PART = 1.0, 0.2
#: The parts of one that nothing has as a whole.
SOME_PART = 1.0
#: How much more its last part says than the others: a Feueralarm is an alarm.
HEAD = 1.5
#: A compound of two words that stand beside each other in the query, and what may link them.
TOGETHER, LINKS = 1.5, ("", "s", "es", "n", "en", "e")
#: The very form that was typed.
AS_TYPED = 0.25
#: What a text gets for each word of the query that it has at all.
COVERAGE = 8.0
#: What is left of that for a word that all texts have.
LEAST_RARE = 0.4
#: A word of the same family: Antrag, where somebody asks for beantragen.
KIN = 0.7
#: A word that means the same.
SYNONYM = 0.8
#: Verbs and adjectives tell less than nouns, names and foreign words.
NO_NOUN = 0.7
#: Two words of the query near each other, and how many words may stand between them.
NEAR, BETWEEN = 1.0, 25
#: With how many of the words after it a word of the query is paired.
PAIRED = 3
#: A word that is meant, perhaps.
FUZZY = 0.7
#: What scores less than this share of the best hit is a hit by chance.
TAIL = 0.04
#: So many hits are asked for where any will do.
SOME = 50
ORDERED = 1000
#: So many passages are scored; what else has the words comes after them.
MOST_HITS = 1500
#: What a word counts that goes on after what has been typed so far.
BEGINNING = 3.0
#: An unknown word of so many letters may be the beginning of one.
SHORTEST_BEGINNING = 3


@dataclass
class Ranked:
    """ranked: [(score, record id)], best first; unknown: words as typed that nothing has.

    suggestions: {unknown word: what may have been meant, as it is written in a text}. places:
    {record id: [(score, place), ...]} of the best passages of texts that have several.
    """

    ranked: list = field(default_factory=list)
    unknown: tuple = ()
    suggestions: dict = field(default_factory=dict)
    places: dict = field(default_factory=dict)


def search(sources, query, analyser, within=None, records=None):
    """Return what is Ranked in all sources: (sidecar, record ids in it that do not count)."""
    if not query.asks:
        return Ranked()
    asked = _Question(sources, analyser, within, records)
    clause, unknown = asked.clause_of(query)
    found = Ranked(unknown=unknown)
    if clause is not None:
        hits, others = asked.best_and_others(clause)
        texts, found.places = by_text(hits)
        ranked = asked.brought_near(in_order(texts), query)
        known = {rid for _, rid in ranked}
        found.ranked = ranked + [(0.0, rid) for rid in sorted(others - known)]
    found.suggestions = asked.suggestions
    return found


def passages(sources, query, analyser, rid, records=None, limit=MOST_PLACES):
    """Return [(score, place)] of the passages of one text that answer a query, best first."""
    if not query.asks:
        return []
    keys = {
        key_of(rid, sidecar.known[rid])
        for sidecar, left_out in sources
        if rid in sidecar.known and rid not in left_out
    }
    if not keys:
        return []
    asked = _Question(sources, analyser, {rid}, records)
    asked.only = Clause.const_score_query(
        any_of(Clause.term_query(asked.schema, KEY, key) for key in keys), 0.0
    )
    clause, _unknown = asked.clause_of(query)
    if clause is None:
        return []
    found = asked.find_passages(clause, limit + 1)
    return [(score, place) for score, _, place in found if place != NOWHERE][:limit]


def by_text(hits):
    """Return ([(score, record id)] of texts, {record id: [(score, place)]}) of their passages."""
    scores, counts, places = {}, {}, {}
    for score, rid, place in hits:
        number = counts.get(rid, 0)
        counts[rid] = number + 1
        if not number:
            scores[rid] = score
        elif number <= len(ALSO):
            scores[rid] += ALSO[number - 1] * score
        if place != NOWHERE and number < MOST_PLACES:
            places.setdefault(rid, []).append((score, place))
    texts = sorted(((score, rid) for rid, score in scores.items()), key=lambda hit: -hit[0])
    return texts, places


def in_order(hits):
    """Return the hits with those that score alike by record id: the same in every process.

    Nobody turns over so many pages that the others matter.
    """
    first = [(round(score, 3), rid) for score, rid in hits[:ORDERED]]
    return sorted(first, key=lambda hit: (-hit[0], hit[1])) + hits[ORDERED:]


def any_of(clauses):
    clauses = [clause for clause in clauses if clause is not None]
    return Clause.boolean_query([(SHOULD, clause) for clause in clauses]) if clauses else None


def all_of(clauses):
    return Clause.boolean_query([(MUST, clause) for clause in clauses])


class _Question:
    """Asks all sources the same and keeps to what may be seen."""

    def __init__(self, sources, analyser, within, records):
        self.sources = sources
        self.schema = sources[0][0].schema
        self.analyser = analyser
        self.within = within
        self.records = records
        self.suggestions = {}
        self.has_passages = any(sidecar.has_passages for sidecar, _ in sources)
        documents = sum(sidecar.searcher.num_docs for sidecar, _ in sources)
        self.is_large = documents > MOST_HITS and self.has_passages
        self.texts = sum(len(sidecar.known) for sidecar, _ in sources)
        self.whole = None
        #: What one text alone fulfils, where only its passages are asked for.
        self.only = None

    # Asking the sources

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

    def brought_near(self, ranked, query):
        """Return the hits with those further up that are about the same as the best ones."""
        about = feedback.shared(self, ranked, query)
        if not about:
            return ranked
        # among many passages what texts are called and described by has to do
        names = ("title", "lead") if self.is_large else FIELDS
        clause = any_of(
            Clause.boost_query(self.term(name, stem), WEIGHTS[name] * weight)
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

    # Clauses

    def term(self, name, stem):
        return Clause.term_query(self.schema, name, stem)

    def is_term(self, stem):
        """Return whether any text has the stem, whether it may be seen or not."""
        return any(self.is_in(name, stem) for name in (*FIELDS, *PARTS.values()))

    def is_in(self, name, stem):
        return any(sidecar.searcher.doc_freq(name, stem) for sidecar, _ in self.sources)

    def read(self, query, typed):
        """Return the Word for a word of a query, of a separable verb as a whole."""
        for particle, before in query.parted:
            if typed in before:
                verb = self.analyser.separable(particle, typed)
                if verb is not None and self.occurs(self.anywhere(verb.stem)):
                    return verb
        return self.analyser.word(typed)

    def particles(self, query):
        """Return what is said by a verb already: fest, where somebody asks: Wie lege ich … fest?"""
        return {
            particle
            for particle, before in query.parted
            for typed in before
            if typed in query.words and self.read(query, typed) != self.analyser.word(typed)
        }

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
                wanted.append(Clause.const_score_query(starts, BEGINNING))
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
                wanted.append(Clause.boost_query(meant, FUZZY))
        wanted += [self.compound(one, other) for one, other in pairwise(words)]
        for place, one in enumerate(words):
            wanted += [self.near(one, other) for other in words[place + 1 : place + 1 + PAIRED]]
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
        clauses += [(NOT, clause) for clause in nots]
        return Clause.boolean_query(clauses), tuple(unknown)

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

    def may_have(self, word):
        """Return whether each part of a compound is in any text, whether it may be seen or not."""
        return all(map(self.is_term, word.parts or (word.stem,)))

    def inside(self, word):
        """Return a clause for texts with a word that another one is a part of."""
        return Clause.regex_query(self.schema, WORDS, f".*{re.escape(word.folded)}.*")

    def known(self, word):
        """Return a weighted clause for a word and what means the same, None when nothing has it."""
        ways = []
        for other in (word, *self.analyser.synonyms(word)):
            number = self.number(self.has(other))
            if number:
                clause = self.weighted(other, self.has(other, ABOUT), number)
                ways.append(clause if other is word else Clause.boost_query(clause, SYNONYM))
        if not ways and self.has_passages:
            listed = any_of(self.term(REST, stem) for stem in (word.stem, *word.kin))
            if self.number(listed):
                ways.append(Clause.const_score_query(listed, LISTED))
        return Clause.disjunction_max_query(ways) if ways else None

    def anywhere(self, stem, *more):
        """Return a clause for texts that have the word, alone or as a part of another.

        more: names of fields that count besides. None where no text has it.
        """
        return any_of(self.terms_of((stem,), *more))

    def terms_of(self, stems, *more):
        """Return the clauses for each of some stems in each field where any text has it."""
        names = (*FIELDS, *PARTS.values(), *(more if self.has_passages else ()))
        return [self.term(name, stem) for stem in stems for name in names if self.is_in(name, stem)]

    def has(self, word, *more):
        """Return a clause for texts that have the word or all of its parts."""
        # side by side: the engine is much faster with terms alone than with clauses of terms
        clauses = self.terms_of((word.stem, *word.kin), *more)
        if word.parts:
            each = [
                any_of(self.terms_of((part, *kin), *more))
                for part, kin in zip(word.parts, word.kin_of_parts, strict=True)
            ]
            if None not in each:
                clauses.append(all_of(each))
        return any_of(clauses) or Clause.empty_query()

    def weighed(self, stem, factor=1.0, kin=()):
        """Return a clause that weighs where the word stands, or another of its kin."""
        clauses = []
        for name in FIELDS:
            weight = WEIGHTS[name] * factor
            ways = [(name, stem, weight), (PARTS[name], stem, weight * INSIDE)]
            for other in kin:
                ways += [(name, other, weight * KIN), (PARTS[name], other, weight * KIN * INSIDE)]
            ways = [
                Clause.boost_query(self.term(where, what), how)
                for where, what, how in ways
                if self.is_in(where, what)
            ]
            if ways:
                clauses.append(Clause.disjunction_max_query(ways, 0.1))
        if self.has_passages:
            ways = [(stem, factor), *((other, factor * KIN) for other in kin)]
            ways = [self.belonging(what, how) for what, how in ways if self.is_in(ABOUT, what)]
            if ways:
                clauses.append(Clause.disjunction_max_query(ways))
        return any_of(clauses) or Clause.empty_query()

    def belonging(self, stem, factor):
        """Return a clause for passages of a text that is called so, or under such a heading.

        As many of them have it as the text has passages: the number of texts tells how rare it is.
        """
        number = sum(
            max(sidecar.searcher.doc_freq(name, stem) for name in ("title", "lead", "heads"))
            for sidecar, _ in self.sources
        )
        rarity = log(1 + max(self.texts, 1) / max(number, 1))
        return Clause.const_score_query(self.term(ABOUT, stem), BELONGING * factor * rarity)

    def weighted(self, word, has, number):
        """Return a clause that weighs a word; has: what so many texts fulfil."""
        clauses = [
            self.weighed(word.stem, kin=word.kin),
            Clause.boost_query(self.term(WORDS, word.folded), AS_TYPED),
            Clause.const_score_query(has, COVERAGE * self.rarity(number)),
        ]
        if self.has_passages:
            names = ("heads", PARTS["heads"])
            headed = [(name, stem) for name in names for stem in (word.stem, *word.kin)]
            headed = [self.term(*one) for one in headed if self.is_in(*one)]
            if len(word.stem) >= SHORTEST_HEAD:
                # compounds that no list of words takes apart: Taktartangabe
                headed += [self.term("heads", longer) for longer in self.longer(word.stem)]
            headed = any_of(headed)
            if headed is not None:
                clauses.append(Clause.const_score_query(headed, HEADED * self.rarity(number)))
        if word.parts:
            number = len(word.parts)
            parts = list(zip(word.parts, word.kin_of_parts, strict=True))
            clauses.append(all_of(self.weighed(p, ALL_PARTS / number, kin) for p, kin in parts))
            clauses += [self.weighed(part, ONE_PART / number, kin) for part, kin in parts]
            clauses += [self.weighed(part, ONE_PART) for part in word.joined]
        return Clause.boost_query(any_of(clauses), 1.0 if word.is_noun else NO_NOUN)

    def longer(self, stem):
        """Return the stems in headings that go on after one, some where there are many."""
        found = {
            term
            for sidecar, _ in self.sources
            for term, _count in sidecar.searcher.terms_with_prefix("heads", stem)
        }
        return sorted(found - {stem})[:MOST_LONGER]

    def rarity(self, number):
        """Return from LEAST_RARE to 1 how much tells apart what so many texts have."""
        texts = sum(sidecar.searcher.num_docs for sidecar, _ in self.sources)
        common = min(1.0, log(max(number, 1)) / log(max(texts, 2)))
        return 1 - (1 - LEAST_RARE) * common

    def near(self, one, other):
        """Return a clause for two words that stand near each other in a text, in either order."""
        pairs = [(one.stem, other.stem), (other.stem, one.stem)]
        return Clause.boost_query(
            Clause.disjunction_max_query(
                [
                    Clause.phrase_query(self.schema, "body", list(pair), slop=BETWEEN)
                    for pair in pairs
                ]
            ),
            NEAR * min(1.0 if word.is_noun else NO_NOUN for word in (one, other)),
        )

    def parts_of(self, word):
        """Return a clause for any part of a compound that as a whole nothing has, or None."""
        share = SOME_PART / len(word.parts) if word.parts else 0
        before, head = word.parts[:-1], word.parts[-1:]
        clauses = [self.weighed(part, share) for part in (*before, *word.joined)]
        clauses += [self.weighed(part, share * HEAD) for part in head]
        return any_of(clauses)

    def compound(self, one, other):
        """Return a clause for texts that make a compound of the two: Antrag auf Reise, Reiseantrag.

        Either may come first, letters between them link them, and of a verb its noun is meant:
        eine Reise beantragen.
        """
        stems = {
            stem(f"{first}{link}{last}")
            for before, after in ((one, other), (other, one))
            for first in before.as_nouns
            for last in after.as_nouns
            for link in LINKS
        }
        there = [self.weighed(made, TOGETHER) for made in sorted(stems) if self.is_term(made)]
        return Clause.disjunction_max_query(there) if there else None

    def meant(self, word):
        """Return a clause for words that differ in a letter or two or go on after it, or None."""
        clauses = []
        wrong = suggesting.wrong_letters(word.folded)
        if wrong:
            clauses.append(self.similar(word, wrong))
        if len(word.folded) >= SHORTEST_BEGINNING and word.folded.isalnum():
            clauses.append(Clause.regex_query(self.schema, WORDS, f"{word.folded}.*"))
        return Clause.boost_query(any_of(clauses), FUZZY) if clauses else None

    def similar(self, word, wrong):
        return Clause.fuzzy_term_query(self.schema, WORDS, word.folded, wrong)

    def phrase(self, words):
        """Return a clause for these words in this order, in any form."""
        stems = [self.analyser.word(word).stem for word in words]
        if len(stems) == 1:
            return any_of(
                Clause.boost_query(self.term(name, stems[0]), WEIGHTS[name]) for name in FIELDS
            )
        return any_of(
            Clause.boost_query(Clause.phrase_query(self.schema, name, stems), WEIGHTS[name])
            for name in FIELDS
        )

    def star(self, star):
        pattern = ".*".join(re.escape(piece) for piece in star.split("*"))
        return Clause.regex_query(self.schema, WORDS, pattern)


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
