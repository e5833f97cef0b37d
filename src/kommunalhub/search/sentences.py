"""A text in sentences, as a person would read them out; pure."""

from kommunalhub.lib.german.folding import fold
from kommunalhub.search.analysis.stopwords import STOPPED

import re


#: After these a full stop ends no sentence.
SHORTENED = [
    "abb",
    "abs",
    "abschn",
    "allg",
    "anl",
    "anm",
    "art",
    "aufl",
    "bd",
    "bearb",
    "bes",
    "betr",
    "bez",
    "bspw",
    "bzgl",
    "ca",
    "dgl",
    "dr",
    "ebd",
    "einschl",
    "engl",
    "entspr",
    "evtl",
    "f",
    "ff",
    "frz",
    "ggf",
    "gem",
    "hrsg",
    "i",
    "inkl",
    "jh",
    "kap",
    "max",
    "min",
    "mind",
    "nr",
    "o",
    "od",
    "p",
    "prof",
    "rd",
    "s",
    "sog",
    "st",
    "std",
    "str",
    "tab",
    "tel",
    "u",
    "urspr",
    "usf",
    "v",
    "vers",
    "vgl",
    "z",
    "zt",
    "zus",
    "zzgl",
    "d",
    "h",
    "b",
]
SHORTENED = frozenset(SHORTENED)
MONTHS = "Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
#: Where a sentence may end: signs, closing quotes, then a blank.
END = re.compile(r"(?<!\s)[.!?…][\"”“»’')\]]*(?=\s)")
LAST_WORD = re.compile(r"([^\W_]+)\Z")
#: Between lines of one paragraph there is one line end, between paragraphs an empty line.
BREAK = re.compile(r"[ \t]*\n\s*")
#: A line of fewer letters ends where it does on purpose.
FULL_LINE = 45
DOTS = re.compile(r"(?:[.·_…]\s?){4,}")
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]{2,}")


def sentences(text):
    """Return [(start, end)] of the sentences of a text, in order; headings and rows are some too.

    >>> text = "Am 1. Mai ist z. B. frei. Der Antrag\\nwird gestellt."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Am 1. Mai ist z. B. frei.', 'Der Antrag\\nwird gestellt.']
    """
    found = []
    for start, end in _paragraphs(text):
        at = start
        for sign in END.finditer(text, start, end):
            if _ends(text, at, sign.start(), sign.end(), end):
                found.append((at, sign.end()))
                at = sign.end() + len(text[sign.end() : end]) - len(text[sign.end() : end].lstrip())
        if text[at:end].strip():
            found.append((at, end))
    return found


def _paragraphs(text):
    start = 0
    for gap in BREAK.finditer(text):
        if _goes_on(text, start, gap):
            continue
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _goes_on(text, start, gap):
    """Return whether a line end is only the layout's."""
    if gap.group().count("\n") > 1 or gap.end() >= len(text):
        return False
    line = text[max(text.rfind("\n", start, gap.start()) + 1, start) : gap.start()]
    if not line or line[-1] in ".!?:;|" or DOTS.search(line):
        return False
    following = text[gap.end()]
    return following.islower() or (len(line) >= FULL_LINE and following.isalpha())


def _ends(text, start, dot, end, last):
    following = text[end:last].lstrip()[:4]
    if not following:
        return True
    if text[dot] != ".":
        return not following[0].islower()
    word = LAST_WORD.search(text, start, dot)
    if word is None:
        return not following[0].islower()
    before = word.group(1)
    if (
        following[0].islower()
        or before.lower() in SHORTENED
        or (len(before) == 1 and before.isalpha())
    ):
        return False
    if before.isdigit():
        # 1. Mai, 2. Absatz; a year, an amount or a word that begins sentences end one
        begins = WORD.match(text[end:last].lstrip())
        if begins and fold(begins.group()) in STOPPED:
            return True
        return len(before) > 2 and not re.match(MONTHS, following)
    return True


def is_readable(text):
    """Return whether a stretch of text is made of words: no leaders, no row of numbers, no code.

    >>> is_readable("4.2 Vergabevermerk . . . . . . . . 117"), is_readable("Der Antrag ist frei.")
    (False, True)
    """
    if DOTS.search(text):
        return False
    signs = len(text) - text.count(" ") or 1
    return len(LETTER.findall(text)) / signs >= 0.65


def is_sentence(text):
    """Return whether a stretch of text is a whole sentence and no heading, row or formula.

    >>> is_sentence("Der Vermerk liegt mit dem Zuschlag vor."), is_sentence("4.2 Vermerk")
    (True, False)
    """
    text = text.strip()
    begins = text.lstrip("„“\"'»(")[:1]
    return (
        len(WORD.findall(text)) >= 4
        and text.rstrip("“”\"'«)")[-1:] in (".", "!")
        and (begins.isupper() or begins.isdigit())
        and is_readable(text)
    )
