"""What a panorama has to be, and how it is cut. Pure.

A level is the whole panorama in one size, cut into columns and rows; viewers ask for the level that
fits their window. Columns and rows are powers of two, as viewers of spheres want them.
"""

from dataclasses import dataclass

import re


#: Widths in points. Below, visitors see points instead of a room; above, it fills the memory.
LEAST_WIDTH, MOST_WIDTH = 2048, 16_384
#: How far width : height may be from 2.
TOLERANCE = 0.01
#: The longest edge of a tile.
MOST_EDGE = 768
#: The smallest level is not wider than this; below it the base picture is enough.
SMALLEST_LEVEL = 4096
#: Pictures of the whole, for those who do not look around, and before the tiles come.
PICTURES = {"small": 480, "preview": 960, "base": 1536}

EMPTY, KIND, SMALL, LARGE, RATIO = "empty", "kind", "small", "large", "ratio"
BROKEN, HEAVY, UNSAFE = "broken", "heavy", "unsafe"
PROBLEMS = (EMPTY, KIND, SMALL, LARGE, RATIO, BROKEN, HEAVY, UNSAFE)
#: Only after the commit: the file is not there any more.
MISSING = "missing"

_LEVEL = re.compile(r"[0-9]")
_PLACE = re.compile(r"([0-9]{1,2})_([0-9]{1,2})")
#: Values of the tag Orientation that lay a picture on its side.
ON_ITS_SIDE = range(5, 9)


class BadPanorama(Exception):
    """A picture that is not taken; `problem`: one of PROBLEMS; width, height: where known."""

    def __init__(self, problem, width=None, height=None):
        super().__init__(problem)
        self.problem, self.width, self.height = problem, width, height


@dataclass(frozen=True)
class Level:
    """One size of a panorama; its height is half its width, its tiles are squares."""

    width: int
    cols: int
    rows: int

    @property
    def height(self):
        return self.width // 2

    @property
    def edge(self):
        return self.width // self.cols


def upright(width, height, orientation):
    """Return (width, height) as people see it, by the tag Orientation (1 to 8)."""
    return (height, width) if orientation in ON_ITS_SIDE else (width, height)


def check(width, height):
    """Raise BadPanorama unless a picture of this size is a panorama."""
    if width < 1 or height < 1:
        raise BadPanorama(BROKEN)
    if width > MOST_WIDTH or height > MOST_WIDTH:
        raise BadPanorama(LARGE, width, height)
    if abs(width / height - 2) > TOLERANCE:
        raise BadPanorama(RATIO, width, height)
    if width < LEAST_WIDTH:
        raise BadPanorama(SMALL, width, height)


def levels_of(width):
    """Return the Levels of a panorama of this width, from the smallest on.

    The largest has all its points but for the few by which no row of tiles would come out even.

    >>> levels_of(12_000)
    (Level(width=3000, cols=4, rows=2), Level(width=6000, cols=8, rows=4), \
Level(width=12000, cols=16, rows=8))
    >>> levels_of(2048)
    (Level(width=2048, cols=4, rows=2),)
    """
    cols = 4
    while width / cols > MOST_EDGE:
        cols *= 2
    # even tiles, also of the level below
    edge = width // cols // 2 * 2
    found = [Level(edge * cols, cols, cols // 2)]
    while found[0].width > SMALLEST_LEVEL and cols > 4:
        cols //= 2
        found.insert(0, Level(edge * cols, cols, cols // 2))
    return tuple(found)


def tiles_of(level):
    """Yield (col, row, box) of the tiles of a Level, row by row."""
    edge = level.edge
    for row in range(level.rows):
        for col in range(level.cols):
            yield col, row, (col * edge, row * edge, (col + 1) * edge, (row + 1) * edge)


def piece_name(level, col, row):
    """Return the name of a tile in its pack.

    >>> piece_name(2, 15, 7)
    '2/15_7'
    """
    return f"{level}/{col}_{row}"


def asked_piece(names, levels):
    """Return the name of the piece that an address asks for, None for one that cannot be.

    names: steps of the address after the view's name. levels: Levels of the panorama.

    >>> levels = levels_of(2048)
    >>> asked_piece(["0", "3_1"], levels), asked_piece(["0", "4_1"], levels)
    ('0/3_1', None)
    >>> asked_piece(["base"], levels), asked_piece(["0", "03_1"], levels)
    ('base', None)
    """
    if len(names) == 1:
        return names[0] if names[0] in PICTURES else None
    if len(names) != 2 or not _LEVEL.fullmatch(names[0]):
        return None
    place = _PLACE.fullmatch(names[1])
    number = int(names[0])
    if place is None or number >= len(levels):
        return None
    col, row = int(place[1]), int(place[2])
    if col >= levels[number].cols or row >= levels[number].rows:
        return None
    name = piece_name(number, col, row)
    return name if name == "/".join(names) else None


def percent(done, levels):
    """Return how much of the work is done, by points; done: points of tiles that are there.

    >>> percent(0, levels_of(2048)), percent(2048 * 1024, levels_of(2048))
    (0, 100)
    """
    whole = sum(level.width * level.height for level in levels)
    return min(100, done * 100 // whole) if whole else 0
