"""Running text out of lines: paragraphs, rows of tables, columns in their order."""

from dataclasses import dataclass
from dataclasses import replace
from kommunalhub.lib.filetext.layout.lines import pitch
from kommunalhub.lib.filetext.parts import CELL
from kommunalhub.lib.filetext.parts import PARAGRAPH
from kommunalhub.lib.german.folding import mended

import re


#: A new paragraph begins so much farther below than the next line, or in type so much different.
FARTHER, OTHER_SIZE = 1.35, 0.1
#: Or so much farther to the right (heights of the type) after the end of a sentence.
INDENT = 0.8
#: A line that ends so far from the right of the text, as a share of its width, is a last one.
SHORT = 0.12
#: A blank so wide (heights of the type) stands between columns also if no other line has one there.
WIDE = 3
#: A cell of a table has so many lines at most.
CELL_LINES = 8
#: So many lines before and after one tell how far text goes to the right.
NEAR = 6
#: Lines that have two columns in common: their share, and how many there are at least.
COLUMN_SHARE, COLUMN_LINES, COLUMN_LETTERS = 0.6, 12, 15
_BULLET = re.compile(
    r"(?:[•·▪■□◦●○‣➢✓–—*\uf0b7\uf0a7-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\[\d+\])[\s\t]+(?=\S)"
)
_NUMBER = re.compile(r"(?:(?:\d{1,2}|[A-Z])(?:\.\d{1,3}){0,5}\.?|§+ ?\d+\w?)\t")
_CAPTION = re.compile(
    r"(?:abb(?:ildung|\.)?|tab(?:elle|\.)?|bild|grafik|figure|fig\.|table|listing)\s*[\dA-Z]", re.I
)
_ENDS = re.compile(r"[.!?:;…][\"“”«»)\]\d]*$")
_DIVIDED = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_BLANKS = re.compile(r"[ \u00a0]+")


@dataclass
class Block:
    """A paragraph or a row of a table while it grows. begin: the first of its lines."""

    text: str
    begin: int
    last: object
    is_row: bool = False


def in_cells(lines):
    """Return lines with tabs only where columns are: wide, or below each other in two lines."""
    found = []
    for at, line in enumerate(lines):
        if "\t" not in line.text or len(line.cells) != line.text.count("\t") + 1:
            found.append(line)
            continue
        around = (*lines[max(0, at - 4) : at], *lines[at + 1 : at + 5])
        near = [begins for other in around for begins in other.cells]
        pieces, cells, gaps = line.text.split("\t"), [line.cells[0]], []
        text = pieces[0]
        for piece, begins, wide in zip(pieces[1:], line.cells[1:], line.gaps, strict=True):
            is_column = wide > WIDE or any(abs(begins - x) < 3 for x in near)
            text += ("\t" if is_column else " ") + piece
            if is_column:
                cells.append(begins)
                gaps.append(wide)
        found.append(replace(line, text=text, cells=tuple(cells), gaps=tuple(gaps)))
    return found


def in_columns(lines):
    """Return lines in the order in which people read them, where a program wrote across columns."""
    split = [line for line in lines if line.text.count("\t") == 1 and len(line.cells) == 2]
    if len(split) < max(COLUMN_LINES, COLUMN_SHARE * len(lines)):
        return lines
    begins = sorted(line.cells[1] for line in split)
    gutter = begins[len(begins) // 2]
    split = [line for line in split if abs(line.cells[1] - gutter) < 4]
    long = [line for line in split if min(map(len, line.text.split("\t"))) >= COLUMN_LETTERS]
    if len(long) < max(COLUMN_LINES, COLUMN_SHARE * len(lines)):
        return lines
    ordered, right = [], []
    for line in lines:
        if line in split:
            one, other = line.text.split("\t")
            ordered.append(replace(line, text=one, right=gutter, cells=line.cells[:1], gaps=()))
            right.append(replace(line, text=other, left=gutter, cells=line.cells[1:], gaps=()))
        elif line.left >= gutter - 4:
            right.append(line)
        elif line.right <= gutter + 4:
            ordered.append(line)
        else:  # across both: what was in columns ends here
            ordered += (*right, line)
            right = []
    return (*ordered, *right)


def blocks_of(lines, headings=()):
    """Return the Blocks of lines. headings: of layout.headings.Heading among them."""
    begins = {heading.begin for heading in headings}
    of_heading = {at for heading in headings for at in range(heading.begin, heading.end)}
    step, rows = pitch(lines), rows_of(lines)
    right = max((line.right for line in lines), default=0)
    width = right - min((line.left for line in lines), default=0)
    found = []
    for at, line in enumerate(lines):
        text = _BLANKS.sub(" ", _BULLET.sub(lambda found: found[0].rstrip() + " ", line.text, 1))
        text = text.strip(" \n")
        if _NUMBER.match(text) and text.count("\t") == 1 or at in of_heading:
            text = text.replace("\t", " ")
        if not text:
            continue
        is_row = "\t" in text
        before = found[-1] if found else None
        is_in_cell = before is not None and before.is_row and _is_in_cell(before.last, line, step)
        is_new = (
            before is None
            or at in begins
            or (at not in of_heading and at - 1 in of_heading)
            or is_row
            or (before.is_row and not is_in_cell)
        )
        if at in of_heading and at not in begins and before is not None:
            _go_on(before, text, line)
        elif rows.get(at) == "cell" and before is not None:
            before.text += CELL + text
            before.last, before.is_row = line, True
        elif rows.get(at) == "same" and before is not None:
            _go_on(before, text, line)
        elif is_new or not is_in_cell and _begins(before, line, text, step, right - SHORT * width):
            found.append(Block(text, at, line, is_row))
        elif not is_in_cell and not _DIVIDED.search(before.text) and _is_broken(lines, before, at):
            before.text += f"\n{text}"
            before.last = line
        else:
            cells = before.last.cells
            _go_on(before, text, replace(line, cells=cells) if is_in_cell else line)
    return found


def rows_of(lines):
    """Return {place of a line: "cell" where it begins the next cell of a row, "same" within it}.

    Programs write a row cell by cell: after the last line of a cell the next one begins higher up
    and farther to the right, as high as the first.
    """
    found = {}
    begin = 0  # of the cell that is open
    for at in range(1, len(lines)):
        line, before = lines[at], lines[at - 1]
        if line.middle <= before.middle + 2 or line.size <= 0:
            continue  # below, as lines usually are
        first = next(
            (
                place
                for place in range(at - 1, max(begin, at - CELL_LINES) - 1, -1)
                if abs(lines[place].top - line.top) < 0.5 * line.size
            ),
            None,
        )
        if first is None or any(lines[place].right > line.left for place in range(first, at)):
            continue
        for place in range(first + 1, at):
            found.setdefault(place, "same")
        found[at] = "cell"
        begin = first
        for place in range(at + 1, min(at + CELL_LINES, len(lines))):
            if lines[place].left < line.left - 3 or lines[place].middle >= lines[place - 1].middle:
                break
            found[place] = "same"
    return found


def _is_in_cell(before, line, step):
    """Return whether a line goes on with the last cell of a row."""
    is_next = 0 < before.middle - line.middle < FARTHER * max(step, line.size)
    return is_next and len(before.cells) > 1 and line.left >= before.cells[-1] - 3


def _begins(block, line, text, step, full):
    """Return whether a line begins a new paragraph after a block.

    full: how far to the right a line goes at least that the width of the page has ended.
    """
    before = block.last
    fall = before.middle - line.middle
    if abs(line.size - before.size) > OTHER_SIZE * max(line.size, before.size):
        return True
    if fall <= -2 * max(line.size, 1):  # at the top of the next column
        return bool(_ENDS.search(block.text)) or not text[:1].islower()
    if fall > FARTHER * max(step, line.size) or _BULLET.match(text) or _CAPTION.match(text):
        return True
    is_short = before.right < full
    if _ENDS.search(block.text):
        return is_short or line.left > before.left + INDENT * line.size
    return line.is_bold != before.is_bold and is_short


def _is_broken(lines, block, at):
    """Return whether somebody ended the line before on purpose: the next word had room there."""
    before, line = block.last, lines[at]
    around = lines[max(0, at - NEAR) : at + NEAR]
    near = [other.right for other in around if abs(other.left - before.left) < 2]
    words = line.text.split(None, 1)
    if len(near) < 2 or not words or before.left > line.left + 2:
        return False
    width = len(words[0]) / len(line.text) * (line.right - line.left)
    return before.right + width + 2 * line.size < max(near)


def _go_on(block, text, line):
    if _DIVIDED.search(block.text):
        cut = max(0, block.text.rfind(" "), block.text.rfind("\n"))
        block.text = block.text[:cut] + mended(f"{block.text[cut:]}\n{text}").replace("\n", "")
    else:
        block.text += f" {text}"
    block.last = line


def text_of(blocks):
    """Return (text, {place of a line that begins a block: where in the text that is})."""
    pieces, places, length = [], {}, 0
    was_row = False
    for block in blocks:
        between = "" if not pieces else "\n" if was_row and block.is_row else PARAGRAPH
        places[block.begin] = length + len(between)
        said = "\n".join(filter(None, (part.strip(" ") for part in block.text.split("\n"))))
        pieces += (between, said)
        length += len(between) + len(said)
        was_row = block.is_row
    return "".join(pieces), places
