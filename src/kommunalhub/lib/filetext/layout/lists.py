"""Pages that list instead of telling: contents, figures, indexes; title pages and imprints."""

from dataclasses import dataclass
from itertools import pairwise
from kommunalhub.lib.filetext.parts import BODY
from kommunalhub.lib.filetext.parts import CONTENTS
from kommunalhub.lib.filetext.parts import FRONT
from kommunalhub.lib.filetext.parts import INDEX
from statistics import median
from unicodedata import normalize

import re


#: Dots that lead from a title to its page.
LEADER = re.compile(r"\s*(?:[.·•_…]\s?){4,}\s*|\s*…+\s*(?=\d+\s*$)")
_ROMAN = r"(?=[ivxlc])(?:x{0,3}(?:ix|iv|v?i{0,3})|xl|l)"
_PAGE = re.compile(rf"(?:^|[\s.…\t])\s*(\d{{1,4}}|{_ROMAN})\s*$")
#: At the end of a line of an index: one page or several.
_PAGES = re.compile(
    r"[\s,.…\t]\s*\d{1,4}(?:\s?[-–]\s?\d{1,4}|\s?ff?\.?)?(?:\s*[,;]\s*\d{1,4}(?:\s?[-–]\s?\d{1,4}|"
    r"\s?ff?\.?)?)*\s*,?$"
)
_TITLES = {
    CONTENTS: re.compile(
        r"(?:kapitel\w*\s+)?(?:inhalt\w*|\w*inhalts(?:verzeichnis|übersicht|angabe)|gliederung"
        r"|(?:abbildungs|bilder|tabellen|formel|algorithmen|anlagen|anhang|quelltext)"
        r"\w*verzeichnis|verzeichnis\s+(?:der|des|aller)\s+\w+"
        r"|(?:table\s+of\s+)?contents|list\s+of\s+(?:figures|tables|\w+))\W*",
        re.I,
    ),
    INDEX: re.compile(
        r"(?:\w+\s+)?(?:index|stichwort\w*|sach(?:wort)?(?:register|verzeichnis)|\w*register"
        r"|schlagwort\w*|befehls(?:index|verzeichnis))\W*",
        re.I,
    ),
}
#: What a list is at least: lines of it, and their share of those that stand there.
FEWEST = 4
SHARE, SHARE_UNDER_TITLE, SHARE_GOING_ON = 0.6, 0.3, 0.35
#: Two neighbours of a list of contents, or of an index, stand in order in so many cases.
IN_ORDER, BY_ALPHABET = 0.8, 0.7
#: An entry of an index has so many letters.
LONGEST_ENTRY = 70
#: Without a title or dots a list is believed here: a list of contents in this first share of
#: the pages or on these first ones, an index in this last share.
BEFORE, FIRST_PAGES, BEHIND = 0.15, 12, 0.6
#: What costs a line that is none of a list, in one.
COST = 1.5
#: Letters that a page has besides its list, if that is more than its title.
BESIDE = 200
#: What imprints say; a page is one with so many signs, one of them sure, and no more words.
_SURE_SIGN = re.compile(
    r"\b(?:impressum|herausgeber\w*|herausgegeben|copyright|rechte vorbehalten"
    r"|urheberrecht\w*|bildnachweis\w*|all rights reserved|published by"
    r"|v\.\s?i\.\s?s\.\s?d\.\s?p)(?!\w)|©",
    re.I,
)
_SIGN = re.compile(
    r"\b(?:isbn|issn|redaktion|auflage|druck|satz|verlag|layout|gestaltung|stand|publisher|fotos?"
    r"|telefon"
    r"|e-?mail|internet|bestell\w*|anschrift)(?=\s*:|\b)",
    re.I,
)
IMPRINT_WORDS = 250
SIGNS_OF_IMPRINT = 3
#: Words of a title page, and of a page before the contents that says nothing.
TITLE_WORDS, FRONT_WORDS = 80, 60
#: A shorter file has no title page.
FEWEST_PAGES = 5
#: Imprints stand on so many pages at the beginning and at the end.
IMPRINT_PAGES = (6, 2)
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Listed:
    """What a page lists. role: CONTENTS or INDEX; begin, end: of which of its lines."""

    role: str
    begin: int
    end: int


def listed(lines, number, total, titles=frozenset(), before=None):
    """Return what the lines of a page list, or None.

    number, total: which page it is of how many. titles: what the outline of the file names, as
    `bare` leaves it. before: the role of what the page before ended with.
    """
    contents = _listed_contents(lines, number, total, titles, before)
    index = _listed_index(lines, number, total, before)
    if contents is None or index is None:
        return contents or index
    return (
        index if _share_by_alphabet(lines, total) > IN_ORDER and not _is_rising(lines) else contents
    )


def bare(text):
    """Return the letters of a title alone, without accents: some outlines have none.

    >>> bare("4.2 Vergabe-Vermerk . . . . 17"), bare("Schlüssel")
    ('vergabevermerk', 'schlussel')
    """
    return "".join(_LETTER.findall(normalize("NFKD", text))).casefold()


def _listed_contents(lines, number, total, titles, before):
    entries = [_is_entry(line.text) for line in lines]
    begin, end = _stretch(entries)
    found = lines[begin:end]
    if sum(entries[begin:end]) < 2:
        return None
    led = sum(bool(LEADER.search(line.text)) for line in found)
    title = begin > 0 and _is_title(CONTENTS, lines[max(0, begin - 2) : begin])
    fewest = 2 if title else FEWEST
    if sum(entries[begin:end]) < fewest or not _is_rising(found):
        return None
    share = sum(entries[begin:end]) / len(found)
    known = sum(bare(line.text) in titles for line in found) / len(found) if titles else 0
    is_early = number <= max(FIRST_PAGES, BEFORE * total)
    is_sure = (
        led >= max(3, 0.4 * len(found))
        or known >= 0.4
        or (title and share >= SHARE_UNDER_TITLE)
        or (before == CONTENTS and share >= SHARE_GOING_ON and begin <= 2)
        or (
            is_early
            and total >= FEWEST_PAGES
            and share >= SHARE
            and _are_short(found, 2 * LONGEST_ENTRY)
        )
    )
    if not is_sure:
        return None
    while begin and _is_title(CONTENTS, lines[begin - 1 : begin]):
        begin -= 1
    return Listed(CONTENTS, begin, end)


def _listed_index(lines, number, total, before):
    entries = [_is_index_entry(line.text, total) for line in lines]
    if sum(entries) < FEWEST:
        return None
    begin, end = 0, len(lines)
    title = next(
        (at for at, line in enumerate(lines) if _TITLES[INDEX].fullmatch(line.text.strip())), None
    )
    if title is not None:
        begin = title
    share = sum(entries[begin:]) / max(1, end - begin)
    short = _are_short(lines[begin:], LONGEST_ENTRY)
    ordered = _share_by_alphabet(lines[begin:], total) >= BY_ALPHABET
    is_late = number > BEHIND * total and total >= FEWEST_PAGES
    is_sure = short and (
        (title is not None and share >= SHARE_UNDER_TITLE)
        or (before == INDEX and share >= SHARE_GOING_ON)
        or (is_late and ordered and share >= SHARE)
    )
    return Listed(INDEX, begin, end) if is_sure else None


def _is_entry(text):
    """Return whether a line is one of a list of contents: something, and its page."""
    return bool(_LETTER.search(text)) and bool(LEADER.search(text) or _PAGE.search(text))


def _is_index_entry(text, total):
    """Return whether a line is one of an index: something, and pages that the file may have."""
    found = _PAGES.search(text)
    if not found or not _LETTER.search(text[: found.start()]):
        return False
    return all(int(number) <= 1.2 * total + 30 for number in _DIGITS.findall(found[0]))


def _stretch(entries):
    """Return (begin, end) of the lines that are mostly of a list."""
    best, best_at, begin, score = 0, (0, 0), 0, 0
    for at, is_entry in enumerate(entries):
        if score <= 0:
            begin, score = at, 0
        score += 1 if is_entry else -COST
        if score > best:
            best, best_at = score, (begin, at + 1)
    return best_at


def _is_rising(lines):
    """Return whether the pages that lines name come in their order."""
    pages = [_PAGE.search(line.text) for line in lines]
    numbers = [int(found[1]) for found in pages if found and found[1].isdecimal()]
    if len(numbers) < 2:
        return True
    steps = [later >= earlier for earlier, later in pairwise(numbers)]
    return sum(steps) >= IN_ORDER * len(steps)


def _share_by_alphabet(lines, total):
    """Return the share of neighbours among entries that stand in the order of the alphabet."""
    starts = [bare(line.text)[:2] for line in lines if _is_index_entry(line.text, total)]
    starts = [start for start in starts if start]
    if len(starts) < 3:
        return 0
    return sum(one <= other for one, other in pairwise(starts)) / (len(starts) - 1)


def _are_short(lines, most):
    return median(len(LEADER.sub(" ", line.text)) for line in lines) <= most


def _is_title(role, lines):
    return any(_TITLES[role].fullmatch(line.text.strip()) for line in lines)


def is_front(text, number, total, is_before_contents):
    """Return whether a page is a title page or an imprint, or says nothing before the contents."""
    if total < FEWEST_PAGES:
        return False
    words = len(text.split())
    if number == 1 and words <= TITLE_WORDS:
        return True
    if is_before_contents and words <= FRONT_WORDS:
        return True
    first, last = IMPRINT_PAGES
    if first < number <= total - last:
        return False
    sure = {found[0].casefold() for found in _SURE_SIGN.finditer(text)}
    signs = sure | {found[0].casefold() for found in _SIGN.finditer(text)}
    is_short = words <= IMPRINT_WORDS
    return bool(sure) and (is_before_contents or (is_short and len(signs) >= SIGNS_OF_IMPRINT))


def role_of(text, number, total, is_before_contents):
    """Return the role of what a page says besides its lists."""
    return FRONT if is_front(text, number, total, is_before_contents) else BODY


def without_leaders(texts):
    """Return the lines of a list without the dots that lead to its pages.

    >>> without_leaders(["4.2 Vergabevermerk . . . . . . 17", "Anlage\\t20"])
    '4.2 Vergabevermerk 17\\nAnlage 20'
    """
    lines = (LEADER.sub(" ", text).replace("\t", " ").strip() for text in texts)
    return "\n".join(filter(None, lines))
