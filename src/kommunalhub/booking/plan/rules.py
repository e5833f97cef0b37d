"""Where spaces are put on a plan: pure functions.

All in hundredths of the width and of the height of the plan, from the left and from the top, so
that a place stays where it is on whatever screen.
"""

from dataclasses import dataclass
from kommunalhub.booking.rules import HALL
from kommunalhub.booking.rules import MEETING


WHOLE = 100
#: The smallest width and height that can still be hit by a finger on a telephone.
LEAST_WIDTH, LEAST_HEIGHT = 12, 6
LONGEST_LABEL = 40
#: Columns and rows of cells to choose from.
COLUMNS, ROWS = 12, 10
#: How many spaces stand side by side when the plan is laid out, by kind; three of all others.
ABREAST = {HALL: 1, MEETING: 2}
#: Height of a row, as a share of the width of the plan.
ROW = 0.24
GAP = 2


@dataclass(frozen=True)
class Place:
    """x, y: of the upper left corner. label: what it is called on the plan, "" as the space."""

    x: int
    y: int
    width: int
    height: int
    label: str = ""

    @property
    def right(self):
        return self.x + self.width

    @property
    def bottom(self):
        return self.y + self.height

    def holds(self, other):
        """Return whether another place lies within this one, and is not the same."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
            and (self.width, self.height) != (other.width, other.height)
        )

    def overlaps(self, other):
        """Return whether both have some of the plan in common; touching is not overlapping."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


def problems(place):
    """Return {field: code} of what is wrong with a place: range, small, outside."""
    found = {}
    for name in ("x", "y", "width", "height"):
        if not 0 <= getattr(place, name) <= WHOLE:
            found[name] = "range"
    for name, least in (("width", LEAST_WIDTH), ("height", LEAST_HEIGHT)):
        if name not in found and getattr(place, name) < least:
            found[name] = "small"
    if not found:
        if place.right > WHOLE:
            found["x"] = "outside"
        if place.bottom > WHOLE:
            found["y"] = "outside"
    return found


def put_into(place, column, row):
    """Return the place moved so that its middle lies in a cell, all of it on the plan.

    >>> put_into(Place(0, 0, 24, 20), 0, 9)
    Place(x=0, y=80, width=24, height=20, label='')
    """
    middle_x = WHOLE * (2 * column + 1) // (2 * COLUMNS)
    middle_y = WHOLE * (2 * row + 1) // (2 * ROWS)
    return Place(
        min(max(middle_x - place.width // 2, 0), WHOLE - place.width),
        min(max(middle_y - place.height // 2, 0), WHOLE - place.height),
        place.width,
        place.height,
        place.label,
    )


def in_the_way(places):
    """Return the pairs of keys whose places lie on each other, but not one within the other."""
    keys = list(places)
    return [
        (one, other)
        for at, one in enumerate(keys)
        for other in keys[at + 1 :]
        if places[one].overlaps(places[other])
        and not places[one].holds(places[other])
        and not places[other].holds(places[one])
    ]


def reading_order(places):
    """Return the keys of places as one reads: by rows, left to right; what holds others first.

    >>> hall, one, two = Place(0, 0, 90, 90), Place(50, 3, 20, 20), Place(5, 5, 20, 20)
    >>> reading_order({"one": one, "two": two, "hall": hall})
    ['hall', 'two', 'one']
    """
    holders = {
        key: sorted(_holders(key, places), key=lambda other: -_area(places[other]))
        for key in places
    }
    found = []

    def read(key):
        for holder in holders[key]:
            read_once(holder)
        if key not in found:
            found.append(key)
            within = [one for one in places if holders[one] and holders[one][-1] == key]
            for one in _by_rows(within, places):
                read_once(one)

    def read_once(key):
        if key not in found:
            read(key)

    for key in _by_rows(places, places):
        read_once(key)
    return found


def _area(place):
    return place.width * place.height


def _holders(key, places):
    return {other for other in places if other != key and places[other].holds(places[key])}


def _by_rows(keys, places):
    """Return keys in rows: what begins above the middle of the first of a row belongs to it."""
    left = sorted(keys, key=lambda key: (places[key].y, places[key].x))
    found = []
    while left:
        first = places[left[0]]
        middle = first.y + first.height / 2
        row = [key for key in left if places[key].y < middle or key == left[0]]
        found += sorted(row, key=lambda key: (places[key].x, places[key].y))
        left = [key for key in left if key not in row]
    return found


def laid_out(spaces):
    """Return ({key: Place}, height as a share of the width) for spaces that nobody has placed.

    spaces: [(key, kind, key of what it is part of or None)] in their order. What has parts is drawn
    around them; the others stand in rows by kind.

    >>> places, height = laid_out([("a", "desk", None), ("b", "desk", None), ("h", "hall", None)])
    >>> places["b"], round(height, 2)
    (Place(x=34, y=2, width=31, height=46, label=''), 0.48)
    """
    keys = {key for key, _kind, _whole in spaces}
    kinds = {key: kind for key, kind, _whole in spaces}
    wholes = {key: whole for key, _kind, whole in spaces if whole in keys}
    tops = {key: _top(key, wholes) for key in kinds}
    rows = []  # (height in rows, [keys], key of what is drawn around them or None)
    for top in [key for key in kinds if tops[key] == key]:
        parts = [key for key in kinds if tops[key] == top and key != top]
        if parts:
            lines = [parts[at : at + 3] for at in range(0, len(parts), 3)]
            rows.append((0.5, [], top))
            rows += [(1, line, top) for line in lines]
            rows.append((0.1, [], top))
    loose = [key for key in kinds if tops[key] == key and key not in {row[2] for row in rows}]
    for kind in dict.fromkeys(kinds[key] for key in loose):
        alike, count = [key for key in loose if kinds[key] == kind], ABREAST.get(kind, 3)
        rows += [(1, alike[at : at + count], None) for at in range(0, len(alike), count)]
    return _set_down(rows, kinds), ROW * sum(height for height, *_rest in rows)


def _top(key, wholes):
    seen = {key}
    while (whole := wholes.get(key)) is not None and whole not in seen:
        seen.add(whole)
        key = whole
    return key


def _set_down(rows, kinds):
    total = sum(height for height, *_rest in rows) or 1
    found, reached, around = {}, 0, {}
    for height, keys, whole in rows:
        top = round(WHOLE * reached / total)
        reached += height
        bottom = round(WHOLE * reached / total)
        if whole is not None:
            first = around.get(whole, (top, 0))[0]
            around[whole] = (first, bottom)
        inset = 2 * GAP if whole is not None else GAP
        count = 3 if whole is not None or not keys else ABREAST.get(kinds[keys[0]], 3)
        room = WHOLE - 2 * inset + GAP
        for at, key in enumerate(keys):
            left = inset + room * at // count
            width = inset + room * (at + 1) // count - GAP - left
            found[key] = Place(left, top + GAP, width, max(bottom - top - 2 * GAP, 1))
    for whole, (top, bottom) in around.items():
        found[whole] = Place(GAP, top + 1, WHOLE - 2 * GAP, bottom - top - 2)
    return found
