"""Where something is in a picture all around, as numbers and as people say it. Pure.

Whole degrees. yaw: 0 is the middle of the picture, to the right up to 180, to the left down to
-180. pitch: 0 is the horizon, 90 straight up, -90 straight down.
"""

from math import acos
from math import cos
from math import degrees
from math import radians
from math import sin


TURN, HALF, RIGHT_ANGLE = 360, 180, 90
#: Of what is seen at once, from edge to edge: as far as the view goes in and out.
NARROWEST, WIDEST, USUAL = 30, 100, 65
#: Directions clockwise from straight ahead, an eighth of a turn each.
DIRECTIONS = (
    "ahead",
    "half_right",
    "right",
    "back_right",
    "behind",
    "back_left",
    "left",
    "half_left",
)
RIGHTWARDS = frozenset({"half_right", "right", "back_right"})
LEFTWARDS = frozenset({"half_left", "left", "back_left"})
#: From here on one looks up or down for it.
HIGH = 30


def turned(yaw, by=0):
    """Return yaw from -180 (not counted) to 180 after a turn.

    >>> turned(190), turned(-180), turned(170, 20), turned(0)
    (-170, 180, -170, 0)
    """
    return HALF - (HALF - yaw - by) % TURN


def opposite(yaw):
    """Return what lies behind one who looks there: a way back begins there, until one points.

    >>> opposite(30), opposite(-90), opposite(0)
    (-150, 90, 180)
    """
    return turned(yaw, HALF)


def direction(yaw, first):
    """Return which of DIRECTIONS a point has for who looks towards `first`.

    >>> direction(-95, 0), direction(170, -170), direction(10, 0), direction(0, 180)
    ('left', 'ahead', 'ahead', 'behind')
    """
    eighth = TURN / len(DIRECTIONS)
    return DIRECTIONS[int(((yaw - first) % TURN + eighth / 2) // eighth) % len(DIRECTIONS)]


def height(pitch):
    """Return "up", "down", or "" for about where the eyes are.

    >>> height(45), height(-30), height(10)
    ('up', 'down', '')
    """
    if pitch >= HIGH:
        return "up"
    return "down" if pitch <= -HIGH else ""


def is_inside(yaw, pitch):
    """Return whether a point lies in the picture."""
    return -HALF <= yaw <= HALF and -RIGHT_ANGLE <= pitch <= RIGHT_ANGLE


def apart(one, other):
    """Return the angle between two points (yaw, pitch).

    >>> round(apart((179, 0), (-179, 0))), round(apart((0, 90), (120, 90)))
    (2, 0)
    """
    (yaw, pitch), (yaw2, pitch2) = (map(radians, point) for point in (one, other))
    found = sin(pitch) * sin(pitch2) + cos(pitch) * cos(pitch2) * cos(yaw - yaw2)
    return degrees(acos(max(-1.0, min(1.0, found))))


def spot(yaw, pitch):
    """Return where a point is on the whole picture: (from the left, from the top) in percent.

    >>> spot(0, 0), spot(-90, 45), spot(180, -90)
    ((50.0, 50.0), (25.0, 25.0), (100.0, 100.0))
    """
    return 100 * (yaw + HALF) / TURN, 100 * (RIGHT_ANGLE - pitch) / HALF
