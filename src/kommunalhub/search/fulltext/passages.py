"""The texts of a thing in passages: what is scored, shown and led to as one place. Pure.

A page, slide or sheet is a passage; what has no such thing is cut at its headings or paragraphs,
what is said in a video is joined to half a minute. A short text stays one passage.
"""

from dataclasses import dataclass
from dataclasses import replace
from kommunalhub.lib.filetext.languages import language_of
from kommunalhub.lib.filetext.parts import BODY

import re


#: Letters of a whole thing that stays one passage.
SHORT = 2_500
#: Letters up to which a page stays whole, and of the pieces of a longer one.
LONGEST, PIECE = 6_000, 1_200
#: A section of fewer letters goes together with the one before, unless it can be led to.
SHORTEST_SECTION = 250
#: What is said in a video is joined up to so many letters.
SAID = 500
SECOND = "second"
#: What a text is written in that nobody says anything else of.
GERMAN = "de"
PARAGRAPH = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True)
class Passage:
    """One place in a thing.

    number: of its page, slide or sheet, or the second; None where there is no such thing.
    headings: the way to what stands at its beginning, outermost first. sections: ((offset in text,
    way), ...) of headings that begin in it. anchors: ((offset, id), ...) of headings on a page of
    the site. starts: ((offset, number), ...) where several numbers are joined. role: see
    lib.filetext.parts; only BODY explains, the others list and never lead.
    """

    text: str
    number: int | None = None
    headings: tuple = ()
    sections: tuple = ()
    role: str = BODY
    language: str = ""
    anchors: tuple = ()
    starts: tuple = ()

    @property
    def explains(self):
        return self.role == BODY

    def way_at(self, offset):
        """Return the headings that what stands at an offset stands under."""
        way = self.headings
        for start, headings in self.sections:
            if start > offset:
                break
            way = headings
        return way

    def number_at(self, offset):
        return _last(self.starts, offset, self.number)

    def anchor_at(self, offset):
        return _last(self.anchors, offset, None)

    @property
    def own_headings(self):
        """Return the headings that begin in it, and the last one of the way to it."""
        begun = [headings[-1] for _, headings in self.sections if headings]
        return tuple(dict.fromkeys((*self.headings[-1:], *begun)))

    @property
    def way(self):
        """Return the headings above its own ones."""
        above = [heading for _, headings in self.sections for heading in headings[:-1]]
        own = set(self.own_headings)
        return tuple(h for h in dict.fromkeys((*self.headings[:-1], *above)) if h not in own)

    def as_row(self):
        """Return what JSON keeps of it."""
        return [
            self.text,
            self.number,
            self.headings,
            self.sections,
            self.role,
            self.language,
            self.anchors,
            self.starts,
        ]

    @classmethod
    def of_row(cls, row):
        text, number, headings, sections, role, language, anchors, starts = row
        return cls(
            text,
            number,
            tuple(headings),
            tuple((offset, tuple(way)) for offset, way in sections),
            role,
            language,
            tuple(map(tuple, anchors)),
            tuple(map(tuple, starts)),
        )


def _last(places, offset, otherwise):
    found = otherwise
    for start, value in places:
        if start > offset:
            break
        found = value
    return found


def passages_of(body, sections=(), pages=(), unit=None):
    """Return the Passages of a thing.

    body: what was typed, sections: ((offset in it, headings, id), ...). pages: what its file says,
    as (number, text) or with the attributes number, text and perhaps headings, sections, role,
    language. unit: what the numbers count.
    """
    found = list(_typed(body, sections)) if body.strip() else []
    read = [page_of(page) for page in pages]
    found += _said(read) if unit == SECOND else [p for page in read for p in _pieces(page)]
    return found


def is_short(passages):
    """Return whether passages are better found as one text."""
    if not all(passage.explains for passage in passages):
        return False
    return sum(len(passage.text) for passage in passages) <= SHORT


def page_of(page):
    """Return the Passage for a page as a reader gives it.

    >>> page_of((3, "Der Antrag")).number
    3
    """
    if isinstance(page, tuple | list):
        number, text = page
        return Passage(text if isinstance(text, str) else "", number)
    sections = getattr(page, "sections", None) or ()
    return Passage(
        page.text,
        page.number,
        tuple(getattr(page, "headings", None) or ()),
        tuple((offset, tuple(way)) for offset, way in sections),
        getattr(page, "role", None) or BODY,
        getattr(page, "language", None) or "",
    )


def _typed(body, sections):
    """Yield the passages of what was typed on a page of the site."""
    whole = Passage(
        body,
        sections=tuple((offset, tuple(way)) for offset, way, _id in sections),
        language=language_of(body, GERMAN).replace(GERMAN, ""),
        anchors=tuple((offset, id) for offset, _way, id in sections if id),
    )
    if len(body) <= SHORT or not sections:
        yield from _cut(whole) if len(body) > SHORT else [whole]
        return
    starts = [0, *(offset for offset, _, _ in sections), len(body)]
    for start, end in zip(starts, starts[1:], strict=False):
        if body[start:end].strip():
            yield from _cut(_part(whole, start, end))


def _pieces(page):
    if len(page.text) <= LONGEST or not page.explains:
        yield page
        return
    starts = [0]
    for offset, _way in page.sections:
        if offset - starts[-1] >= SHORTEST_SECTION:
            starts.append(offset)
    for start, end in zip(starts, [*starts[1:], len(page.text)], strict=True):
        if page.text[start:end].strip():
            yield from _cut(_part(page, start, end))


def _cut(passage):
    """Yield a passage, a long one in pieces that end with a paragraph."""
    text = passage.text
    if len(text) <= 2 * PIECE:
        yield passage
        return
    start = 0
    while start < len(text):
        end = len(text)
        if end - start > 2 * PIECE:
            cut = PARAGRAPH.search(text, start + PIECE, start + 2 * PIECE)
            end = cut.end() if cut else text.rfind(" ", start, start + 2 * PIECE) + 1
            end = end if end > start else start + 2 * PIECE
        yield _part(passage, start, end)
        start = end


def _part(passage, start, end):
    """Return a stretch of a passage as one."""

    def within(places):
        return tuple((offset - start, *rest) for offset, *rest in places if start <= offset < end)

    before = passage.anchor_at(start)
    anchors = within(passage.anchors)
    if before and (not anchors or anchors[0][0] > 0):
        anchors = ((0, before), *anchors)
    way = passage.way_at(start - 1) if start else passage.headings
    return replace(
        passage,
        text=passage.text[start:end],
        headings=tuple(way),
        sections=within(passage.sections),
        anchors=anchors,
        starts=within(passage.starts),
    )


def _said(pages):
    """Return passages of what is said in a video, several of its subtitles in one."""
    found, texts, starts, length = [], [], [], 0
    for page in pages:
        if texts and length + len(page.text) > SAID:
            found.append(Passage(" ".join(texts), starts[0][1], starts=tuple(starts)))
            texts, starts, length = [], [], 0
        starts.append((length, page.number))
        texts.append(page.text)
        length += len(page.text) + 1
    if texts:
        found.append(Passage(" ".join(texts), starts[0][1], starts=tuple(starts)))
    return found
