"""The words that compounds are made of.

german.nouns and german.others hold the folded words of igerman98 (Björn Jacke, GPL-2 or later;
Debian's package wngerman), read in place from the disk: less than 1 MB of memory. They are made by
scripts/wordlist.py.
"""

from functools import cache
from pathlib import Path

import marisa_trie


FOLDER = Path(__file__).parent


class Words:
    """Which words there are: nouns, in all their forms, and others."""

    def __init__(self, nouns, others):
        self.nouns = nouns
        self.others = others

    def is_noun(self, word):
        return word in self.nouns

    def is_adjective(self, word):
        """Return whether the word looks like the base of an adjective: rot, roter, rotes."""
        return word in self.others and f"{word}er" in self.others and f"{word}es" in self.others

    def is_verb(self, stem):
        """Return whether something begins with the stem of a verb: foerder(n), pruef(en)."""
        return f"{stem}n" in self.others or f"{stem}en" in self.others

    def noun_of(self, verb):
        """Return the noun of a verb or of its stem, or None: foerder(n) -> foerderung.

        The stemmer alone does not bring the two together.
        """
        bases = [verb] if verb not in self.others else []
        for ending in ("en", "n", "e"):
            if verb.endswith(ending):
                bases.append(verb.removesuffix(ending))
        for base in (*bases, verb):
            if len(base) > 3 and self.is_verb(base):
                # fördern, Förderung; sammeln, Sammlung
                for noun in (f"{base}ung", f"{base.removesuffix('el')}lung"):
                    if noun in self.nouns:
                        return noun
        return None


@cache
def german():
    """Return the Words of German."""
    return Words(*(_mapped(FOLDER / f"german.{name}") for name in ("nouns", "others")))


def _mapped(path):
    trie = marisa_trie.Trie()
    trie.mmap(str(path))
    return trie
