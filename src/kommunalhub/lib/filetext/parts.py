"""What a reader gives: a page, slide, sheet, section or minute, with what is known of it."""

from dataclasses import dataclass


#: What a part is for: text that explains; a list of what stands where; the same by the alphabet, as
#: at the end of a book; and what stands around a text: title page, imprint, heads and feet.
BODY, CONTENTS, INDEX, FRONT = "body", "contents", "index", "front"
ROLES = (BODY, CONTENTS, INDEX, FRONT)
#: What the numbers of the parts of a kind count.
UNITS = {"page": "page", "slide": "slide", "sheet": "sheet", "time": "second", "section": "section"}
GERMAN = "de"
#: Between two paragraphs, and between two cells of the row of a table.
PARAGRAPH, CELL = "\n\n", "\t"
#: A part has so many sections at most, a section so many headings above it, each so many letters.
MOST_SECTIONS, DEEPEST, LONGEST_HEADING = 500, 8, 200


@dataclass(frozen=True)
class Part:
    """One part of what a file says.

    number: from 1, or the second at which it begins, or None. text: paragraphs are parted by an
    empty line, a row of a table is a line with tabs between its cells; heads and feet of pages are
    left out. headings: the way to what stands at its beginning, outermost first. sections: for
    each heading in the text (place where it begins, the way to it, with it as the last).
    language: "de", "en" …, "" where it is not told.
    """

    kind: str
    number: int | None
    label: str
    text: str
    headings: tuple = ()
    sections: tuple = ()
    role: str = BODY
    language: str = GERMAN

    @property
    def unit(self):
        """What `number` counts: "page", "slide", "sheet", "second", "section", or None."""
        return UNITS.get(self.kind) if self.number is not None else None

    def way_at(self, place):
        """Return the headings above a place in the text.

        >>> sections = ((6, ("2 Vergabe",)),)
        >>> part = Part("page", 1, "", "Ende\\n\\n2 Vergabe\\n\\nNeu", ("1 Bau",), sections)
        >>> part.way_at(0), part.way_at(10)
        (('1 Bau',), ('2 Vergabe',))
        """
        way = self.headings
        for begins, headings in self.sections:
            if begins > place:
                break
            way = headings
        return way

    def as_stored(self):
        """Return plain values, for JSON and for the database."""
        return (
            *(self.kind, self.number, self.label, self.text),
            *(self.headings, self.sections, self.role, self.language),
        )

    @classmethod
    def from_stored(cls, values):
        """Return the Part of such values, also of the four that were kept once.

        Whoever wrote them may have been led astray by what it read: what is no part of a file is
        put right or raises ValueError.
        """
        values = (*values, *((), (), BODY, GERMAN)[len(values) - 4 :])
        kind, number, label, text, headings, sections, role, language = values
        if not all(isinstance(said, str) for said in (kind, label, text, role, language)):
            raise ValueError("no part of a file")
        if number is not None and type(number) is not int:
            raise ValueError(f"no number of a part: {number!r}"[:100])
        return cls(
            *(kind, number, label, text, _way(headings)),
            tuple(_sections(sections, len(text))),
            role if role in ROLES else BODY,
            language[:8],
        )


def _way(headings):
    return tuple(str(heading)[:LONGEST_HEADING] for heading in headings[:DEEPEST])


def _sections(sections, length):
    """Yield sections in their order, each in the text."""
    last = -1
    for place, headings in sections[:MOST_SECTIONS]:
        if type(place) is int and last < place < max(length, 1):
            last = place
            yield place, _way(headings)
