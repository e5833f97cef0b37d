"""Fewer corners on a surface: those that lie in one cell of a grid become one. Pure.

It takes the place of the first of them. What else a corner has (where light falls, which point of a
picture it shows) stays apart within a cell where it differs much, so that edges stay edges. Source:
Rossignac and Borrel, Multi-resolution 3D approximations for rendering complex scenes (1993).
"""

from dataclasses import dataclass
from kommunalhub.showroom.solids.surfaces import INDICES
from kommunalhub.showroom.solids.surfaces import Whole


#: Cells on the longest side of what is thinned, the finest first.
GRIDS = (512, 362, 256, 181, 128, 90, 64, 45, 32, 23, 16)
#: The grid that is tried to see which one it may be.
TRIED = 64
#: How finely pictures are told apart within a cell.
PATCHES = 8


@dataclass(frozen=True)
class Coarse:
    """Corners that stay. places, others: which old corner each takes its place and the rest of."""

    places: list
    others: list
    triangles: list


def coarse(whole: Whole, primitive: dict, most: int) -> Coarse:
    """Return the corners of a primitive by the finest grid that leaves so many triangles."""
    places = whole.values(primitive["attributes"]["POSITION"]).numbers(whole.binary)
    looks = looks_of(whole, primitive, len(places))
    corners = corners_of(whole, primitive, len(places))
    axes = list(zip(*places, strict=True))
    least, longest = [min(axis) for axis in axes], max(max(axis) - min(axis) for axis in axes)

    def by(cells):
        return gathered(places, looks, corners, least, (longest or 1) / cells)

    found, tried = by(TRIED), TRIED
    for cells in fitting(len(found.triangles) // 3, most):
        if cells != tried:
            found, tried = by(cells), cells
        if len(found.triangles) <= 3 * most:
            break
    return found


def fitting(there: int, most: int) -> list[int]:
    """Return the grids that may leave so many triangles, the finest first.

    there: how many TRIED leaves; twice as fine a grid leaves four times as many.

    >>> fitting(8_000, 30_000)[:2], fitting(90_000, 30_000)[:2]
    ([128, 90], [32, 23])
    """
    return [cells for cells in GRIDS if there * (cells / TRIED) ** 2 <= 1.1 * most] or [GRIDS[-1]]


def looks_of(whole: Whole, primitive: dict, count: int) -> list:
    """Return for each corner what it must have in common with others to become one with them."""
    attributes, looks = primitive["attributes"], [(0,) * count]
    if "NORMAL" in attributes:
        normals = whole.values(attributes["NORMAL"]).numbers(whole.binary)
        looks.append([(x > 0, y > 0, z > 0) for x, y, z in normals])
    if "TEXCOORD_0" in attributes:
        values = whole.values(attributes["TEXCOORD_0"])
        full = {"f": 1, "B": 255, "H": 65535, "b": 127, "h": 32767}[values.number]
        points = values.numbers(whole.binary)
        looks.append([(round(u * PATCHES / full), round(v * PATCHES / full)) for u, v in points])
    return list(zip(*looks, strict=True))


def corners_of(whole: Whole, primitive: dict, count: int) -> list[int]:
    """Return the corners of all triangles, one after another."""
    if INDICES not in primitive:
        return list(range(count))
    found = [at for (at,) in whole.values(primitive[INDICES]).numbers(whole.binary)]
    return [at if at < count else 0 for at in found]


def gathered(places: list, looks: list, corners: list, least: list, edge: float) -> Coarse:
    """Return what is left when corners in one cell of a grid become one; edge: of a cell."""
    low_x, low_y, low_z = least
    first_in_cell: dict = {}
    kept: dict = {}
    of_corner, from_place, from_other = [], [], []
    for at, (x, y, z) in enumerate(places):
        cell = (int((x - low_x) / edge), int((y - low_y) / edge), int((z - low_z) / edge))
        place = first_in_cell.setdefault(cell, at)
        key = (place, looks[at])
        number = kept.setdefault(key, len(kept))
        if number == len(from_place):
            from_place.append(place)
            from_other.append(at)
        of_corner.append(number)
    triangles: list = []
    for at in range(0, len(corners) - 2, 3):
        one, two, three = (of_corner[corner] for corner in corners[at : at + 3])
        ends = {from_place[one], from_place[two], from_place[three]}
        if len(ends) == 3:
            triangles += (one, two, three)
    return Coarse(from_place, from_other, triangles)
