"""What is remembered of the terms of a sidecar, so that questions need not ask the engine again."""

from functools import lru_cache


#: How often terms are is remembered for so many of them, as each question asks for hundreds.
FREQUENCIES = 50_000
#: So many letters of new words are noted beside those that are known, or as many as are known.
MOST_NEW = 1_000_000


class Searcher:
    """What the index has of one moment; remembers how often a term is."""

    def __init__(self, searcher):
        self.num_docs = searcher.num_docs
        self.search = searcher.search
        self.fast_field_values = searcher.fast_field_values
        self.terms_with_prefix = searcher.terms_with_prefix
        self.doc_freq = lru_cache(FREQUENCIES)(searcher.doc_freq)


class Vocabulary:
    """All words as they are written in one text; the engine would walk through them each time.

    Words of texts that are gone may be among them.
    """

    def __init__(self):
        self.letters = None
        self.room = 0

    def has_inside(self, letters, words):
        """Return False where no word has these letters in it; words(): all words, asked once."""
        known = self.letters
        if known is None:
            self.letters = known = "\n".join(words())
            self.room = max(MOST_NEW, len(known))
        return letters in known

    def note(self, words):
        """Note the words of new texts; after many of them all are asked for anew."""
        known = self.letters
        if known is not None:
            new = "\n".join(words)
            self.room -= len(new)
            self.letters = f"{known}\n{new}" if self.room > 0 else None
