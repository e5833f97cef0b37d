"""Headings: what the outline or the tags of a file name, else what is larger or bolder."""

from collections import Counter
from dataclasses import dataclass
from kommunalhub.lib.filetext.layout.lines import pitch
from kommunalhub.lib.filetext.layout.lists import bare

import re


#: An outline with fewer entries, or fewer for each page, tells little of what stands where.
FEWEST_ENTRIES, ENTRIES_FOR_PAGES = 3, 1 / 20
#: Type so much larger than the text is a heading, of the first, second, third level.
LARGER = (1.7, 1.35, 1.12)
DEEPEST = 4
#: Letters and lines of a heading.
SHORTEST, LONGEST, MOST_LINES = 2, 140, 3
#: A bold line as large as the text is a heading if it is so short and stands so far from the text
#: above (lines).
LONGEST_BOLD, APART = 90, 1.3
#: A page with more of them is set that way for another reason.
MOST_ON_A_PAGE = 14
_NUMBERED = re.compile(
    r"(?:(?:kapitel|teil|abschnitt|anlage|anhang|chapter|part|section|appendix)\s+)?"
    r"(?:(?:\d{1,2}|[A-Z])(?:\.\d{1,3}){0,5}\.?|§+\s?\d+\w?|[IVX]{1,5}\.)[\s\t]+\S",
    re.I,
)
_ONLY_NUMBER = re.compile(
    r"(?:kapitel|teil|abschnitt|anlage|anhang|chapter|part|appendix)\s+(?:\d{1,3}|[IVX]{1,6}|[A-Z])\.?",
    re.I,
)
_NUMBER = re.compile(r"(\d{1,2}|[A-Z])((?:\.\d{1,3}){0,5})\.?[\s\t]")
_ENDS = re.compile(r"[.,;:!]$")
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Entry:
    """An entry of an outline. level: from 1; page: its number; top: how high, or None."""

    level: int
    title: str
    page: int
    top: float | None = None


@dataclass(frozen=True)
class Heading:
    """A heading on a page. begin, end: of its lines, the same for one that stands in none."""

    level: int
    title: str
    begin: int
    end: int


def is_telling(outline, total):
    """Return whether an outline names what stands on the pages of a file."""
    fewest = max(FEWEST_ENTRIES, ENTRIES_FOR_PAGES * total)
    return (
        len(outline) >= fewest
        and len({entry.page for entry in outline}) > 1
        or (total < 3 and len(outline) >= FEWEST_ENTRIES)
    )


def by_outline(lines, entries):
    """Return the headings of a page that entries of an outline name, in the order of its lines."""
    found, taken = [], set()
    for entry in entries:
        place = _place(lines, entry, taken)
        if place is None:
            begin = end = _below(lines, entry.top)
            title = entry.title
        else:
            begin, end = place
            taken.update(range(begin, end))
            title = " ".join(line.text for line in lines[begin:end])
        found.append(Heading(min(entry.level, DEEPEST + 2), _tidy(title), begin, end))
    return sorted(found, key=lambda heading: heading.begin)


def _place(lines, entry, taken):
    """Return (begin, end) of the lines that say a title; the best one of several."""
    wanted = bare(entry.title)
    best, best_at = 0, None
    for begin in range(len(lines)):
        said = ""
        for end in range(begin + 1, min(begin + MOST_LINES, len(lines)) + 1):
            if end - 1 in taken:
                break
            said += bare(lines[end - 1].text)
            if not wanted or len(said) > len(wanted) + 12:
                break
            if said == wanted or (len(wanted) >= 4 and said.endswith(wanted)):
                near = entry.top is not None and -30 < entry.top - lines[begin].top < 60
                score = 1 + lines[begin].size / 10 + 5 * near + (said == wanted)
                if score > best:
                    best, best_at = score, (begin, end)
                break
            if not wanted.startswith(said):
                break
    return best_at


def _below(lines, top):
    """Return the place of the first line that stands at a height or below."""
    if top is None:
        return 0
    return next((at for at, line in enumerate(lines) if line.middle <= top), len(lines))


def by_tags(lines):
    """Return the headings of a page that the file itself says to be some."""
    found, begin = [], 0
    while begin < len(lines):
        level, end = lines[begin].level, begin + 1
        if level:
            while end < len(lines) and end - begin < MOST_LINES and _is_same(lines, end):
                end += 1
            title = _tidy(" ".join(line.text for line in lines[begin:end]))
            if title:
                found.append(Heading(level, title, begin, end))
        begin = end
    return found


def _is_same(lines, at):
    """Return whether a heading goes on in a line."""
    before, line = lines[at - 1], lines[at]
    is_close = 0 < before.middle - line.middle < 1.7 * max(line.size, 1)
    return line.level == before.level and is_close


def by_type(lines, usual):
    """Return the headings of a page by how its lines are set. usual: size of the text."""
    found, begin = [], 0
    step = pitch(lines)
    while begin < len(lines):
        level = _level(lines, begin, usual, step)
        end = begin + 1
        if level:
            while end < len(lines) and end - begin < MOST_LINES and _goes_on(lines, end, level):
                end += 1
            title = _tidy(" ".join(line.text for line in lines[begin:end]))
            if SHORTEST <= len(title) <= LONGEST and _WORD.search(title):
                found.append(Heading(_by_number(title, level), title, begin, end))
        begin = end
    found = _with_titles(found)
    # a whole page in large type, or each row of a table with a bold word
    levels = Counter(heading.level for heading in found)
    is_too_many = len(found) > MOST_ON_A_PAGE or 2 * len(found) > max(4, len(lines))
    return [heading for heading in found if not is_too_many or heading.level == min(levels)][
        :MOST_ON_A_PAGE
    ]


def _with_titles(headings):
    """Return headings with „Kapitel 4“ and the title below it as one."""
    found = []
    for heading in headings:
        before = found[-1] if found else None
        if before and before.end == heading.begin and _ONLY_NUMBER.fullmatch(before.title):
            title = f"{before.title} {heading.title}"
            found[-1] = Heading(before.level, title, before.begin, heading.end)
        else:
            found.append(heading)
    return found


def _level(lines, at, usual, step):
    """Return the level of the heading that a line seems to be, 0 for none."""
    line = lines[at]
    text = line.text.strip()
    if not usual or len(text) > LONGEST or not _WORD.search(text) or text.count("\t") > 1:
        return 0
    for level, larger in enumerate(LARGER, 1):
        if line.size >= larger * usual:
            return level
    is_like_text = line.size >= 0.97 * usual
    if not (line.is_bold and is_like_text) or len(text) > LONGEST_BOLD or _ENDS.search(text):
        return 0
    if not (text[0].isupper() or text[0].isdigit() or text[0] == "§"):
        return 0
    above = lines[at - 1].middle - line.middle if at else None
    is_apart = above is None or above < 0 or above > APART * max(step, usual)
    is_followed = at + 1 < len(lines) and not lines[at + 1].is_bold
    is_numbered = bool(_NUMBERED.match(text))
    return DEEPEST if (is_apart or is_numbered) and (is_followed or is_numbered) else 0


def _goes_on(lines, at, level):
    """Return whether a heading goes on in a line: set alike, and close to the one before."""
    before, line = lines[at - 1], lines[at]
    is_alike = abs(line.size - before.size) < 0.3 and line.is_bold == before.is_bold
    is_close = 0 < before.middle - line.middle < 1.7 * max(line.size, 1)
    return is_alike and is_close and not _NUMBERED.match(line.text) and level < DEEPEST


def _by_number(title, level):
    """Return the level that the number of a heading tells: two for 4.2; else that of its type."""
    number = _NUMBER.match(title)
    if not number or (not number[2] and level == DEEPEST):
        return level
    return number[2].count(".") + 1


def _tidy(title):
    title = re.sub(r"\s+", " ", re.sub("[\x02\ufffe\u00ad]\\s*", "", title)).strip(" .\t")
    return title[:LONGEST]


def ways(headings, before=()):
    """Return ([(Heading, the way to it)], (level, title) of what is open at the end).

    before: (level, title) of what is open at the beginning, outermost first.

    >>> two = [Heading(1, "4 Vergabe", 0, 1), Heading(2, "4.2 Vermerk", 3, 4)]
    >>> [way for _heading, way in ways(two)[0]]
    [('4 Vergabe',), ('4 Vergabe', '4.2 Vermerk')]
    """
    open_now, found = list(before), []
    for heading in headings:
        open_now = [pair for pair in open_now if pair[0] < heading.level]
        open_now.append((heading.level, heading.title))
        found.append((heading, tuple(title for _level, title in open_now)))
    return found, tuple(open_now)
