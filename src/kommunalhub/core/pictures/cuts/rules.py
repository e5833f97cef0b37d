"""What is cut off a picture, and what stays of it: pure."""

from dataclasses import astuple
from dataclasses import dataclass


#: Percent of the width and of the height that stay at least.
LEAST = 5
#: Most of it that can be cut off at one edge.
MOST = 100 - LEAST
#: Degrees to the right by which a picture is turned before it is cut.
TURNS = (0, 90, 180, 270)


@dataclass(frozen=True)
class Cut:
    """What is done to a picture: turned to the right first, then cut at its edges, in percent."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0
    turn: int = 0

    @property
    def is_whole(self):
        return self == WHOLE


WHOLE = Cut()
EDGES = ("left", "top", "right", "bottom")
#: How fields, forms and services call the values of a Cut, in its order.
FIELDS = (*(f"cut_{edge}" for edge in EDGES), "picture_turn")


def named(cut):
    """Return {field: value} of a Cut.

    >>> named(Cut(left=10, turn=90))["picture_turn"]
    90
    """
    return dict(zip(FIELDS, astuple(cut), strict=True))


def of_values(values, otherwise=WHOLE):
    """Return the Cut of {field: value}; what is left out stays as it is otherwise, None is 0.

    >>> of_values({"cut_left": 10, "cut_top": None}, Cut(top=5, right=20))
    Cut(left=10, top=0, right=20, bottom=0, turn=0)
    """
    known = named(otherwise) | {name: values[name] or 0 for name in FIELDS if name in values}
    return Cut(*(known[name] for name in FIELDS))


def leaves_enough(before, after):
    """Return whether something stays between two opposite edges.

    before, after: percent cut off there; None for nothing.

    >>> leaves_enough(40, 55), leaves_enough(50, 50), leaves_enough(None, 95)
    (True, False, True)
    """
    return (before or 0) + (after or 0) <= MOST


def box(cut, size):
    """Return (left, top, right, bottom) in pixels of what stays of a picture that is turned.

    size: (width, height) as it is stored.

    >>> box(Cut(left=10, bottom=50), (400, 300))
    (40, 0, 400, 150)
    >>> box(Cut(left=10, turn=90), (400, 300))
    (30, 0, 300, 400)
    """
    width, height = turned(cut, size)
    left, right = _span(cut.left, cut.right, width)
    top, bottom = _span(cut.top, cut.bottom, height)
    return (left, top, right, bottom)


def turned(cut, size):
    """Return (width, height) of a picture that is turned."""
    width, height = size
    return (height, width) if cut.turn in (90, 270) else (width, height)


def size(cut, whole):
    """Return (width, height) of what stays of a picture.

    >>> size(Cut(left=10, right=15, turn=270), (400, 300))
    (225, 400)
    """
    left, top, right, bottom = box(cut, whole)
    return (right - left, bottom - top)


def _span(before, after, length):
    """Return the first pixel that stays, and the first one after it; one stays at least."""
    first = min(length * before // 100, length - 1)
    last = length - length * after // 100
    return first, max(last, first + 1)
