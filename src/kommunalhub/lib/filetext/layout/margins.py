"""Heads and feet of pages: what stands at their edges and comes again, and their numbers."""

from collections import Counter
from collections import defaultdict
from kommunalhub.lib.filetext.layout.lines import usual_size

import re


#: A head stands in this upper share of a page, a foot in this lower one; of so many lines each.
EDGE = 0.2
MOST_LINES = 4
#: A line that comes again on so many pages, at the same height (points), is a head or a foot.
FEWEST, FEWEST_OF_FEW = 3, 2
FEW = 4
#: Pages that are so far apart have it in common by chance.
NEAR = 6
SAME_HEIGHT = 6
#: Type that is so much larger than the text is a title, unless it stands on most of the pages.
LARGE = 1.25
MOST_PAGES = 0.4
#: Where so many of the outermost lines of one height are heads, the others are too.
SHARE_OF_HEIGHT = 0.6
LONGEST = 160
#: Lines of one head are not farther apart (heights of the type).
GAP = 2.5
_NUMBER = re.compile(r"\d{1,4}")
_ROMAN = r"(?=[ivxl])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ONLY_NUMBER = re.compile(
    rf"\W*(?:(?:seite|page|blatt|s\.|p\.)\s*)?(?:\d{{1,4}}|{_ROMAN}|[a-z]-\d{{1,3}})"
    r"(?:\s*(?:/|von|of)\s*\d{1,4})?\W*",
    re.I,
)
_BLANKS = re.compile(r"\s+")


def running(pages):
    """Return {number of a page: places of its lines that are heads or feet}."""
    size = usual_size(pages)
    edges = {page.number: _edges(page) for page in pages}
    offset = _offset(edges)
    seen = defaultdict(list)  # {(edge, what it says): [(page, height)]}
    for number, sides in edges.items():
        for side, lines in sides.items():
            for _place, line in lines:
                seen[side, _said(line, number, offset)].append((number, line.middle))
    fewest = FEWEST if len(pages) > FEW else FEWEST_OF_FEW

    def is_known(side, line, number):
        others = seen[side, _said(line, number, offset)]
        again = [other for other, height in others if abs(height - line.middle) <= SAME_HEIGHT]
        if line.size > LARGE * size and len(again) < max(fewest, MOST_PAGES * len(pages)):
            return False
        return sum(abs(other - number) <= NEAR for other in again) >= fewest

    found = {number: set() for number in edges}
    heights = defaultdict(Counter)  # {edge: {height: pages}}, of all outermost lines and of known
    known = defaultdict(Counter)
    for number, sides in edges.items():
        for side, lines in sides.items():
            for depth, (place, line) in enumerate(lines):
                is_number = bool(_ONLY_NUMBER.fullmatch(line.text)) and len(pages) > 1
                is_head = is_number or is_known(side, line, number)
                is_head = is_head or (depth == 0 and _has_number(line, number, offset))
                if depth == 0:
                    heights[side][round(line.middle / SAME_HEIGHT)] += 1
                    known[side][round(line.middle / SAME_HEIGHT)] += is_head
                if not is_head or (depth and _is_beyond(lines[depth - 1][1], line)):
                    break
                found[number].add(place)
    for number, sides in edges.items():
        for side, lines in sides.items():
            if not lines or lines[0][0] in found[number]:
                continue
            place, line = lines[0]
            height = round(line.middle / SAME_HEIGHT)
            enough = known[side][height] >= max(fewest, SHARE_OF_HEIGHT * heights[side][height])
            if enough and line.size <= LARGE * size and _is_apart(lines, line):
                found[number].add(place)
    for page in pages:
        is_all = len(found[page.number]) == len(page.lines)
        if is_all and not all(_ONLY_NUMBER.fullmatch(line.text) for line in page.lines):
            found[page.number] = set()  # a page that says nothing else says this
    return found


def _edges(page):
    """Return {"top" or "bottom": [(place, line)]}, the outermost first."""
    lines = [(place, line) for place, line in enumerate(page.lines) if len(line.text) <= LONGEST]
    lines = [(place, line) for place, line in lines if line.top > line.bottom]
    top = [pair for pair in lines if pair[1].middle > (1 - EDGE) * page.height]
    bottom = [pair for pair in lines if pair[1].middle < EDGE * page.height]
    return {
        "top": sorted(top, key=lambda pair: -pair[1].middle)[:MOST_LINES],
        "bottom": sorted(bottom, key=lambda pair: pair[1].middle)[:MOST_LINES],
    }


def _offset(edges):
    """Return by how much printed numbers differ from the count of pages, None if they tell none."""
    offsets = Counter()
    for number, sides in edges.items():
        told = {
            int(found[0]) - number
            for lines in sides.values()
            for _place, line in lines[:2]
            for found in _NUMBER.finditer(line.text)
        }
        offsets.update(told)
    if not offsets:
        return None
    (offset, count), *_others = offsets.most_common(1)
    return offset if count >= max(FEWEST, 0.3 * len(edges)) else None


def _has_number(line, number, offset):
    """Return whether a line begins or ends with the number of its page."""
    if offset is None:
        return False
    words = line.text.split()
    return bool(words) and str(number + offset) in (words[0], words[-1])


def _said(line, number, offset):
    text = _BLANKS.sub(" ", line.text).strip().casefold()
    if offset is not None:
        text = re.sub(rf"(?<!\d){number + offset}(?!\d)", "#", text)
    return text


def _is_beyond(before, line):
    """Return whether a gap stands between a head and a line, as before the text."""
    return abs(before.middle - line.middle) > GAP * max(before.size, line.size, 1)


def _is_apart(lines, line):
    """Return whether the next line is farther away than lines of a text are."""
    if len(lines) < 2:
        return True
    return abs(lines[1][1].middle - line.middle) > 1.5 * max(line.size, 1)
