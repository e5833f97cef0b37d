"""What a tour still lacks: found in the graph, before a visitor does. Pure."""

from dataclasses import dataclass
from itertools import combinations
from kommunalhub.showroom.tours import angles

import re


#: Two points nearer than this (degrees) lie on each other when one looks at both.
TOO_CLOSE = 8
#: What is seen by the public only once it is mended; all else is advice.
BLOCKING = frozenset(
    {"empty", "undescribed", "unpictured", "broken", "lost", "wordless", "untold", "outside"}
)
SIDES = {
    "left": re.compile(r"\blinks?\b|\blinke[nrs]?\b", re.IGNORECASE),
    "right": re.compile(r"\brechts?\b|\brechte[nrs]?\b", re.IGNORECASE),
}


@dataclass(frozen=True)
class Problem:
    """code: what is wrong. scene: UID, None for the whole tour. point: id of a way or detail.

    other: title of another scene or point that belongs to it.
    """

    code: str
    scene: str | None = None
    point: str | None = None
    other: str = ""

    @property
    def blocks(self):
        return self.code in BLOCKING


def problems(tour):
    """Return all Problems of a tour: those of the whole first, then scene by scene."""
    if not tour.scenes:
        return (Problem("empty"),)
    reached = tour.reached()
    return tuple(found for scene in tour.scenes for found in _of_scene(tour, scene, reached))


def _of_scene(tour, scene, reached):
    if not scene.words.strip():
        yield Problem("undescribed", scene.uid)
    if not scene.has_picture:
        yield Problem("unpictured", scene.uid)
    if scene.is_broken:
        yield Problem("broken", scene.uid)
    if scene.uid not in reached:
        yield Problem("unreachable", scene.uid)
    for way in scene.ways:
        yield from _of_way(tour, scene, way)
    for detail in scene.details:
        if not (detail.title.strip() and detail.text.strip()):
            yield Problem("untold", scene.uid, detail.id)
        if not angles.is_inside(detail.yaw, detail.pitch):
            yield Problem("outside", scene.uid, detail.id)
    for one, other in combinations((*scene.ways, *scene.details), 2):
        if angles.apart((one.yaw, one.pitch), (other.yaw, other.pitch)) < TOO_CLOSE:
            yield Problem("close", scene.uid, other.id, _name(one))


def _of_way(tour, scene, way):
    target = tour.by_uid.get(way.target)
    if target is None or target is scene:
        yield Problem("lost", scene.uid, way.id)
    elif all(back.target != scene.uid for back in target.ways):
        yield Problem("one_way", scene.uid, way.id, target.title)
    if not way.words.strip():
        yield Problem("wordless", scene.uid, way.id)
    elif _is_contrary(way, scene):
        yield Problem("contrary", scene.uid, way.id)
    if not angles.is_inside(way.yaw, way.pitch):
        yield Problem("outside", scene.uid, way.id)
    if way.step_free is None:
        yield Problem("steps", scene.uid, way.id)


def _is_contrary(way, scene):
    """Return whether the words name one side alone, and the point lies on the other.

    Words begin with where one goes first: „Links durch das Tor“.
    """
    said = {side for side, pattern in SIDES.items() if pattern.search(way.words)}
    where = angles.direction(way.yaw, scene.view.yaw)
    return (said == {"left"} and where in angles.RIGHTWARDS) or (
        said == {"right"} and where in angles.LEFTWARDS
    )


def _name(point):
    return getattr(point, "words", None) or getattr(point, "title", "")
