"""The other rooms of the museum barn: living room, byre and loft."""

from barn import barrel
from barn import DAY
from barn import light_through
from barn import timbered
from barn import tree
from math import cos
from math import pi
from math import sin
from modelling import add


def living_room():
    """Stube: the tiled stove, the bench by the windows, table and loom."""
    scene = timbered(13)
    scene.say("eye", 0, 1.5, 0.3)
    scene.say("sky", *DAY, 0.6, 0.0)
    scene.say("sun", 0.25, 0.42, -0.85, 7.0, 6.2, 5.0, 0.015)
    scene.say("ambient", 0.16, 0.14, 0.115)
    scene.say("exposure", 1.75)
    scene.material("stove", "tiles", (0.03, 0.16, 0.1), (0.1, 0.13, 0.1), 0.16, gloss=0.06)
    scene.material("delft", "tiles", (0.62, 0.66, 0.68), (0.45, 0.44, 0.4), 0.13, gloss=0.04)
    scene.material("linen", "cloth", (0.66, 0.62, 0.53), (0.08, 0.13, 0.27), 0.16)
    scene.material("red", "cloth", (0.42, 0.07, 0.05), (0.6, 0.54, 0.4), 0.12)
    scene.material("clayware", "plain", (0.36, 0.16, 0.08), (0.3, 0.12, 0.06), gloss=0.04)
    scene.quad("floor", (-4, 0, 3.4), (8, 0, 0), (0, 0, -6.8))
    left, right, near, far, high = -4.0, 4.0, 3.4, -3.4, 2.5
    windows = [(1.1, 0.85, 1.0, 1.15, 0), (3.5, 0.85, 1.0, 1.15, 0), (5.9, 0.85, 1.0, 1.15, 0)]
    scene.wall("lime", (left, far), (right, far), high, 0.02, windows)
    scene.wall("brick", (left, far - 0.05), (right, far - 0.05), high, -0.25, windows)
    scene.wall("lime", (right, far), (right, near), high, 0.1)
    scene.wall("lime", (right, near), (left, near), high, 0.1, [(3.1, 0, 1.0, 1.95, 0)])
    scene.wall("lime", (left, near), (left, far), high, 0.1, [(2.4, 0.85, 0.9, 1.1, 0)])
    scene.quad("pale", (left, high, far), (8, 0, 0), (0, 0, 6.8))
    for k in range(8):
        x = -3.6 + 1.03 * k
        scene.beam("oak", (x, high - 0.09, far), (x, high - 0.09, near), 0.18, 0.2, up=(0, 1, 0))
    scene.quad("grass", (-60, -0.4, -4), (120, 0, 0), (0, 0, -120))
    for k in range(7):
        tree(scene, (-14 + 4.6 * k, -0.4, -13 - 3 * (k % 2)), 7, 2.6, 700)
    for at, sill, wide, tall, _rise in windows:
        x = left + at
        for k in range(4):
            scene.beam(
                "cream",
                (x + wide * k / 3, sill, far - 0.1),
                (x + wide * k / 3, sill + tall, far - 0.1),
                0.06 if k in (0, 3) else 0.035,
            )
            scene.beam(
                "cream",
                (x, sill + tall * k / 3, far - 0.1),
                (x + wide, sill + tall * k / 3, far - 0.1),
                0.06 if k in (0, 3) else 0.035,
            )
        scene.box(
            "pale", (x - 0.1, sill - 0.05, far - 0.1), (x + wide + 0.1, sill, far + 0.22), grain=2
        )
        light_through(scene, (x, sill, far + 0.03), (wide, 0, 0), (0, tall, 0), (9, 9.8, 10.8))
        for side in (0, 1):  # curtains
            a = x - 0.22 + side * (wide + 0.12)
            for k in range(6):
                b = a + 0.055 * k
                scene.quad(
                    "linen",
                    (b, sill - 0.05, far + 0.06 + 0.03 * (k % 2)),
                    (0.055, 0, 0.03 - 0.06 * (k % 2)),
                    (0, tall + 0.2, 0),
                    (0.055 * k, 0),
                )
    scene.beam("linen", (left + 0.2, 2.08, far + 0.07), (right - 0.2, 2.08, far + 0.07), 0.05, 0.18)
    light_through(scene, (left + 0.12, 0.85, 1.0), (0, 0, -0.9), (0, 1.1, 0), (6, 6.6, 7.4))
    scene.quad("lime", (left - 2.5, -0.4, 4), (0, 0, -8), (0, 4, 0))
    # bench below the windows, table with a cloth, stools
    scene.beam("floor", (-3.9, 0.46, -3.1), (2.3, 0.46, -3.1), 0.42, 0.05, up=(0, 1, 0))
    scene.box("floor", (-3.9, 0, -2.95), (2.3, 0.42, -2.9), grain=0)
    scene.beam("floor", (-1.9, 0.75, -2.0), (0.5, 0.75, -2.0), 0.95, 0.05, up=(0, 1, 0))
    scene.beam("linen", (-1.5, 0.785, -2.0), (0.1, 0.785, -2.0), 0.7, 0.012, up=(0, 1, 0), shift=0)
    for x in (-1.7, 0.3):
        for z in (-2.35, -1.65):
            scene.beam("oak", (x, 0, z), (x, 0.73, z), 0.09)
        scene.beam("oak", (x, 0.15, -2.35), (x, 0.15, -1.65), 0.07)
    scene.beam("oak", (-1.7, 0.15, -2.0), (0.3, 0.15, -2.0), 0.07)
    scene.lathe(
        "clayware",
        (-0.9, 0.79, -1.95),
        [(0, 0), (0.08, 0), (0.13, 0.1), (0.11, 0.2), (0.06, 0.26), (0.075, 0.3), (0.05, 0.3)],
        24,
    )
    for x in (-0.3, -1.35):
        scene.lathe(
            "delft",
            (x, 0.79, -2.0),
            [(0, 0.01), (0.06, 0), (0.13, 0.045), (0.125, 0.05), (0.05, 0.015)],
            24,
        )
    scene.lathe(
        "floor", (-0.15, 0.79, -1.75), [(0, 0), (0.09, 0), (0.11, 0.05), (0.08, 0.1), (0, 0.11)], 18
    )
    for x, z in ((-1.2, -1.1), (-0.1, -1.0)):
        scene.lathe("pale", (x, 0.42, z), [(0, 0), (0.19, 0), (0.19, 0.045), (0, 0.05)], 20)
        for k in range(3):
            a = k * 2.1 + 0.4
            scene.beam(
                "pale",
                (x + 0.1 * cos(a), 0.42, z + 0.1 * sin(a)),
                (x + 0.2 * cos(a), 0, z + 0.2 * sin(a)),
                0.04,
            )
    # the stove on its feet, with a brass rail and a bench round it
    scene.box("stove", (2.75, 0.28, 0.75), (3.9, 1.32, 2.0))
    scene.box("stove", (2.95, 1.32, 0.95), (3.9, 2.15, 1.8))
    for low, top, out in ((0.22, 0.3, 0.06), (1.28, 1.38, 0.06), (2.1, 2.2, -0.14)):
        scene.box("green", (2.75 - out, low, 0.75 - out), (3.95, top, 2.0 + out))
    scene.box("iron", (2.72, 0.45, 1.15), (2.76, 0.8, 1.6))
    scene.ball("iron", (2.7, 0.62, 1.5), 0.025)
    for z in (0.85, 1.9):
        scene.lathe("iron", (2.85, 0, z), [(0.04, 0), (0.03, 0.12), (0.05, 0.24)], 12)
    scene.beam("floor", (2.5, 0.42, 0.5), (2.5, 0.42, 2.2), 0.3, 0.05, up=(0, 1, 0))
    for z in (0.6, 2.1):
        scene.box("oak", (2.4, 0, z - 0.04), (2.6, 0.4, z + 0.04))
    scene.quad("delft", (3.89, 0, 0.2), (0, 0, 2.4), (0, 2.4, 0))
    loom(scene, (-2.65, 0, 1.55))
    # shelf with plates, a clock, a chest, a woven rug, a picture frame without a picture
    for y in (1.55, 1.95):
        scene.beam("floor", (3.82, y, -2.7), (3.82, y, -0.5), 0.16, 0.03, up=(0, 1, 0))
        for k in range(5):
            c = (3.88, y + 0.17, -2.5 + 0.45 * k)
            scene.lathe(
                "delft" if k % 2 else "clayware",
                c,
                [(0, 0.0), (0.09, 0.0), (0.15, 0.03)],
                22,
                (-1, 0, 0.12),
            )
    scene.box("blue", (3.2, 0.08, -2.6), (3.85, 0.62, -1.3))
    scene.box("floor", (3.15, 0.62, -2.65), (3.9, 0.68, -1.25), grain=2)
    for z in (-2.3, -1.6):
        scene.box("iron", (3.18, 0.1, z - 0.03), (3.2, 0.66, z + 0.03))
    scene.box("floor", (1.5, 0.0, 3.05), (2.05, 2.15, 3.38), grain=1)
    scene.lathe("cream", (1.77, 1.75, 3.03), [(0, 0.0), (0.19, 0.0), (0.2, 0.02)], 30, (0, 0, -1))
    (
        scene.beam("iron", (1.77, 1.75, 3.0), (1.77, 1.88, 3.0), 0.012),
        scene.beam("iron", (1.77, 1.75, 3.0), (1.86, 1.71, 3.0), 0.012),
    )
    scene.beam("red", (-0.9, 0.012, 0.9), (1.6, 0.012, 0.9), 1.5, 0.012, up=(0, 1, 0), shift=0)
    scene.box("plank", (-0.08, 0, 3.32), (0.9, 1.95, 3.36), grain=1)
    scene.box("iron", (0.75, 0.95, 3.26), (0.85, 1.0, 3.34))
    for x in (-1.6, 0.9):  # pots with plants
        scene.lathe("clayware", (x, 0.87, -3.3), [(0, 0), (0.07, 0), (0.1, 0.15)], 16)
        for _ in range(70):
            p = (
                x + scene.chance.gauss(0, 0.09),
                1.04 + scene.chance.random() * 0.28,
                -3.3 + scene.chance.gauss(0, 0.06),
            )
            scene.quad("leaf", p, (0.06, 0.03, 0.0), (0.0, 0.05, 0.04))
    return scene


def loom(scene, at):
    """Put a loom: four posts, beams, warp of many threads, and what is woven already."""
    x, y, z = at
    for dx in (-0.75, 0.75):
        for dz in (-0.85, 0.85):
            scene.beam("plank", (x + dx, y, z + dz), (x + dx, y + 1.75, z + dz), 0.11)
        for high in (0.3, 0.95, 1.7):
            scene.beam("plank", (x + dx, y + high, z - 0.9), (x + dx, y + high, z + 0.9), 0.09)
    for dz, high in ((-0.8, 0.95), (0.8, 0.95), (-0.1, 1.72), (0.35, 1.72)):
        scene.cylinder("plank", (x - 0.85, y + high, z + dz), (x + 0.85, y + high, z + dz), 0.06)
    for k in range(70):
        a = x - 0.6 + 1.2 * k / 69
        scene.beam("cream", (a, y + 1.02, z - 0.8), (a, y + 1.0, z + 0.1), 0.005)
    scene.beam(
        "linen", (x, y + 1.0, z + 0.1), (x, y + 1.02, z + 0.8), 1.2, 0.01, up=(0, 1, 0), shift=0
    )
    scene.beam("linen", (x, y + 1.02, z + 0.84), (x, y + 0.5, z + 0.78), 1.2, 0.01, shift=0.9)
    for dz in (-0.15, 0.12):
        scene.beam("pale", (x - 0.68, y + 1.25, z + dz), (x + 0.68, y + 1.25, z + dz), 0.05)
        scene.beam("pale", (x - 0.68, y + 0.8, z + dz), (x + 0.68, y + 0.8, z + dz), 0.05)
        for k in range(50):
            a = x - 0.6 + 1.2 * k / 49
            scene.beam("cream", (a, y + 0.8, z + dz), (a, y + 1.25, z + dz), 0.004)
    for dz in (-0.25, 0.0):
        scene.beam(
            "oak", (x - 0.3 + dz, y + 0.06, z - 0.3), (x - 0.3 + dz, y + 0.16, z + 0.7), 0.07, 0.03
        )
    scene.beam(
        "pale", (x - 0.6, y + 0.5, z + 1.2), (x + 0.6, y + 0.5, z + 1.2), 0.26, 0.04, up=(0, 1, 0)
    )
    for dx in (-0.5, 0.5):
        scene.beam("oak", (x + dx, y, z + 1.2), (x + dx, y + 0.48, z + 1.2), 0.06)


def byre():
    """Stall: six boxes along the feeding passage, whitewash, small windows, straw."""
    scene = timbered(14)
    scene.say("eye", 0, 1.6, 0)
    scene.say("sky", *DAY, 0.5, 0.0)
    scene.say("sun", -0.75, 0.5, -0.35, 8.0, 7.0, 5.4, 0.015)
    scene.say("ambient", 0.16, 0.145, 0.12)
    scene.say("exposure", 2.0)
    left, right, near, far, high = -4.2, 4.2, 7.0, -7.0, 2.9
    scene.quad("brick", (left, 0, near), (8.4, 0, 0), (0, 0, -14))
    scene.quad("grass", (-80, -0.2, 80), (74, 0, 0), (0, 0, -160))
    tree(scene, (-11, 0, 2), 8, 3, 1500), tree(scene, (-12, 0, -6), 8, 3, 1500)
    holes = [(1.6 + 4.2 * k, 1.35, 1.1, 0.75, 0.25) for k in range(3)]
    scene.wall("lime", (left, near), (left, far), high, 0.3, holes)
    scene.wall("lime", (right, far), (right, near), high, 0.3)
    scene.wall("lime", (left, far), (right, far), high, 0.3, [(3.6, 0, 1.2, 2.1, 0)])
    scene.wall("lime", (right, near), (left, near), high, 0.3, [(3.6, 0, 1.2, 2.1, 0)])
    for at, sill, wide, tall, _rise in holes:
        z = near - at
        light_through(scene, (left + 0.32, sill, z), (0, 0, -wide), (0, tall, 0), (13, 14, 15.5))
        for k in range(4):
            scene.beam(
                "iron",
                (left + 0.12, sill, z - wide * k / 3),
                (left + 0.12, sill + tall, z - wide * k / 3),
                0.03,
            )
        scene.beam(
            "iron",
            (left + 0.12, sill + tall / 2, z),
            (left + 0.12, sill + tall / 2, z - wide),
            0.03,
        )
    for z in (far + 0.15, near - 0.15):
        scene.box("plank", (-0.62, 0, z - 0.04), (0.62, 2.1, z + 0.04), grain=1)
        s = 1 if z < 0 else -1
        for y in (0.4, 1.1, 1.8):
            scene.beam(
                "oak", (-0.58, y, z + s * 0.07), (0.58, y, z + s * 0.07), 0.05, 0.12, up=(0, 1, 0)
            )
    for k in range(12):
        z = far + 0.4 + 1.2 * k
        scene.beam("oak", (left, high - 0.12, z), (right, high - 0.12, z), 0.2, 0.24, up=(0, 1, 0))
    scene.quad("pale", (left, high - 0.01, far), (8.4, 0, 0), (0, 0, 14))
    for side in (-1, 1):  # posts, mangers and boxes on both sides of the passage
        inner = side * 1.35
        for z in (-6.6, -2.3, 2.0, 6.3):
            scene.beam("oak", (inner, 0, z), (inner, high, z), 0.2)
            scene.beam("oak", (inner, 2.0, z), (inner + side * 0.7, high, z), 0.12)
        for z in (-2.3, 2.0):
            for y in (0.35, 0.75, 1.15):
                scene.beam("plank", (inner, y, z), (side * 4.0, y, z), 0.06, 0.3, up=(0, 1, 0))
        for z0, z1 in ((-6.5, -2.4), (-2.2, 1.9), (2.1, 6.2)):
            for y in (0.95, 1.35):
                scene.cylinder("pale", (inner, y, z0), (inner, y, z1), 0.05, around=10)
            scene.box("plank", (inner - 0.04, 0.05, z0), (inner + 0.04, 0.6, z1), grain=2)
            scene.quad("straw", (side * 2.7 - 1.35, 0.06, z1), (2.7, 0, 0), (0, 0, z0 - z1))
            for _ in range(150):
                p = (side * scene.chance.uniform(1.5, 3.9), 0.08, scene.chance.uniform(z0, z1))
                scene.beam(
                    "straw",
                    p,
                    add(
                        p,
                        (
                            scene.chance.gauss(0, 0.13),
                            0.05 * scene.chance.random(),
                            scene.chance.gauss(0, 0.13),
                        ),
                    ),
                    0.013,
                )
            rack(scene, side, z0 + 0.5, z1 - 0.5)
    for z in (-4.4, 4.0):
        scene.lathe(
            "plank",
            (0.75, 0, z),
            [(0, 0.02), (0.15, 0), (0.19, 0.3), (0.17, 0.3), (0.14, 0.03)],
            18,
        )
        for y in (0.06, 0.25):
            scene.ring("iron", (0.75, y, z), 0.16 + y * 0.13, 0.012, 0.025, 18)
    scene.lathe(
        "iron", (-0.7, 0, -3.2), [(0, 0), (0.16, 0), (0.18, 0.32), (0.09, 0.45), (0.1, 0.52)], 20
    )
    for k, tilt in enumerate((0.1, 0.2)):
        scene.cylinder(
            "pale",
            (-1.05 + tilt, 0.02, 1.2 + 0.3 * k),
            (-1.32, 1.95, 1.4 + 0.3 * k),
            0.02,
            around=8,
        )
    barrow(scene, (0.35, 0, 2.6))
    scene.cylinder("iron", (0, 2.6, -2.4), (0, 2.15, -2.4), 0.008, around=6)
    scene.lathe("iron", (0, 1.82, -2.4), [(0, 0), (0.09, 0), (0.08, 0.03)], 12)
    scene.lathe("iron", (0, 2.06, -2.4), [(0.09, 0), (0.03, 0.09), (0, 0.1)], 12)
    scene.ball("flame", (0, 1.92, -2.4), 0.035, 1.6, 8)
    scene.say("lamp", 0, 1.92, -2.4, 0.05, 1.0, 0.56, 0.22)
    return scene


def rack(scene, side, z0, z1):
    """Hang a rack for hay on the wall of a box."""
    wall, out = side * 4.15, side * 3.65
    scene.cylinder("pale", (wall, 1.1, z0), (wall, 1.1, z1), 0.04, around=8)
    scene.cylinder("pale", (out, 1.9, z0), (out, 1.9, z1), 0.04, around=8)
    for k in range(15):
        z = z0 + (z1 - z0) * k / 14
        scene.cylinder("pale", (wall, 1.1, z), (out, 1.9, z), 0.018, around=6)
    for _ in range(260):
        a = scene.chance.random()
        p = (
            wall + (out - wall) * a * 0.8,
            1.25 + 0.55 * a + 0.15 * scene.chance.random(),
            scene.chance.uniform(z0, z1),
        )
        scene.beam("straw", p, add(p, tuple(scene.chance.gauss(0, 0.13) for _ in range(3))), 0.016)


def barrow(scene, at):
    x, y, z = at
    scene.wheel("plank", "iron", (x, y + 0.24, z - 0.85), 0.24, (1, 0, 0), 8)
    for side in (-0.25, 0.25):
        scene.beam(
            "plank", (x + side * 0.5, y + 0.28, z - 0.9), (x + side * 1.2, y + 0.62, z + 0.9), 0.05
        )
        scene.beam("oak", (x + side, y, z + 0.25), (x + side, y + 0.45, z + 0.2), 0.05)
    scene.quad("plank", (x - 0.28, y + 0.4, z - 0.4), (0.56, 0, 0), (0, 0.1, 0.7))
    for side in (-0.3, 0.3):
        scene.quad("plank", (x + side, y + 0.4, z - 0.45), (0, 0.1, 0.75), (side * 0.4, 0.26, 0))
    scene.quad("plank", (x - 0.33, y + 0.42, z - 0.42), (0.66, 0, 0), (0, 0.28, -0.12))


def loft():
    """Dachboden: rafters, hay, the hatch in the gable with a beam of light, old tools."""
    scene = timbered(15)
    scene.say("eye", 0, 1.6, 0)
    scene.say("sky", *DAY, 0.5, 0.0)
    scene.say("sun", 0.15, 0.36, -0.92, 9.0, 7.6, 5.4, 0.012)
    scene.say("ambient", 0.13, 0.11, 0.08)
    scene.say("exposure", 2.2)
    half, ridge, back, front = 5.0, 5.2, 8.5, -7.0
    scene.quad("plank", (-half, 0, back), (0, 0, front - back), (2 * half, 0, 0))
    for side in (-1, 1):
        scene.quad(
            "thatch",
            (side * (half + 0.3), -0.2, front),
            (0, 0, back - front),
            (-side * (half + 0.3), ridge + 0.4, 0),
        )
        for k in range(13):
            z = front + 0.3 + 1.25 * k
            scene.beam("oak", (side * half, 0, z), (0, ridge, z), 0.17)
            scene.beam(
                "oak", (side * 2.45, 0.0, z), (side * 2.45, 2.65, z), 0.13
            ) if k % 3 == 0 else None
        for y in (0.5, 1.3, 2.1, 2.9, 3.7, 4.5):
            x = side * (half * (1 - y / ridge) + 0.12)
            scene.cylinder("pale", (x, y, front), (x, y, back), 0.035, around=6)
        scene.beam("oak", (side * 2.45, 2.6, front), (side * 2.45, 2.6, back), 0.16)
    for k in range(13):
        z = front + 0.3 + 1.25 * k
        scene.beam("oak", (-2.5, 2.75, z), (2.5, 2.75, z), 0.17)
    for k in range(22):  # the gable of boards, with its hatch
        y0, y1 = ridge * k / 22, ridge * (k + 1) / 22
        wide = half * (1 - y0 / ridge)
        hatch = 1.0 < y0 < 2.9
        for side in (-1, 1):
            inner = 0.62 if hatch else 0.0
            if wide > inner:
                low, top = sorted((side * inner, side * wide))
                scene.box("plank", (low, y0, front - 0.05), (top, y1 - 0.004, front), grain=0)
    scene.wall("brick", (half, back), (-half, back), ridge, 0.3)
    scene.quad("plank", (-0.65, 1.0, front - 0.1), (-1.0, 0, -0.75), (0, 2.0, 0))
    light_through(scene, (-0.62, 1.05, front + 0.02), (1.24, 0, 0), (0, 1.95, 0), (18, 19, 21))
    light_through(scene, (-1.2, 4.4, 3.0), (2.4, 0, 0), (0, 0, 2.4), (1.3, 1.2, 1.05))
    scene.quad("grass", (-90, -5, -9), (180, 0, 0), (0, 0, -160))
    for k in range(9):
        tree(scene, (-22 + 5.5 * k, -5, -30 - 4 * (k % 3)), 8, 3, 420)
    heap(scene, (-2.6, 0, -3.6), 2.1, 1.5), heap(scene, (2.9, 0, -4.6), 1.8, 1.25)
    heap(scene, (2.8, 0, 3.9), 2.0, 1.4), heap(scene, (-3.3, 0, 3.4), 1.5, 0.95)
    for _ in range(500):
        p = (scene.chance.uniform(-4, 4), 0.015, scene.chance.uniform(front, back))
        scene.beam(
            "straw",
            p,
            add(p, (scene.chance.gauss(0, 0.14), 0.02, scene.chance.gauss(0, 0.14))),
            0.011,
        )
    # a chest, a wheel that leans on a post, a sieve, a rope on its pulley, the head of the stairs
    (
        scene.box("green", (1.2, 0.06, 0.9), (2.4, 0.62, 1.6)),
        scene.box("floor", (1.15, 0.62, 0.85), (2.45, 0.7, 1.65), grain=0),
    )
    for x in (1.5, 2.1):
        scene.box("iron", (x - 0.03, 0.08, 0.87), (x + 0.03, 0.72, 0.9))
    scene.wheel("plank", "iron", (-2.2, 0.66, -0.55), 0.66, (0.93, 0.3, 0.2), 12, "pale")
    scene.ring("pale", (2.3, 0.35, -1.5), 0.34, 0.02, 0.1, 34, (-0.85, 0.45, 0.2))
    for k in range(15):
        a = -0.3 + 0.6 * k / 14
        scene.beam("cream", (2.3, 0.35 + a, -1.8), (2.3, 0.35 + a, -1.2), 0.006)
    barrel(scene, (-1.5, 0, 3.0), 0.8)
    scene.cylinder("iron", (0, 2.66, -5.2), (0, 2.5, -5.2), 0.012, around=6)
    scene.ring("plank", (0, 2.36, -5.2), 0.16, 0.07, 0.06, 22, (1, 0, 0))
    for z in (-5.36, -5.04):
        scene.cylinder("cream", (0, 2.36, z), (0.03, 0.1, z), 0.014, around=7)
    for turn in range(4):
        scene.ring("cream", (0.1, 0.03 + 0.028 * turn, -5.1), 0.22, 0.028, 0.028, 24)
    for x0, z0, x1, z1 in ((-1.0, 1.4, -1.0, 3.2), (-0.2, 1.4, -0.2, 3.2), (-1.0, 3.2, -0.2, 3.2)):
        for y in (0.5, 0.95):
            scene.beam("pale", (x0 + 0.9, y, z0 + 0.8), (x1 + 0.9, y, z1 + 0.8), 0.05, 0.08)
        for x, z in ((x0, z0), (x1, z1)):
            scene.beam("pale", (x + 0.9, 0, z + 0.8), (x + 0.9, 1.0, z + 0.8), 0.07)
    scene.quad("iron", (-0.08, 0.004, 4.0), (0.76, 0, 0), (0, 0, -1.7))
    return scene


def heap(scene, at, wide, high):
    """Heap up hay."""
    x, y, z = at
    profile = [
        (wide, 0),
        (wide * 0.92, high * 0.35),
        (wide * 0.62, high * 0.75),
        (wide * 0.2, high),
        (0, high),
    ]
    scene.lathe("straw", at, profile, 22)
    for _ in range(1500):
        a, b = scene.chance.random() * 2 * pi, scene.chance.random()
        r = wide * (1 - b * b) ** 0.5 * 1.02
        p = (x + r * cos(a), y + high * b, z + r * sin(a))
        scene.beam("straw", p, add(p, tuple(scene.chance.gauss(0, 0.11) for _ in range(3))), 0.013)
