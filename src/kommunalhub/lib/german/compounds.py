"""What a German compound is made of: Dienstreiseantrag is an Antrag, and about a Dienstreise.

A word is cut where every part is a word of its own, with the fewest parts, then each part again.
All words in here are folded.
"""

from functools import lru_cache


def frozen(words):
    return frozenset(words.split())


SHORTEST_COMPOUND = 7
LONGEST_COMPOUND = 100
#: Words of three letters that compounds are made of; the other short ones are found by chance.
SHORT = frozen(
    """
    abo amt app arm bad bau bus edv eid eis erd fax fuss gas hof job kfz kur lkw mut not oel
    ort pkw rad rat see tag tat tee tor tuev uhr ehe weg web zug bio oeko
    """
)
#: Such a beginning makes a derived word, not a compound.
PREFIXES = frozen(
    """
    aber alle allen aller als also ander auch auf aus bei beim bis dar dein den denn der des
    dich dies doch durch eben ein eine einen einer eines empor ent fehl fort fuer ganz gar
    gegen her herab heran herauf heraus herbei herein herum herunter hervor hier hin hinab
    hinauf hinaus hinein hinter ihr ihre ihren ihrer los miss mit nach neben nicht nieder noch
    nur oben ober oder ohne schon sein seine seiner selbst sich statt sie solch sonst ueber
    ueberein um und ung unser unten unter ver viel vom von vor voran voraus vorbei vorher
    weiter wenn wer wider wieder wie will zer zu zum zur zurueck zusammen zuwider zwischen
    """
)
#: Such an ending makes a derived word, though some of them are nouns as well.
SUFFIXES = frozen(
    """
    bar bare barem baren barer bares barkeit ern erin erinnen erns ers haft hafte haften
    hafter haftes heit heiten igkeit innen ion ionen isch ismus ist iker keit keiten lei lein
    ling linge lings los lose losen loser loses mal mals nis nisse rich sam same samen samer
    samt schaft schaften ster sten ste tion tum tums tuemer ung ungen
    """
)
#: Beginnings that are no words: Telearbeit, Elektroauto.
FIRSTS = frozen("auto bio elektro foto geo home mikro multi oeko online tele")
#: What a part may cost at most on average in a word that the list has as a whole: Haushalt stays
#: whole, Datenschutz does not. A long word is a compound more often.
SURE, SURE_IF_LONG = 1.13, 1.2
LONG = 14


#: Letters of what is mended, and of each of its two halves.
LONGEST_MENDED, SHORTEST_MENDED = 40, 4
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def changed(word):
    """Return what a folded word may have been, were one letter wrong, missing, too much or swapped.

    >>> {"strassen", "strafen", "trasen", "starsen"} <= changed("strasen")
    True
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
        *(a + letter + b[1:] for a, b in cuts if b for letter in LETTERS),
        *(a + letter + b for a, b in cuts for letter in LETTERS),
    }


class Splitter:
    """Cuts compounds with the words of a list; exceptions: {word: parts}, () for no cut."""

    def __init__(self, words, exceptions=None):
        self.words = words
        self.exceptions = dict(exceptions or {})
        self.split = lru_cache(maxsize=20_000)(self._split)

    def _split(self, word):
        """Return the smallest parts of a word as (part, as it is written there), () for none.

        verkehrsamt -> (verkehr, verkehrs), (amt, amt)
        """
        if word in self.exceptions:
            return tuple((part, part) for part in self.exceptions[word])
        if not SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND or not word.isalpha():
            return ()
        cost, parts = self._best(word)
        sure = SURE_IF_LONG if len(word) >= LONG else SURE
        if not parts or (self._is_word(word) and cost > sure * len(parts)):
            return ()
        smallest = []
        for part, written in parts:
            inner = self.split(part) if written.startswith(part) else ()
            if inner:
                link = written.removeprefix(part)
                inner = (*inner[:-1], (inner[-1][0], inner[-1][1] + link))
            smallest += inner or ((part, written),)
        return tuple(smallest)

    def longest(self, text):
        """Return how many letters of a folded text its longest beginning has that is one word.

        That is a word of the list or a compound of some, however many. 0 for none.
        """
        text = text[:LONGEST_COMPOUND]
        found, starts = 0, [0]
        for start in starts:  # grows while it is gone through
            for end in range(start + 3, len(text) + 1):
                piece = text[start:end]
                known = self._is_word(piece) if start == 0 else self._last(piece)[1] is not None
                if known:
                    found = max(found, end)
                if end not in starts and self._first(piece)[1] is not None:
                    starts.append(end)
        return found

    def mended(self, word):
        """Return compounds that a word would be with one letter of it changed, likeliest first.

        strasenreinigung -> strassenreinigung, strafenreinigung
        """
        if not SHORTEST_COMPOUND <= len(word) <= LONGEST_MENDED or not word.isalpha():
            return ()
        found = {}
        for cut in range(SHORTEST_MENDED, len(word) - SHORTEST_MENDED + 1):
            first, last = word[:cut], word[cut:]
            costs = self._first(first)[0], self._last(last)[0]
            if self._last(last)[1] is not None:
                for other in changed(first):
                    cost, part = self._first(other)
                    if part is not None:
                        found[other + last] = min(found.get(other + last, 9), cost + costs[1])
            if self._first(first)[1] is not None:
                for other in changed(last):
                    cost, part = self._last(other)
                    if part is not None:
                        found[first + other] = min(found.get(first + other, 9), cost + costs[0])
        found.pop(word, None)
        return tuple(sorted(found, key=lambda one: (found[one], one)))

    def _is_word(self, word):
        return self.words.is_noun(word) or word in self.words.others

    def _best(self, word):
        """Return (cost, parts) of the cheapest cut into two or more."""
        found = {len(word): (0.0, ())}  # from each place to the end
        for start in range(len(word) - 3, -1, -1):
            best = None
            for end in range(start + 3, len(word) + 1):
                if end not in found or (start == 0 and end == len(word)):
                    continue
                piece = word[start:end]
                cost, part = self._last(piece) if end == len(word) else self._first(piece)
                if part is None:
                    continue
                total = cost + found[end][0]
                # on a tie the shorter beginning: Antrag-Steller, not Antrags-Teller
                if best is None or total < best[0] - 0.001:
                    best = (total, ((part, piece), *found[end][1]))
            if best:
                found[start] = best
        return found.get(0, (0.0, ()))

    def _last(self, piece):
        """Return (cost, part) of the end of a compound, part None when it is none."""
        if piece in SUFFIXES:
            return 0, None
        if piece in self.exceptions or self.words.is_noun(piece):
            return self._length(piece)
        if len(piece) > 3 and self.words.is_noun(f"{piece}n"):  # Tagesstätte, of Stätten
            cost, part = self._length(piece)
            return cost + 0.2, part
        if len(piece) > 3 and piece in self.words.others and not self.words.is_verb(piece):
            cost, part = self._length(piece)
            return cost + 0.3, part
        return 0, None

    def _first(self, piece):
        """Return (cost, part) of a beginning, without its linking letters."""
        if piece in PREFIXES:
            return 0, None
        words = self.words
        if piece in self.exceptions or piece in FIRSTS or words.is_noun(piece):
            return self._length(piece)
        for link in ("s", "es", "ens"):
            bare = piece.removesuffix(link)
            if bare != piece and len(bare) > 2 and bare not in PREFIXES and words.is_noun(bare):
                cost, part = self._length(bare)
                return cost + 0.05, part
        if len(piece) > 3 and words.is_noun(f"{piece}e"):  # Schul-, Sprach-
            cost, _part = self._length(piece)
            return cost + 0.1, f"{piece}e"
        if len(piece) > 3 and (words.is_adjective(piece) or words.is_verb(piece)):
            cost, _part = self._length(piece)
            return cost + 0.3, words.noun_of(piece) or piece
        return 0, None

    @staticmethod
    def _length(part):
        """Return (cost, part); the shorter, the likelier by chance."""
        if len(part) == 3:
            return (1.2, part) if part in SHORT else (0, None)
        return 1 + (0.15 if len(part) == 4 else 0), part
