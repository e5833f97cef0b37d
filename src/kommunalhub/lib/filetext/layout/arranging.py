"""From lines to parts: each page with its text, its headings and what it is for."""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kommunalhub.lib.filetext.languages import language_of
from kommunalhub.lib.filetext.layout import headings as headings_of
from kommunalhub.lib.filetext.layout import lists
from kommunalhub.lib.filetext.layout.lines import Line
from kommunalhub.lib.filetext.layout.lines import usual_size
from kommunalhub.lib.filetext.layout.margins import running
from kommunalhub.lib.filetext.layout.paragraphs import blocks_of
from kommunalhub.lib.filetext.layout.paragraphs import in_cells
from kommunalhub.lib.filetext.layout.paragraphs import in_columns
from kommunalhub.lib.filetext.layout.paragraphs import text_of
from kommunalhub.lib.filetext.parts import BODY
from kommunalhub.lib.filetext.parts import CONTENTS
from kommunalhub.lib.filetext.parts import FRONT
from kommunalhub.lib.filetext.parts import GERMAN
from kommunalhub.lib.filetext.parts import PARAGRAPH
from kommunalhub.lib.filetext.parts import Part
from kommunalhub.lib.german.folding import mended

import re


#: Letters of heads and feet that are kept, once each.
MARGINS = 4_000
#: A word that is divided where a page ends, and its second half.
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\s*\Z")
_SECOND_HALF = re.compile(r"\s*([^\W\d_][^\s]*)")
#: The number of a page at the beginning or the end of a line.
_EDGE_NUMBER = re.compile(
    r"(?:^|\s)\W*(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:/|von|of)\s*\d{1,4})?\W*$|^\W*\d{1,4}\b\W*", re.I
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass
class Reached:
    """What is known at the end of some pages and needed for the next ones; plain values.

    way: [[level, title]] of the headings that are open; role: of what the last page ended with;
    margins: heads and feet that were seen; size: of the type of the text; body: whether text has
    begun; language: of the last page.
    """

    way: list = field(default_factory=list)
    role: str = ""
    margins: list = field(default_factory=list)
    size: float = 0
    body: bool = False
    language: str = GERMAN


class Arranger:
    """Makes parts of pages.

    total: pages of the file; outline: Entries of all of it; reached: see Reached.
    """

    def __init__(self, total, outline=(), reached=None):
        self.total = total
        self.reached = reached or Reached()
        self.outline, self.is_tagged = {}, False
        if headings_of.is_telling(outline, total):
            for entry in outline:
                self.outline.setdefault(entry.page, []).append(entry)
        self.titles = frozenset(filter(None, (lists.bare(entry.title) for entry in outline)))

    def parts(self, pages, first=1):
        """Yield the parts of pages from the one with the number `first` on.

        The pages before it only tell what heads and feet are.
        """
        edges = running(pages)
        self.reached.size = self.reached.size or usual_size(pages)
        self.is_tagged = any(line.level for page in pages for line in page.lines)
        contents = {}
        for page in pages:
            lines = [line for at, line in enumerate(page.lines) if at not in edges[page.number]]
            lines = tuple(in_columns(in_cells(lines)))
            found = lists.listed(*(lines, page.number, self.total, self.titles, self.reached.role))
            contents[page.number] = lines, found
            self.reached.role = found.role if found is not None else BODY
        last_contents = max(
            (n for n, (_lines, found) in contents.items() if found and found.role == CONTENTS),
            default=0,
        )
        waiting = None
        for page in pages:
            if page.number < first:
                continue
            self._keep_margins(page, edges[page.number])
            for part in self._of_page(page, *contents[page.number], last_contents):
                if waiting is not None:
                    waiting, part = _joined(waiting, part)
                    yield waiting
                waiting = part
        if waiting is not None:
            yield waiting

    def recognised(self, number, text):
        """Return the Part of a page whose text was recognised: what the outline tells of it."""
        rows = text.split("\n")
        lines = [Line(row) for row in rows]
        headings = headings_of.by_outline(lines, self.outline.get(number, ()))
        before = tuple(title for _level, title in self.reached.way)
        ways, reached = headings_of.ways(headings, map(tuple, self.reached.way))
        self.reached.way = [list(pair) for pair in reached]
        places = {}
        for heading, way in ways:
            begin = heading.begin if heading.end > heading.begin else 0
            places[len("\n".join(rows[:begin])) + bool(begin)] = way
        self.reached.language = language = language_of(text, self.reached.language)
        sections = tuple(sorted(places.items()))
        return Part("page", number, "", text, before, sections, BODY, language)

    def margins(self):
        """Return a Part of the heads and feet, each once, or None."""
        said = "\n".join(self.reached.margins)[:MARGINS]
        language = self.reached.language
        return Part("margins", None, "", said, (), (), FRONT, language) if said else None

    def _keep_margins(self, page, places):
        for place in sorted(places):
            text = _EDGE_NUMBER.sub("", page.lines[place].text).replace("\t", " ").strip()
            known = sum(map(len, self.reached.margins))
            if _LETTER.search(text) and text not in self.reached.margins and known < MARGINS:
                self.reached.margins.append(text)

    def _of_page(self, page, lines, found, last_contents):
        """Yield the parts of one page: one, or two where a list shares it with text."""
        entries = self.outline.get(page.number, ())
        if self.outline:
            headings = headings_of.by_outline(lines, entries)
        elif self.is_tagged:
            headings = headings_of.by_tags(lines)
        else:
            headings = headings_of.by_type(lines, self.reached.size)
        if found is None:
            yield self._part(page, lines, headings, None, page.number < last_contents)
            return
        listed = range(found.begin, found.end)
        rest = [line for at, line in enumerate(lines) if at not in listed]
        is_beside = sum(len(line.text) for line in rest) > lists.BESIDE
        if not is_beside:
            yield self._part(page, lines, headings, found.role)
            return
        one = [heading for heading in headings if heading.begin < found.begin]
        other = [heading for heading in headings if heading.begin >= found.end]
        inside = [h for h in headings if found.begin <= h.begin < found.end]
        before = [h for h in one if h.end <= found.begin]
        yield from filter(
            None,
            (
                self._piece(page, lines, 0, found.begin, before, None),
                self._piece(page, lines, found.begin, found.end, inside, found.role),
                self._piece(page, lines, found.end, len(lines), other, None, page.written),
            ),
        )

    def _piece(self, page, lines, begin, end, headings, role, written=()):
        """Return a part of some lines of a page, None where they say nothing."""
        if begin >= end and not written:
            return None
        moved = [
            headings_of.Heading(h.level, h.title, h.begin - begin, h.end - begin) for h in headings
        ]
        piece = lines[begin:end]
        return self._part(page, piece, moved, role, written=written)

    def _part(self, page, lines, headings, role, is_before_contents=False, written=None):
        before = tuple(title for _level, title in self.reached.way)
        if role is not None:
            # in a list each line looks like a heading; what the outline says of it is its title
            headings = headings[:1]
        ways, reached = headings_of.ways(headings, map(tuple, self.reached.way))
        self.reached.way = [list(pair) for pair in reached]
        if role is not None:
            text, places = lists.without_leaders(line.text for line in lines), {}
        else:
            text, places = text_of(blocks_of(lines, headings))
        written = page.written if written is None else written
        if written:
            text = PARAGRAPH.join(filter(None, (text, *written)))
        sections, at = [], -1
        for heading, way in ways:
            place = places.get(heading.begin)
            if place is None:
                later = [where for line, where in places.items() if line >= heading.begin]
                place = min(later, default=0 if role is not None else None)
            if place is None or place >= max(len(text), 1):
                continue
            if place <= at and sections:  # two that begin at one place: the inner one counts
                sections[-1] = (at, way)
                continue
            sections.append((place, way))
            at = place
        role = role or lists.role_of(
            text, page.number, self.total, is_before_contents and not self.reached.body
        )
        self.reached.body = self.reached.body or (role == BODY and not is_before_contents)
        language = language_of(text, self.reached.language)
        self.reached.language = language
        return Part("page", page.number, "", text, before, tuple(sections), role, language)


def over_the_page(before, after):
    """Return both pages, the word that is divided between them whole on the first.

    >>> over_the_page("die Kläranlagenertüchti-", "gungsrichtlinie, neu")
    ('die Kläranlagenertüchtigungsrichtlinie,', 'neu')
    >>> over_the_page("Ein-", "und Auszahlung"), over_the_page("Seite 1", "Seite 2")
    (('Ein-', 'und Auszahlung'), ('Seite 1', 'Seite 2'))
    """
    divided, half = _DIVIDED.search(before), _SECOND_HALF.match(after)
    if not divided or not half or not half[1][0].islower():
        return before, after
    whole = mended(f"{before[: divided.start()]}-\n{half[1]}")
    if whole.endswith(f"- {half[1]}"):
        return before, after
    return whole, after[half.end() :].lstrip()


def _joined(one, other):
    """Return two parts with the word whole that is divided between them."""
    if one.role != other.role:
        return one, other
    whole, rest = over_the_page(one.text, other.text)
    taken = len(other.text) - len(rest)
    sections = tuple((max(0, at - taken), way) for at, way in other.sections)
    return replace(one, text=whole), replace(other, text=rest, sections=sections)
