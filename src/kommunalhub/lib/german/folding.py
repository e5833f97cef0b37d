"""One spelling for each word, however it was typed or extracted from a file."""

from functools import lru_cache
from kommunalhub.lib.german.wordlist import german

import re
import unicodedata


#: A word at the end of a line that goes on in the next one.
BROKEN = re.compile(r"([^\W\d_])([-\u00ad\u2010\u2011])[ \t\r]*\n[ \t\r]*(?=([^\W_]\w*))")
#: After a hyphen these begin no second half: Ein- und Auszahlung, Vor- oder Nachteil.
PAIRING = {"und", "oder", "bzw", "sowie", "als", "bis", "noch", "u", "o", "wie", "statt", "samt"}
#: Mitarbeiter:innen, Bürger*in, Leser_innen, Kolleg/-innen, BürgerInnen
GENDERED = re.compile(r"(?<=[^\W\d_])(?:[:*_·]|/-?)in(?:nen)?\b|(?<=[a-zäöüß])In(?:nen)?\b")
#: The word before such an ending, and the fewest letters of what is a person in it.
LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")
SHORTEST_PERSON = 4
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_AMOUNT = r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+"
#: One word each: I.Q.SH and e.V., 4 500 € and 1.234.567, DIN in DIN18040, and what hyphens join.
WORD = re.compile(
    r"(?<![\w.])(?:[^\W\d_]{1,2}\.){2,}(?:[^\W\d_]{1,3}(?!\w))?"
    rf"|{_AMOUNT}(?=(?:,\d+)?\s?(?:€|EUR\b|Euro\b))"
    r"|\d{1,3}(?:\.\d{3})+(?!\w)"
    r"|(?<![^\W_])[^\W\d_]{2,}(?=\d{2,}(?![^\W_]))"
    r"|[^\W_]+(?:[-\u2010\u2011][^\W_]+)*"
)
#: Groups of digits that may be one number: 4 500 is, a telephone number is not.
SPACED = re.compile(rf"{_AMOUNT}(?![\w.])")
HYPHEN = re.compile(r"[-\u2010\u2011]")
#: What stands inside of numbers and abbreviations, and before the numbers of days and months.
SIGNS_INSIDE = re.compile(r"[.\s]")
DAY_OR_MONTH = re.compile(r"\A0(?=[1-9]\Z)")
#: Letters of a word without hyphens; more than that no language writes.
LONGEST_WORD = 120
#: What stands apart from its verb at the end of a clause: Wie melde ich mich dazu an?
PARTICLES = """
    ab an auf aus auseinander bei bekannt bereit dar davon dazu durch ein entgegen fern fest fort
    frei gegenueber gut heim her herab heran herauf heraus herein herum herunter hervor hin hinauf
    hinaus hinein hinunter hinzu hoch klar krank kund los mit nach nieder sicher statt still teil
    ueberein um unter vor voran voraus vorbei vorweg weg weiter wieder zu zurecht zurueck zusammen
"""
PARTICLES = frozenset(PARTICLES.split())
CLAUSE_ENDS = re.compile(r"[.,;:!?()\n]")
LONGEST_PARTICLE = max(map(len, PARTICLES))
#: A verb stands so many words before its particle at most.
FARTHEST = 20


def plain(text):
    """Return the text without what only layout and gender put into its words.

    >>> plain("Förder-\\nmittel für Mitarbeiter:innen")
    'Fördermittel für Mitarbeiter'
    """
    text = mended(unicodedata.normalize("NFKC", text)).translate(UNSEEN)
    return GENDERED.sub(_without_gender, text)


def _without_gender(found):
    """Return nothing for an ending of gender: after / and with a capital I only behind a person.

    BürgerInnen are, LinkedIn and außen/innen are not.
    """
    before = LAST_LETTERS.search(found.string, max(0, found.start() - LONGEST_WORD), found.start())
    is_sure = found.group()[0] in ":*_·"
    return "" if is_sure or (before and is_person(fold(before.group()))) else found.group()


def is_person(folded):
    """Return whether a folded word, or what it ends in, is what women are called with -innen.

    >>> is_person("sachbearbeiter"), is_person("kolleg"), is_person("linked"), is_person("aussen")
    (True, True, False, False)
    """
    ends = (folded[at:] for at in range(max(1, len(folded) - SHORTEST_PERSON + 1)))
    return any(german().is_noun(f"{end}innen") for end in ends)


def mended(text):
    """Return the text with words whole again that go on after the end of a line.

    What comes next decides whether the hyphen is a part of the word.

    >>> mended("Förder-\\nmittel, Bau-\\nund Umweltausschuss, WLAN-\\nNetz, EU-\\nweit")
    'Fördermittel, Bau- und Umweltausschuss, WLAN-Netz, EU-weit'
    """

    def join(found):
        last, hyphen, following = found.groups()
        if hyphen == "\u00ad":
            return last
        if following.lower() in PAIRING:
            return f"{last}- "
        # EU-weit, E-mail: only small letters are the first half of a divided word
        return last if last.islower() and following[0].islower() else f"{last}-"

    return BROKEN.sub(join, text)


@lru_cache(maxsize=50_000)
def fold(word):
    """Return the one spelling of a word; folding twice changes nothing more.

    >>> fold("Fördermaßnahme") == fold("FOERDERMASSNAHME"), fold("4.500") == fold("4 500")
    (True, True)
    >>> fold("I.Q.SH"), fold("01")
    ('iqsh', '1')
    """
    lowered = unicodedata.normalize("NFKC", word).casefold()
    composed = unicodedata.normalize("NFC", lowered).translate(UMLAUTS)
    # what is left of accents: Café, Señor
    bare = (c for c in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(c))
    folded = "".join(bare).casefold()
    return DAY_OR_MONTH.sub("", SIGNS_INSIDE.sub("", folded))


def words(text):
    """Yield the words of a plain text as they stand there, hyphens inside."""
    for found in WORD.finditer(text):
        if max(map(len, HYPHEN.split(found.group()))) <= LONGEST_WORD:
            yield found.group()


def amounts(text):
    """Yield the numbers of a plain text whose groups of digits stand apart: 4 500.

    >>> list(amounts("12 500 Stück, 04521 123 456"))
    ['12500', '123456']
    """
    for found in SPACED.finditer(text):
        yield fold(found.group())


def parted(text):
    """Yield (particle, words before it in its clause) where a particle ends one.

    >>> list(parted("Wie melde ich mich an? Danke."))
    [('an', ['Wie', 'melde', 'ich', 'mich'])]
    """
    for clause in CLAUSE_ENDS.split(text):
        last = clause.rstrip()[-LONGEST_PARTICLE - 1 :].rpartition(" ")[2]
        if fold(last) in PARTICLES:
            before = list(words(clause))[-FARTHEST - 1 : -1]
            if before:
                yield fold(last), before
