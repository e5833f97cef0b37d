"""Which words of a text were asked for, and which of its sentences say it best: pure."""

from dataclasses import dataclass
from functools import lru_cache
from kommunalhub.lib.german import folding
from kommunalhub.search.analysis.stopwords import STOPPED
from kommunalhub.search.answering import value_wanted
from kommunalhub.search.sentences import is_readable
from kommunalhub.search.sentences import is_sentence
from kommunalhub.search.sentences import sentences
from kommunalhub.search.stretches import LONGEST
from kommunalhub.search.stretches import stretch
from math import log

import re


#: What a word of a text counts: the one that was asked for, one of its family, one that means the
#: same, a longer one that it is inside of; all parts of a compound, one part.
SAME, KIN, SYNONYM, INSIDE, PART = 1.0, 0.7, 0.8, 0.7, 0.35
#: Verbs and adjectives tell less than nouns.
NO_NOUN = 0.6
#: What a whole sentence counts beside a heading or a row.
WHOLE = 0.25
#: Words that stand near each other count more.
NEAR, WITHIN = 0.3, 60
CACHED = 20_000


@dataclass(frozen=True)
class Asked:
    """A word of the query: stems and what each counts, the stems of its parts and their kin."""

    weights: tuple
    parts: tuple
    is_noun: bool

    @property
    def weight(self):
        return 1.0 if self.is_noun else NO_NOUN


@dataclass(frozen=True)
class Said:
    """The best stretch of a text. pieces: (text, is a hit); offset: where it begins.

    score: what it counts; covered: share of what was asked for that its best sentence says.
    sentence: (start, end) of that one.
    """

    pieces: tuple
    offset: int
    score: float
    covered: float
    sentence: tuple


class Marker:
    """What a query finds in a text; meant: words shown in place of unknown ones."""

    def __init__(self, analyser, query, meant=()):
        self.analyser = analyser
        typed = [*query.words, *meant, *(word for phrase in query.phrases for word in phrase)]
        words = {}
        for text in typed:
            word = analyser.word(text)
            words.setdefault(word.stem, word)
        telling = [word for word in words.values() if word.folded not in STOPPED]
        self.typed = (
            frozenset(word.folded for word in words.values()) if not telling else frozenset()
        )
        self.asked = tuple(self._asked(word) for word in telling or words.values())
        stars = [".*".join(map(re.escape, star.split("*"))) for star in query.stars]
        self.star = re.compile("|".join(stars)) if stars else None
        self.value_wanted = value_wanted(query.text)
        self.matches = lru_cache(CACHED)(self._matches)
        self.matches_of_whole = lru_cache(CACHED)(self._matches_of_whole)

    def _asked(self, word):
        weights = {}
        for other in self.analyser.synonyms(word):
            weights[other.stem] = SYNONYM
            weights.update((kin, KIN * SYNONYM) for kin in other.kin if kin not in weights)
        weights.update((kin, KIN) for kin in word.kin)
        weights[word.stem] = SAME
        parts = tuple(
            frozenset((part, *kin)) for part, kin in zip(word.parts, word.kin_of_parts, strict=True)
        )
        return Asked(tuple(weights.items()), parts, word.is_noun)

    def _matches(self, text):
        """Return ((place of a word that was asked for, what it counts, places of parts), ...)."""
        word = self.analyser.word(text)
        if word.folded in STOPPED and word.folded not in self.typed:
            return ()  # „kann“ is kin to „kennen“ and says nothing
        found = []
        inside = {*word.parts, *word.joined}
        for place, asked in enumerate(self.asked):
            best, parts = 0.0, ()
            for stem, weight in asked.weights:
                if stem == word.stem:
                    best = max(best, weight)
                elif stem in inside:
                    best = max(best, weight * INSIDE)
                elif stem in word.kin:
                    best = max(best, weight * KIN)
            if not best and asked.parts:
                own = {word.stem, *word.kin, *inside}
                parts = tuple(n for n, stems in enumerate(asked.parts) if stems & own)
                if len(parts) == len(asked.parts):
                    best, parts = INSIDE, ()
            if best or parts:
                found.append((place, best, parts))
        if not found and self.star and self.star.fullmatch(word.folded):
            found.append((-1, SAME, ()))
        return tuple(found)

    def tokens(self, text):
        """Return [(start, end, matches)] of the words of a text that were asked for, or parts."""
        found = []
        for token in folding.WORD.finditer(text):
            if matches := self.matches_of_whole(token.group()):
                found.append((token.start(), token.end(), matches))
        return found

    def _matches_of_whole(self, whole):
        """Return the matches of a word that may have hyphens in it."""
        pieces = folding.HYPHEN.split(whole)
        matches = tuple(match for piece in pieces for match in self.matches(piece))
        is_told = len(pieces) == 1 or any(best for _, best, _ in matches)
        return matches if is_told else self.matches("".join(pieces)) or matches

    def is_marked(self, text):
        """Return whether one word, without hyphens, was asked for."""
        return any(best for _, best, _ in self.matches(text))

    def marked(self, text):
        """Return the text in pieces (piece, is a hit); together they are the text."""
        return self._pieces(text, self.tokens(text))

    def _pieces(self, text, tokens):
        pieces, at = [], 0
        for start, end in self._shown(tokens):
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
        pieces.append((text[at:], False))
        return [piece for piece in pieces if piece[0]]

    def _shown(self, tokens):
        """Return [(start, end)] of what is marked.

        Parts of a compound where all of them are there; else its last one, and any where nothing
        else would be marked.
        """
        there, whole = {}, set()
        for _, _, matches in tokens:
            for place, best, parts in matches:
                if best:
                    whole.add(place)
                there.setdefault(place, set()).update(parts)

        def is_shown(place, best, parts):
            number = len(self.asked[place].parts) if place >= 0 else 0
            is_last = place not in whole and number - 1 in parts
            are_all = place not in whole and len(there[place]) == number
            return best or (parts and (are_all or is_last))

        shown = [
            (start, end) for start, end, matches in tokens if any(is_shown(*one) for one in matches)
        ]
        return shown or [(start, end) for start, end, _ in tokens]

    @property
    def most(self):
        """What a sentence scores that says all of it, near together."""
        return sum(asked.weight for asked in self.asked) + WHOLE

    # Sentences

    def best(self, text):
        """Return what is Said best of what was asked for, None where nothing is."""
        tokens = self.tokens(text)
        if not tokens:
            return None
        spans = sentences(text)
        rated = self._rated(text, spans, tokens)
        if not rated:
            return None
        score, covered, number = max(rated, key=lambda one: (round(one[0], 3), -one[2]))
        start, end = spans[number]
        sentence = start, end
        start, end = stretch(text, spans, number, tokens)
        inside = [(a - start, b - start, m) for a, b, m in tokens if start <= a and b <= end]
        pieces = self._pieces(text[start:end], inside)
        pieces = [(_one_line(piece), hit) for piece, hit in pieces]
        return Said(tuple(pieces), start, score, covered, sentence)

    def shares(self, text):
        """Return [(share of what was asked for, start, end)] of the sentences that say some."""
        spans = sentences(text)
        rated = self._rated(text, spans, self.tokens(text))
        return [(share, *spans[number]) for _score, share, number in rated]

    def snippet(self, text):
        """Return one or two sentences that say best what was asked for, in pieces; [] for none."""
        said = self.best(text)
        return list(said.pieces) if said is not None else []

    def _rated(self, text, spans, tokens):
        """Return [(score, share that is covered, number of the sentence)]."""
        by_sentence, at = [], 0
        for number, (start, end) in enumerate(spans):
            inside = []
            while at < len(tokens) and tokens[at][0] < end:
                if tokens[at][0] >= start:
                    inside.append(tokens[at])
                at += 1
            if inside:
                by_sentence.append((number, inside))
        counts = {}
        covers = []
        for number, inside in by_sentence:
            cover = self._cover(inside)
            covers.append((number, inside, cover))
            for place in cover:
                counts[place] = counts.get(place, 0) + 1
        total = sum(asked.weight for asked in self.asked) or 1.0
        rated = []
        for number, inside, cover in covers:
            start, end = spans[number]
            said = text[start:end]
            if not is_readable(said):
                continue
            score = sum(
                value * self._weight(place) / (1 + 0.5 * log(counts[place]))
                for place, value in cover.items()
            )
            score += self._near(inside)
            if is_sentence(said):
                score += WHOLE
            score -= 0.15 * max(0, len(said) - LONGEST) / LONGEST
            share = sum(v * self._weight(p) for p, v in cover.items()) / total
            rated.append((score, share, number))
        return rated

    def _weight(self, place):
        return self.asked[place].weight if place >= 0 else 1.0

    def _cover(self, tokens):
        """Return {place of a word that was asked for: how well it is said}."""
        best, parts = {}, {}
        for _, _, matches in tokens:
            for place, value, some in matches:
                best[place] = max(best.get(place, 0.0), value)
                parts.setdefault(place, set()).update(some)
        for place, some in parts.items():
            number = len(self.asked[place].parts) if place >= 0 else 0
            if some:
                whole = SAME * 0.9 if len(some) == number else PART * len(some) / number
                best[place] = max(best[place], whole)
        return {place: value for place, value in best.items() if value}

    @staticmethod
    def _near(tokens):
        """Return NEAR for each two words of those asked for that stand close together."""
        near = set()
        for one, other in zip(tokens, tokens[1:], strict=False):
            if other[0] - one[1] <= WITHIN:
                for first, *_ in one[2]:
                    near |= {(first, second) for second, *_ in other[2] if second != first}
        return NEAR * len(near)


def _one_line(text):
    """Return a piece of text on one line."""
    return re.sub(r"\s*\n\s*", " ", text)
