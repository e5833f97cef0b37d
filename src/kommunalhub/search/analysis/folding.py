"""One spelling for each word, however it was typed or extracted from a file."""

import re
import unicodedata


#: A word broken at the end of a line, as PDFs have it: Förder-\nmittel.
BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\s*\n\s*(?=[a-zäöüß])")
#: Mitarbeiter:innen, Bürger*in, Leser_innen, Kolleg/-innen, BürgerInnen
GENDERED = re.compile(r"(?<=[^\W\d_])(?:[:*_·]|/-?)in(?:nen)?\b|(?<=[a-zäöüß])In(?:nen)?\b")
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
#: 1.234.567 is one word.
WORD = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\w)|[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
HYPHEN = re.compile(r"[-\u2010\u2011]")
LONGEST_WORD = 60
#: What stands apart from its verb at the end of a clause: Wie melde ich mich dazu an?
PARTICLES = """
    ab an auf aus bei dar durch ein entgegen fest fort frei gegenueber her heran heraus herein
    hervor hin hinaus hinein hinzu los mit nach nieder statt teil um unter vor voran voraus vorbei
    weg weiter zu zurueck zusammen
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
    text = BROKEN.sub("", unicodedata.normalize("NFKC", text)).translate(UNSEEN)
    return GENDERED.sub("", text)


def fold(word):
    """Return the one spelling of a word; folding twice changes nothing more.

    >>> fold("Fördermaßnahme") == fold("FOERDERMASSNAHME"), fold("4.500") == fold("4500")
    (True, True)
    """
    lowered = unicodedata.normalize("NFKC", word).casefold()
    composed = unicodedata.normalize("NFC", lowered).translate(UMLAUTS)
    # what is left of accents: Café, Señor
    bare = (c for c in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(c))
    folded = "".join(bare).casefold()
    return folded.replace(".", "") if folded[:1].isdigit() else folded


def words(text):
    """Yield the words of a plain text as they stand there, hyphens inside."""
    for found in WORD.finditer(text):
        if len(found.group()) <= LONGEST_WORD:
            yield found.group()


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
