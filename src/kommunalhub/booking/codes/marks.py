"""QR codes as squares: pure."""

from dataclasses import dataclass

import segno


#: White modules around a code; readers ask for four.
QUIET = 4


@dataclass(frozen=True)
class Code:
    """size: modules of a side, with the white around. runs: (x, y, length) of what is black."""

    text: str
    size: int
    runs: tuple

    @property
    def path(self):
        """What is black, as a path of SVG."""
        return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in self.runs)


def code_of(text):
    """Return the Code of an address; a seventh of it may be scratched off.

    >>> code = code_of("https://hub.example/co-working/schreibtisch-1/@@jetzt")
    >>> code.size, code.runs[0]
    (41, (4, 4, 7))
    """
    matrix = segno.make(text, error="m", micro=False).matrix
    runs = [
        (start + QUIET, y + QUIET, length)
        for y, row in enumerate(matrix)
        for start, length in _runs(row)
    ]
    return Code(text, len(matrix) + 2 * QUIET, tuple(runs))


def _runs(row):
    """Yield (start, length) of what is black in a row."""
    start = None
    for at, module in enumerate((*row, 0)):
        if module and start is None:
            start = at
        elif not module and start is not None:
            yield start, at - start
            start = None
