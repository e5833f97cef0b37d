"""A tour as a graph: scenes, the ways between them, and what is looked at closely. Pure.

What one reads, hears and sees comes from here alone: the page of a scene, the list of all of them,
„Weg in Worten“ and what the viewer gets.
"""

from collections import deque
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import cached_property
from kommunalhub.showroom.tours import angles


#: So many scenes has a tour at most, so many ways and details a scene.
MOST_SCENES, MOST_WAYS, MOST_DETAILS = 60, 12, 20
#: Words a minute of who reads slowly; descriptions are read aloud as well.
PACE = 130
LONGEST_WORDS, LONGEST_NOTE, LONGEST_TITLE, LONGEST_TEXT = 120, 200, 80, 800


@dataclass(frozen=True)
class Way:
    """A way into another scene. target: its UID. words: how one would say it to somebody.

    step_free: None while nobody has said. note: what else one should know, may be empty.
    """

    id: str
    target: str
    yaw: int
    pitch: int
    words: str
    step_free: bool | None = None
    note: str = ""


@dataclass(frozen=True)
class Detail:
    """Something to look at closely."""

    id: str
    title: str
    text: str
    yaw: int
    pitch: int


@dataclass(frozen=True)
class View:
    """Where one looks on coming in. fov: how much is seen from edge to edge."""

    yaw: int = 0
    pitch: int = 0
    fov: int = angles.USUAL


@dataclass(frozen=True)
class Scene:
    """uid, id: of the object. summary: one line for lists. words: what one sees here.

    easy: the same in easy language, may be empty.
    is_broken: whether its picture could not be cut into tiles.
    """

    uid: str
    id: str
    title: str
    words: str = ""
    summary: str = ""
    view: View = field(default_factory=View)
    ways: tuple = ()
    details: tuple = ()
    has_picture: bool = True
    is_broken: bool = False
    easy: str = ""


@dataclass(frozen=True)
class Tour:
    """Scenes in the order in which they are told; one comes in at the first."""

    scenes: tuple = ()

    @cached_property
    def by_uid(self):
        return {scene.uid: scene for scene in self.scenes}

    def leading(self, scene):
        """Return the ways of a scene that lead into another one of this tour."""
        return tuple(w for w in scene.ways if w.target in self.by_uid and w.target != scene.uid)

    def reached(self, step_free=False):
        """Return the UIDs of the scenes one comes to from the first, itself too.

        step_free: only by ways of which somebody has said that they have no steps.
        """
        found = {}
        if self.scenes:
            first = self.scenes[0].uid
            found[first] = None
            todo = deque([first])
            while todo:
                for way in self.leading(self.by_uid[todo.popleft()]):
                    if way.target not in found and (way.step_free or not step_free):
                        found[way.target] = None
                        todo.append(way.target)
        return frozenset(found)

    def walk(self, goal):
        """Return the shortest walk from the first scene: ((scene, way), ...), None without one."""
        if goal not in self.reached():
            return None
        first = self.scenes[0].uid
        came, todo = {first: None}, deque([first])
        while goal not in came:
            here = self.by_uid[todo.popleft()]
            for way in self.leading(here):
                if way.target not in came:
                    came[way.target] = (here, way)
                    todo.append(way.target)
        walked, step = [], came[goal]
        while step is not None:
            walked.append(step)
            step = came[step[0].uid]
        return tuple(reversed(walked))


# What is told of a scene.


@dataclass(frozen=True)
class Exit:
    """A way as it is told. mark: its letter. direction, height: see angles, from the first view."""

    mark: str
    way: Way
    target: Scene
    direction: str
    height: str


@dataclass(frozen=True)
class Look:
    """A detail as it is told. mark: its number."""

    mark: str
    detail: Detail
    direction: str
    height: str


@dataclass(frozen=True)
class Stop:
    """A scene as it is told: with its number in the tour, what is seen, and where one goes on.

    step_free: whether one comes here from the first without a step; the first always is.
    """

    number: int
    scene: Scene
    looks: tuple
    exits: tuple
    before: Scene | None
    after: Scene | None
    step_free: bool


def minutes(tour):
    """Return how long all texts of a tour take to read, in whole minutes, at least one."""
    texts = [scene.words for scene in tour.scenes]
    texts += [detail.text for scene in tour.scenes for detail in scene.details]
    return max(1, round(sum(len(text.split()) for text in texts) / PACE))


def letters(number):
    """Return the letters of the nth way, from 0: A to Z, then AA.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    found = chr(65 + number % 26)
    return found if number < 26 else letters(number // 26 - 1) + found


def stops(tour):
    """Return the scenes of a tour as they are told, in order: the twin of what is seen."""
    easy = tour.reached(step_free=True)
    scenes = tour.scenes
    return tuple(
        Stop(
            number,
            scene,
            looks(scene),
            exits(tour, scene),
            scenes[number - 2] if number > 1 else None,
            scenes[number] if number < len(scenes) else None,
            scene.uid in easy,
        )
        for number, scene in enumerate(scenes, start=1)
    )


def looks(scene):
    return tuple(
        Look(str(number), detail, *_whereabouts(detail, scene))
        for number, detail in enumerate(scene.details, start=1)
    )


def exits(tour, scene):
    return tuple(
        Exit(letters(number), way, tour.by_uid[way.target], *_whereabouts(way, scene))
        for number, way in enumerate(tour.leading(scene))
    )


def _whereabouts(point, scene):
    return angles.direction(point.yaw, scene.view.yaw), angles.height(point.pitch)


def numbered(records, taken, letter):
    """Return records, each with an id of the house: its own where it is known, else a new one.

    taken: ids that are known. letter: what the ids of this kind begin with.

    >>> way = Way("", "u", 0, 0, "Hinaus")
    >>> [w.id for w in numbered([replace(way, id="w2"), way, replace(way, id="x")], {"w2"}, "w")]
    ['w2', 'w3', 'w4']
    """
    numbers = [int(one[1:]) for one in taken if one[:1] == letter and one[1:].isdecimal()]
    following, used, found = max(numbers, default=0) + 1, set(), []
    for record in records:
        if record.id in taken and record.id not in used:
            used.add(record.id)
            found.append(record)
        else:
            found.append(replace(record, id=f"{letter}{following}"))
            following += 1
    return tuple(found)
