"""Text with its structure in band: what a reader says beside the words, for whoever cuts it up.

XML has no control characters, so these mean nothing else in what its readers gather.
"""

from kommunalhub.lib.filetext.parts import BODY
from kommunalhub.lib.filetext.parts import CELL
from kommunalhub.lib.filetext.parts import CONTENTS
from kommunalhub.lib.filetext.parts import INDEX
from kommunalhub.lib.filetext.parts import LONGEST_HEADING
from kommunalhub.lib.filetext.parts import PARAGRAPH

import re


#: Before a heading, followed by its level; before a paragraph of a list of contents, of an index;
#: after a cell of a table.
HEADING, LISTED, INDEXED, NEXT_CELL = "\x1c", "\x1d", "\x1e", "\x1f"
PARAGRAPH_END = "\n\n"
LEVELS = 9
_MARKS = re.compile(f"[{HEADING}{LISTED}{INDEXED}]")
_LEVEL = re.compile(rf"{HEADING}([1-{LEVELS}])")
#: A section goes on with the next one while it has so few characters, and is cut at the end of a
#: paragraph when it has so many.
SHORT, LONG = 800, 6_000
#: The title of a slide has so many characters at most.
LONGEST_TITLE = 90


def heading(level):
    """Return the mark of a heading of a level, from 1."""
    return f"{HEADING}{max(1, min(level, LEVELS))}"


def paragraphs(text, tidy):
    """Yield (text, level of the heading that it is or 0, role) of paragraphs and rows of tables.

    tidy: called with pieces of text. A row has no empty line before the next one.
    """
    for piece in re.split(r"\n[ \t]*\n[ \t\n]*", text):
        level = _LEVEL.search(piece)
        role = CONTENTS if LISTED in piece else INDEX if INDEXED in piece else BODY
        lines = []
        for line in _MARKS.sub("", _LEVEL.sub("", piece)).split("\n"):
            cells = [tidy(cell).replace("\n", " ") for cell in line.split(NEXT_CELL)]
            lines.append(CELL.join(cells).strip())
        said = "\n".join(filter(None, lines))
        if said:
            yield said, int(level[1]) if level else 0, role


def pieces(text, tidy, way=()):
    """Return ([(text, headings at its beginning, sections, role)], way at the end) of a text.

    way: ((level, title), …) of the headings that are open where it begins. Sections are pieces;
    short ones go on with the next, long ones are cut.
    """
    found, open_now = [], list(way)
    said, begins, sections, length, role_now = [], _titles(open_now), [], 0, BODY

    def finish():
        nonlocal said, sections, length, begins
        if said:
            found.append((PARAGRAPH.join(said), begins, tuple(sections), role_now))
        said, sections, length, begins = [], [], 0, _titles(open_now)

    for paragraph, level, role in paragraphs(text, tidy):
        if role != role_now or (level and length > SHORT) or length + len(paragraph) > LONG:
            finish()
        role_now = role
        if level and role == BODY:
            open_now = [pair for pair in open_now if pair[0] < level]
            open_now.append((level, " ".join(paragraph.split())[:LONGEST_HEADING]))
            sections.append((length, _titles(open_now)))
        said.append(paragraph)
        length += len(paragraph) + len(PARAGRAPH)
    finish()
    return found, tuple(open_now)


def first_line(text):
    """Return sections for the slide of a program that marks no titles: its first line is one.

    >>> first_line("Wann schreiben?\\n\\nImmer"), first_line("• Immer\\n\\n• Sofort")
    (((0, ('Wann schreiben?',)),), ())
    """
    first, between, _rest = text.partition(PARAGRAPH)
    is_title = between and len(first) <= LONGEST_TITLE and "\n" not in first and first[0].isalnum()
    return ((0, (first,)),) if is_title else ()


def _titles(open_now):
    return tuple(title for _level, title in open_now)
