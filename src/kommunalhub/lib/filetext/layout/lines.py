"""Lines of a page as the rules see them."""

from collections import Counter
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Line:
    """One line. Places in points from the lower left corner of the page as it is looked at.

    text: with tabs where blanks are as wide as between columns; cells: where each of what stands
    between them begins; gaps: how wide these blanks are, in heights of the type. level: of the
    heading that the file says it is, 0 for none.
    """

    text: str
    left: float = 0
    right: float = 0
    bottom: float = 0
    top: float = 0
    size: float = 0
    is_bold: bool = False
    cells: tuple = ()
    gaps: tuple = ()
    level: int = 0

    @property
    def middle(self):
        return (self.bottom + self.top) / 2


@dataclass(frozen=True)
class Page:
    """What stands on one page, in the order in which it was written.

    written: what people wrote into fields and onto the page.
    """

    number: int
    width: float
    height: float
    lines: tuple
    written: tuple = ()


def usual_size(pages):
    """Return the size of type in which most of the letters of pages are set."""
    sizes = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=sizes.get) if sizes else 0


def pitch(lines):
    """Return how far lines usually are from the next one, 0 where that is not known."""
    steps = [one.middle - other.middle for one, other in zip(lines, lines[1:], strict=False)]
    steps = [step for step in steps if 2 < step < 40]
    return median(steps) if steps else 0
