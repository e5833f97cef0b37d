"""The lines of a page of a PDF: what they say, where they stand, how they are set.

PDFium is asked about three signs of a line and about those beside its blanks, not about each.
"""

from ctypes import byref
from ctypes import c_double
from ctypes import c_int
from ctypes import create_string_buffer
from kommunalhub.lib.filetext.layout.lines import Line
from math import hypot
from math import pi
from statistics import median

import pypdfium2.raw as pdfium
import re


#: Lines of a page that are looked at, and letters of one.
MOST_LINES, LONGEST_LINE = 2_000, 20_000
#: A blank so many times wider than the type is high stands between two columns of a table.
COLUMN_GAP = 1.3
_LINE = re.compile(r"[^\r\n]+")
_DIVIDED = re.compile("[\x02\ufffe]")
_BLANK = re.compile(r"(?<=\S)[ \u00a0]+(?=\S)")
_SEEN = re.compile(r"[^\s\x02\ufffe]")
_BOLD = re.compile(rb"bold|black|heavy|semibd|demi|[-,]bd|bx\d*$|cmb|sfbx", re.I)
_MONO = re.compile(rb"mono|courier|consol|typewr|cmtt|sftt|[-+]tt|menlo", re.I)


def lines_of(text, words, page, edits, tidy, levels=None):
    """Return (width, height, lines) of a page as it is looked at.

    text: of the page, see pdfsigns.in_units; words: its text page; edits: {place: (end, what stands
    there instead)}; tidy: called with the text of each line; levels: see pdftags.headings_on.
    """
    signs = _Signs(words, page, tidy, levels or {})
    places = sorted(edits)
    lines, done = [], 0
    for start, end in _spans(text):
        start = max(start, done)
        if len(lines) >= MOST_LINES or start >= end:
            continue
        here = {place: edits[place] for place in places if start <= place < end}
        ends = [last for last, _instead in here.values()]
        done = max([end, *ends])
        lines.append(signs.line(text, start, done, here))
    width, height = signs.extent()
    return width, height, tuple(line for line in lines if line is not None)


def _spans(text):
    """Yield (begin, end) of each line; PDFium says no end where a word is divided."""
    for found in _LINE.finditer(text):
        start = found.start()
        for hyphen in _DIVIDED.finditer(text, start, found.end() - 1):
            yield start, hyphen.end()
            start = hyphen.end()
        yield start, found.end()


class _Signs:
    """Asks about single signs of a page."""

    def __init__(self, words, page, tidy, levels):
        self.words = words.raw
        self.tidy = tidy
        self.levels = levels
        self.left, self.right, self.bottom, self.top = sides = [c_double() for _ in range(4)]
        self.refs = [byref(side) for side in sides]
        self.steps = None
        self.name = create_string_buffer(100)
        self.matrix = pdfium.FS_MATRIX()
        self.angles = {}
        self.box = page.get_mediabox()

    def line(self, text, start, end, edits):
        seen = list(_SEEN.finditer(text, start, min(end, start + LONGEST_LINE)))
        if not seen:
            return None
        first, last, middle = seen[0].start(), seen[-1].start(), seen[len(seen) // 2].start()
        self.count(first, last)
        one, other = self.place(first), self.place(last)
        if one is None or other is None:
            return Line(self.tidy(_edited(text, start, end, edits, ())))
        turn = self.turn(first)
        self.angles[turn] = self.angles.get(turn, 0) + end - start
        mid = self.place(middle) or one
        boxes = [self.turn_box(box, turn) for box in (one, mid, other)]
        size = median(map(self.size, (first, middle, last)))
        gaps = self.gaps(text, start, min(end, start + LONGEST_LINE), size, turn)
        left = min(box[0] for box in boxes)
        return Line(
            self.tidy(_edited(text, start, end, edits, gaps)),
            left,
            max(box[1] for box in boxes),
            # of a line that goes on in the next one: as far as it goes
            min(box[2] for box in boxes),
            boxes[0][3],
            round(size, 1),
            self.is_bold(first) and self.is_bold(middle) and self.is_bold(last),
            (left, *(gap[2] for gap in gaps)),
            tuple(gap[3] for gap in gaps),
            self.level(first),
        )

    def count(self, first, last):
        """Note how signs are numbered in a line: nearly always as they stand in the text."""
        self.steps = None
        begin, end = self.index(first), self.index(last)
        if begin >= 0 and end - begin == last - first:
            self.steps = range(first, last + 1), begin - first

    def index(self, at):
        if self.steps is not None and at in self.steps[0]:
            return at + self.steps[1]
        return pdfium.FPDFText_GetCharIndexFromTextIndex(self.words, at)

    def place(self, at):
        """Return (left, right, bottom, top) of a sign, None where it is none of the page's."""
        index = self.index(at)
        if index < 0 or not pdfium.FPDFText_GetCharBox(self.words, index, *self.refs):
            return None
        return self.left.value, self.right.value, self.bottom.value, self.top.value

    def size(self, at):
        index = self.index(at)
        size = pdfium.FPDFText_GetFontSize(self.words, index)
        if pdfium.FPDFText_GetMatrix(self.words, index, byref(self.matrix)):
            size *= hypot(self.matrix.c, self.matrix.d)
        return size

    def is_bold(self, at):
        index, flags = self.index(at), c_int()
        length = pdfium.FPDFText_GetFontInfo(self.words, index, self.name, 100, byref(flags))
        name = self.name.value if 0 < length <= 100 else b""
        if _MONO.search(name):
            return False
        return bool(_BOLD.search(name)) or (
            pdfium.FPDFText_GetFontWeight(self.words, index) >= 700 and not name
        )

    def level(self, at):
        """Return the level of the heading that a sign belongs to by the tags of the file."""
        if not self.levels:
            return 0
        shown = pdfium.FPDFText_GetTextObject(self.words, self.index(at))
        return self.levels.get(pdfium.FPDFPageObj_GetMarkedContentID(shown), 0) if shown else 0

    def turn(self, at):
        """Return how many quarters of a turn to the left a sign stands on the page as it is."""
        angle = pdfium.FPDFText_GetCharAngle(self.words, self.index(at))
        return round(angle / (pi / 2)) % 4 if angle >= 0 else 0

    def extent(self):
        """Return (width, height) of the page turned so that most of its text stands upright."""
        turned = max(self.angles, key=self.angles.get) if self.angles else 0
        width, height = self.box[2] - self.box[0], self.box[3] - self.box[1]
        return (height, width) if turned in (1, 3) else (width, height)

    def turn_box(self, box, turn):
        """Return a box as it stands when its text is upright."""
        left, right, bottom, top = box
        begins, below, ends, above = self.box
        if turn == 1:  # to be read from below
            return bottom - below, top - below, ends - right, ends - left
        if turn == 2:
            return ends - right, ends - left, above - top, above - bottom
        if turn == 3:
            return above - top, above - bottom, left - begins, right - begins
        return left - begins, right - begins, bottom - below, top - below

    def gaps(self, text, start, end, size, turn):
        """Return [(begin, end, where the next one begins, how wide)] of blanks between columns."""
        found = []
        for blank in _BLANK.finditer(text, start, end):
            one, other = self.place(blank.start() - 1), self.place(blank.end())
            if one is None or other is None:
                continue
            one, other = self.turn_box(one, turn), self.turn_box(other, turn)
            if other[0] - one[1] > COLUMN_GAP * size and abs(one[2] - other[2]) < size:
                wide = (other[0] - one[1]) / max(size, 1)
                found.append((*blank.span(), other[0], wide))
        return found


def _edited(text, start, end, edits, gaps):
    """Return a piece of text with what stands instead, and tabs for wide blanks."""
    changes = {**{one: (other, "\t") for one, other, *_where in gaps}, **edits}
    pieces, done = [], start
    for at in sorted(changes):
        last, instead = changes[at]
        if at >= done:
            pieces += (text[done:at], instead)
            done = last
    return "".join((*pieces, text[done:end]))
