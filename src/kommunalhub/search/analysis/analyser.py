"""A text as terms for the index, and a word of a query as terms to ask for.

The same word becomes the same terms on both sides; what differs is what is asked, see query.
"""

from dataclasses import dataclass
from functools import lru_cache
from kommunalhub.lib.german import folding
from kommunalhub.lib.german.compounds import Splitter
from kommunalhub.lib.german.wordlist import german
from kommunalhub.search.analysis.kinship import Kinship
from kommunalhub.search.analysis.stopwords import STOPPED

import Stemmer
import threading


#: To be raised when the same text gives other terms than before: indexes are made anew then.
VERSION = 6
CACHED_WORDS = 30_000
#: What the stem of a stop word ends in: else „sich“ would be found by sichern, „wir“ by wirken.
ALONE = "="


#: Languages other than German that texts are written in, and the rules of their endings.
OTHERS = {"en": "english", "da": "danish"}
#: What words of theirs end in that no German list has.
FOREIGN = ("ing", "ings", "ed", "ies", "ly", "ation", "ations", "erne", "ede")


class _Snowball(threading.local):
    """One stemmer per thread: it keeps a state."""

    def __init__(self):
        self.german = Stemmer.Stemmer("german", 0)
        self.others = {name: Stemmer.Stemmer(rule, 0) for name, rule in OTHERS.items()}


snowball = _Snowball()


@dataclass(frozen=True)
class Word:
    """A word, folded; its stem; and the stems of the parts it is made of, () for no compound.

    stem: of a form of a verb that of its infinitive.

    joined: stems of parts standing together, such as dienstreis of Dienstreiseantrag.
    kin: stems of verbs and nouns of the same family, such as antrag of beantragt.
    kin_of_parts: the kin of each part.
    is_noun: whether it can be a noun; names and foreign words, which no list has, count as nouns.
    """

    folded: str
    stem: str
    parts: tuple = ()
    joined: tuple = ()
    kin: tuple = ()
    kin_of_parts: tuple = ()
    is_noun: bool = True

    @property
    def as_nouns(self):
        """Return what it is inside of a compound: itself, or of a verb the stems of its family."""
        return (self.folded, *(() if self.is_noun else self.kin))

    @property
    def inside(self):
        """Return all stems that the index keeps beside the word's own."""
        return (*self.parts, *self.joined, *self.kin)


@dataclass
class Terms:
    """What the index keeps of a text: a stem for each word in order, and what is inside words."""

    stems: list
    parts: list
    words: list


class Analyser:
    """Reads words; exceptions and synonyms: text of lines as in the functions below."""

    def __init__(self, exceptions="", words=None, synonyms=""):
        self.exceptions = read_exceptions(exceptions)
        self.alike = read_synonyms(synonyms)
        self.list = words or german()
        self.splitter = Splitter(self.list, self.exceptions)
        self.kinship = Kinship(self.list)
        self.word = lru_cache(maxsize=CACHED_WORDS)(self._word)

    def _word(self, text):
        """Return the Word for a text without spaces or hyphens."""
        folded = folding.fold(text)
        if folded in STOPPED:
            return Word(folded, f"{folded}{ALONE}", is_noun=False)
        cuts = self.splitter.split(folded)
        joined = ()
        if len(cuts) > 2:
            joined = tuple(stem(cuts[n][1] + cuts[n + 1][0]) for n in range(len(cuts) - 1))
        is_noun = self.list.is_noun(folded) or folded not in self.list.others
        verbs = () if is_noun else self.kinship.verbs(folded)
        stemmed = stem(verbs[0] if verbs else folded)
        kin = self._kin(folded, stemmed)
        if is_noun and not cuts and not self.list.is_noun(folded):
            kin = tuple(dict.fromkeys((*kin, *foreign_stems(folded, stemmed))))
        return Word(
            folded,
            stemmed,
            tuple(stem(part) for part, _ in cuts),
            joined,
            kin,
            tuple(self._kin(part, stem(part)) for part, _ in cuts),
            is_noun,
        )

    def _kin(self, folded, stemmed):
        kin = dict.fromkeys(stem(other) for other in self.kinship.kin(folded))
        kin.pop(stemmed, None)
        return tuple(kin)

    def mended(self, folded):
        """Return the folded compounds that a word would be with one letter changed."""
        return self.splitter.mended(folded)

    def synonyms(self, word):
        """Return the Words that mean the same as a Word."""
        return tuple(self.word(other) for other in self.alike.get(word.stem, ()))

    def separable(self, particle, text):
        """Return the Word for the verb of a form and the particle it was parted from, or None."""
        verb = self.kinship.separable(particle, folding.fold(text))
        return self.word(verb) if verb else None

    def words(self, text):
        """Yield the Words of a text in order; of words with hyphens each piece."""
        for whole in folding.words(folding.plain(text)):
            for piece in folding.HYPHEN.split(whole):
                yield self.word(piece)

    def terms(self, text, language=""):
        """Return the Terms of a text; in one of the OTHERS also its stems."""
        foreign = snowball.others.get(language)
        terms = Terms([], [], [])
        text = folding.plain(text)
        for whole in folding.words(text):
            pieces = folding.HYPHEN.split(whole)
            for piece in pieces:
                word = self.word(piece)
                terms.stems.append(word.stem)
                terms.words.append(word.folded)
                terms.parts += word.inside
                if foreign is not None:
                    terms.parts.append(foreign.stemWord(word.folded))
            # E-Akte is also eakte, Dienstreise-Antrag the compound
            if len(pieces) > 1 and len(whole) <= folding.LONGEST_WORD:
                word = self.word("".join(pieces))
                terms.parts += (word.stem, *word.joined)
                terms.words.append(word.folded)
        for number in folding.amounts(text):
            terms.parts.append(number)
            terms.words.append(number)
        for particle, others in folding.parted(text):
            verbs = (self.separable(particle, other) for other in others)
            for verb in filter(None, verbs):
                terms.parts += (verb.stem, *verb.kin)
        return terms


def foreign_stems(folded, stemmed):
    """Return the stems that a word no German list has would have in other languages.

    >>> foreign_stems("installing", "installing")
    ('instal',)
    """
    if not folded.endswith(FOREIGN):
        return ()
    found = dict.fromkeys(stemmer.stemWord(folded) for stemmer in snowball.others.values())
    found.pop(stemmed, None)
    return tuple(found)


def stem(folded):
    """Return the stem of a folded word.

    >>> stem("foerderungen") == stem("foerderung"), stem("mitarbeiterinnen") == stem("mitarbeiter")
    (True, True)
    """
    for ending in ("erinnen", "erin"):
        if folded.endswith(ending) and len(folded) > len(ending) + 3:
            folded = folded[: 2 - len(ending)]
            break
    return snowball.german.stemWord(folded)


def read_exceptions(text):
    """Return {folded word: folded parts} of lines such as `Verkehrs|amt`; a bare word stays whole.

    >>> read_exceptions("Unterstützung\\nVerkehr|s|amt")
    {'unterstuetzung': (), 'verkehrsamt': ('verkehr', 'amt')}
    """
    found = {}
    for line in text.splitlines():
        pieces = [folding.fold(piece.strip()) for piece in line.split("|")]
        pieces = [piece for piece in pieces if piece]
        if not pieces:
            continue
        parts = tuple(piece for piece in pieces if len(piece) > 2)
        found["".join(pieces)] = parts if len(parts) > 1 else ()
    return found


def wrong_synonyms(text):
    """Return the first line that does not name at least two words, each without spaces, or None.

    >>> wrong_synonyms("Heirat = Hochzeit"), wrong_synonyms("Kita = in den Kindergarten")
    (None, 'Kita = in den Kindergarten')
    """
    for line in filter(None, map(str.strip, text.splitlines())):
        words = [list(folding.words(word)) for word in line.split("=")]
        if len(words) < 2 or any(len(word) != 1 for word in words):
            return line
    return None


def read_synonyms(text):
    """Return {stem: folded words that mean the same} of lines such as `Heirat = Hochzeit`.

    >>> read_synonyms("Heirat = Hochzeit")
    {'heirat': ('hochzeit',), 'hochzeit': ('heirat',)}
    """
    found = {}
    for line in text.splitlines():
        words = [folding.HYPHEN.sub("", folding.fold(word.strip())) for word in line.split("=")]
        for word in filter(None, words):
            others = [other for other in words if other and other != word]
            found.setdefault(stem(word), []).extend(others)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items() if others}
