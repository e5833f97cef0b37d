"""Which words of a text were asked for, inflected and inside of other words as well: pure."""

from kommunalhub.lib.german import folding
from kommunalhub.search.analysis.stopwords import STOPPED

import re


#: Words around the first mark in a snippet.
BEFORE, LENGTH = 90, 320


class Marker:
    """What a query finds in a text; meant: words shown in place of unknown ones."""

    def __init__(self, analyser, query, meant=()):
        self.analyser = analyser
        typed = [*query.words, *meant, *(word for phrase in query.phrases for word in phrase)]
        self.terms, self.typed = set(), set()
        for text in typed:
            word = analyser.word(text)
            if word.folded in STOPPED and len(typed) > 1:
                continue
            self.typed.add(word.folded)
            for other in (word, *analyser.synonyms(word)):
                self.terms |= {other.stem, *other.inside}
        stars = [".*".join(map(re.escape, star.split("*"))) for star in query.stars]
        self.star = re.compile("|".join(stars)) if stars else None

    def is_marked(self, text):
        """Return whether one word, without hyphens, was asked for."""
        word = self.analyser.word(text)
        if word.folded in STOPPED and word.folded not in self.typed:
            return False  # „kann“ is kin to „kennen“ and says nothing
        if not self.terms.isdisjoint((word.stem, *word.inside)):
            return True
        return bool(self.star and self.star.fullmatch(word.folded))

    def marked(self, text):
        """Return the text in pieces (piece, is a hit); together they are the text."""
        pieces, at = [], 0
        for found in folding.WORD.finditer(text):
            if any(self.is_marked(piece) for piece in folding.HYPHEN.split(found.group())):
                pieces += [(text[at : found.start()], False), (found.group(), True)]
                at = found.end()
        pieces.append((text[at:], False))
        return [piece for piece in pieces if piece[0]]

    def snippet(self, text):
        """Return the place of a long text with the most marks, in pieces; [] without a mark."""
        places = [
            found.start()
            for found in folding.WORD.finditer(text)
            if any(self.is_marked(piece) for piece in folding.HYPHEN.split(found.group()))
        ]
        if not places:
            return []
        best = max(places, key=lambda at: sum(at <= other < at + LENGTH for other in places))
        start = max(0, best - BEFORE)
        if start:
            start = text.find(" ", start, best) + 1 or best
        end = start + LENGTH
        if end < len(text):
            end = max(text.rfind(" ", best, end), best + 1)
        pieces = self.marked(text[start:end].strip())
        if start:
            pieces.insert(0, ("… ", False))
        return pieces + ([(" …", False)] if end < len(text) else [])
