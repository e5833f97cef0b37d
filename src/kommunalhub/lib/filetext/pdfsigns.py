"""Where signs stand on a page of a PDF: what its text alone does not tell.

Asked only where a sign is in doubt, as asking takes far longer than reading the text.
"""

from ctypes import byref
from ctypes import c_double
from kommunalhub.lib.notemarks import is_mark

import pypdfium2.raw as pdfium
import re
import unicodedata


#: Accents that TeX sets as signs of their own beside a letter, and the letters that have them.
ACCENTS = {
    "\u00a8": ("\u0308", "aeiouyAEIOUY"),
    "\u00b4": ("\u0301", "aeiouyAEIOUY"),
    "\u0060": ("\u0300", "aeiouAEIOU"),
    "\u02c6": ("\u0302", "aeiouAEIOU"),
    "\u02dc": ("\u0303", "naoNAO"),
    "\u02c7": ("\u030c", "cszrenCSZREN"),
    "\u02da": ("\u030a", "auAU"),
    "\u00b8": ("\u0327", "csCS"),
}
#: Nobody types this one for anything else; another one is set over a letter or is a quotation mark.
ALWAYS = "\u00a8"
_ACCENT = re.compile(f"[{re.escape(''.join(ACCENTS))}]")
_BLANKS = " \r\n"
#: What may be a word and the number of a note.
_NOTED = re.compile(r"(?<=[^\W\d_]{3})[.,;:!?)»“”\"]?(\d{1,3}(?:[,;]\d{1,3})*|[*†‡§])")
_TWO = re.compile("[\U00010000-\U0010ffff]")
#: A mark is so much smaller than the word, or so much higher (shares of the word's size).
SMALLER, HIGHER = 0.85, 0.2
#: So many doubtful signs of one page are looked at.
MOST = 2_000


def in_units(text):
    r"""Return the text of a page with a sign of nothing behind each one that takes two of UTF-16.

    PDFium counts places so, and Python then too.

    >>> in_units("📞 04361")
    '📞\x01 04361'
    """
    return _TWO.sub(lambda found: f"{found[0]}\x01", text)


def edits_of(text, page):
    """Return {place: (end, what stands instead)}: accents on letters, marks of notes apart."""
    places = _Places(page)
    edits = {}
    for found in list(_NOTED.finditer(text))[:MOST]:
        at = found.start(1)
        if is_mark(text[max(0, at - 40) : at], found[1]) and places.is_raised(at, at - 1):
            edits[at] = at, " "
    for found in list(_ACCENT.finditer(text))[:MOST]:
        edits.update(_composed(text, found.start(), places))
    return edits


def _composed(text, at, places):
    """Return {place: (end, letter with its accent)} for an accent, {} where it has no letter."""
    sign, letters = ACCENTS[text[at]]
    before, after = at - 1, at + 1
    while before >= 0 and text[before] in _BLANKS and at - before < 4:
        before -= 1
    while after < len(text) and text[after] in _BLANKS and after - at < 4:
        after += 1
    fits = [
        (places.overlap(at, other), other == after, other)
        for other in (before, after)
        if 0 <= other < len(text) and text[other] in letters
    ]
    if not fits:
        return {}
    over, _is_after, other = max(fits)
    if not over and (text[at] != ALWAYS or abs(other - at) > 1):
        return {}
    letter = unicodedata.normalize("NFC", text[other] + sign)
    start, end = min(at, other), max(at, other) + 1
    return {start: (end, letter)}


class _Places:
    """Boxes of the signs of a page, by their places in its text."""

    def __init__(self, page):
        self.page = page

    def box(self, at):
        """Return (left, right, bottom, top) of a sign, None where it is none of the page's."""
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(self.page, at)
        sides = [c_double() for _ in range(4)]
        if index < 0 or not pdfium.FPDFText_GetCharBox(self.page, index, *map(byref, sides)):
            return None
        return [side.value for side in sides]

    def size(self, at):
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(self.page, at)
        return pdfium.FPDFText_GetFontSize(self.page, index) if index >= 0 else 0

    def is_raised(self, sign, letter):
        """Return whether a sign is set smaller or higher than a letter."""
        a, b = self.box(sign), self.box(letter)
        if a is None or b is None:
            return False
        size = self.size(letter) or 1
        return self.size(sign) < SMALLER * size or a[2] - b[2] > HIGHER * size

    def overlap(self, one, other):
        """Return how much of a sign, as a share of its width, stands over another."""
        a, b = self.box(one), self.box(other)
        if a is None or b is None or a[1] <= a[0]:
            return 0
        return max(0, min(a[1], b[1]) - max(a[0], b[0])) / (a[1] - a[0])
