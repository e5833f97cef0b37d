"""A word of a query as a clause that weighs where it stands, and in which form."""

from kommunalhub.search.analysis.analyser import stem
from kommunalhub.search.fulltext import suggesting
from kommunalhub.search.fulltext.ranking import weights
from kommunalhub.search.fulltext.ranking.sources import all_of
from kommunalhub.search.fulltext.ranking.sources import any_of
from kommunalhub.search.fulltext.ranking.sources import Sources
from kommunalhub.search.fulltext.sidecar import ABOUT
from kommunalhub.search.fulltext.sidecar import FIELDS
from kommunalhub.search.fulltext.sidecar import PARTS
from kommunalhub.search.fulltext.sidecar import WORDS
from math import log
from tantivy import Query as Clause

import re


class Clauses(Sources):
    """What words become; analyser: how they are read."""

    def __init__(self, sources, analyser, within):
        super().__init__(sources, within)
        self.analyser = analyser

    def may_have(self, word):
        """Return whether each part of a compound is in any text, whether it may be seen or not."""
        return all(map(self.is_term, word.parts or (word.stem,)))

    def inside(self, word):
        """Return a clause for texts with a word that another one is a part of."""
        return Clause.regex_query(self.schema, WORDS, f".*{re.escape(word.folded)}.*")

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
            weight = weights.WEIGHTS[name] * factor
            ways = [(name, stem, weight), (PARTS[name], stem, weight * weights.INSIDE)]
            for other in kin:
                less = weight * weights.KIN
                ways += [(name, other, less), (PARTS[name], other, less * weights.INSIDE)]
            ways = [
                Clause.boost_query(self.term(where, what), how)
                for where, what, how in ways
                if self.is_in(where, what)
            ]
            if ways:
                clauses.append(Clause.disjunction_max_query(ways, 0.1))
        if self.has_passages:
            ways = [(stem, factor), *((other, factor * weights.KIN) for other in kin)]
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
        return Clause.const_score_query(self.term(ABOUT, stem), weights.BELONGING * factor * rarity)

    def weighted(self, word, has, number):
        """Return a clause that weighs a word; has: what so many texts fulfil."""
        clauses = [
            self.weighed(word.stem, kin=word.kin),
            Clause.boost_query(self.term(WORDS, word.folded), weights.AS_TYPED),
            Clause.const_score_query(has, weights.COVERAGE * self.rarity(number)),
        ]
        if self.has_passages:
            names = ("heads", PARTS["heads"])
            headed = [(name, stem) for name in names for stem in (word.stem, *word.kin)]
            headed = [self.term(*one) for one in headed if self.is_in(*one)]
            if len(word.stem) >= weights.SHORTEST_HEAD:
                # compounds that no list of words takes apart: Taktartangabe
                headed += [self.term("heads", longer) for longer in self.longer(word.stem)]
            headed = any_of(headed)
            if headed is not None:
                worth = weights.HEADED * self.rarity(number)
                clauses.append(Clause.const_score_query(headed, worth))
        if word.parts:
            number = len(word.parts)
            parts = list(zip(word.parts, word.kin_of_parts, strict=True))
            share = weights.ALL_PARTS / number
            clauses.append(all_of(self.weighed(part, share, kin) for part, kin in parts))
            clauses += [self.weighed(part, weights.ONE_PART / number, kin) for part, kin in parts]
            clauses += [self.weighed(part, weights.ONE_PART) for part in word.joined]
        return Clause.boost_query(any_of(clauses), 1.0 if word.is_noun else weights.NO_NOUN)

    def longer(self, stem):
        """Return the stems in headings that go on after one, some where there are many."""
        found = {
            term
            for sidecar, _ in self.sources
            for term, _count in sidecar.searcher.terms_with_prefix("heads", stem)
        }
        return sorted(found - {stem})[: weights.MOST_LONGER]

    def rarity(self, number):
        """Return from LEAST_RARE to 1 how much tells apart what so many texts have."""
        texts = sum(sidecar.searcher.num_docs for sidecar, _ in self.sources)
        common = min(1.0, log(max(number, 1)) / log(max(texts, 2)))
        return 1 - (1 - weights.LEAST_RARE) * common

    def near(self, one, other):
        """Return a clause for two words that stand near each other in a text, in either order."""
        pairs = [(one.stem, other.stem), (other.stem, one.stem)]
        return Clause.boost_query(
            Clause.disjunction_max_query(
                [
                    Clause.phrase_query(self.schema, "body", list(pair), slop=weights.BETWEEN)
                    for pair in pairs
                ]
            ),
            weights.NEAR * min(1.0 if word.is_noun else weights.NO_NOUN for word in (one, other)),
        )

    def row(self, typed):
        """Return a clause for words that stand in a row as they were typed, None where none can.

        The words between the telling ones are heard too: auf den neuesten Stand.
        """
        words = [self.analyser.word(one) for one in typed]
        if not all(self.is_in("body", word.stem) for word in words):
            return None
        weight = weights.ROW[len(words)]
        weight *= 1.0 if any(word.is_noun for word in words) else weights.NO_NOUN
        stems = [word.stem for word in words]
        return Clause.boost_query(Clause.phrase_query(self.schema, "body", stems), weight)

    def parts_of(self, word):
        """Return a clause for any part of a compound that as a whole nothing has, or None."""
        share = weights.SOME_PART / len(word.parts) if word.parts else 0
        before, head = word.parts[:-1], word.parts[-1:]
        clauses = [self.weighed(part, share) for part in (*before, *word.joined)]
        clauses += [self.weighed(part, share * weights.HEAD) for part in head]
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
            for link in weights.LINKS
        }
        there = [made for made in sorted(stems) if self.is_term(made)]
        there = [self.weighed(made, weights.TOGETHER) for made in there]
        return Clause.disjunction_max_query(there) if there else None

    def meant(self, word):
        """Return a clause for words that differ in a letter or two or go on after it, or None."""
        clauses = []
        wrong = suggesting.wrong_letters(word.folded)
        if wrong:
            clauses.append(self.similar(word, wrong))
        if len(word.folded) >= weights.SHORTEST_BEGINNING and word.folded.isalnum():
            clauses.append(Clause.regex_query(self.schema, WORDS, f"{word.folded}.*"))
        return Clause.boost_query(any_of(clauses), weights.FUZZY) if clauses else None

    def similar(self, word, wrong):
        return Clause.fuzzy_term_query(self.schema, WORDS, word.folded, wrong)

    def phrase(self, words):
        """Return a clause for these words in this order, in any form."""
        stems = [self.analyser.word(word).stem for word in words]
        if len(stems) == 1:
            clauses = {name: self.term(name, stems[0]) for name in FIELDS}
        else:
            clauses = {name: Clause.phrase_query(self.schema, name, stems) for name in FIELDS}
        return any_of(
            Clause.boost_query(clause, weights.WEIGHTS[name]) for name, clause in clauses.items()
        )

    def star(self, star):
        pattern = ".*".join(re.escape(piece) for piece in star.split("*"))
        return Clause.regex_query(self.schema, WORDS, pattern)
