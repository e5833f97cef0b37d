"""Make lib/german/german.nouns and german.others from a list of German words.

    apt-get download wngerman; dpkg-deb -x wngerman_*.deb words
    .venv/bin/python scripts/wordlist.py words/usr/share/dict/ngerman

The list is igerman98 by Björn Jacke, GPL-2 or later. To be run only when the list itself changes:
the two files are part of the package.
"""

from collections import Counter
from kommunalhub.lib.german.folding import fold
from kommunalhub.lib.german.wordlist import FOLDER
from pathlib import Path

import marisa_trie
import sys


SHORTEST = 3
#: A word that ends so many nouns, after another noun, is one: the list has Reise only as `reise`.
OFTEN = 2


def main(path):
    lines = Path(path).read_text(encoding="utf-8").split()
    words = [line for line in lines if line.isalpha() and len(line) >= SHORTEST]
    # Names of firms and parties are no part of a compound: AOL, BAföG
    nouns = {fold(word) for word in words if word[0].isupper() and word[1:].islower()}
    others = {fold(word) for word in words if word.islower()}
    nouns |= hidden_nouns(nouns, others)
    for name, kept in (("nouns", nouns), ("others", others)):
        marisa_trie.Trie(kept).save(str(FOLDER / f"german.{name}"))
        print(f"{name}: {len(kept)}")


def hidden_nouns(nouns, others):
    """Return the nouns that the list has only once, as forms of a verb or an adjective."""
    ends = Counter()
    for word in nouns:
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            first, last = word[:cut], word[cut:]
            if last in others and (first in nouns or first.removesuffix("s") in nouns):
                ends[last] += 1
    return {word for word, count in ends.items() if count >= OFTEN}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
