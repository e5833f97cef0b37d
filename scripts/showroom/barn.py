"""The museum barn: yard, hall, living room, byre and loft of a house such as many here are."""

from math import cos
from math import pi
from math import sin
from modelling import add
from modelling import Scene
from modelling import times


DAY = (0.20, 0.38, 0.78, 0.80, 0.88, 0.95)


def timbered(seed):
    """Return a scene with the materials that all rooms share."""
    scene = Scene(seed)
    scene.material("oak", "wood", (0.055, 0.03, 0.015), (0.16, 0.095, 0.05), 0.24)
    scene.material("plank", "wood", (0.11, 0.07, 0.04), (0.25, 0.165, 0.1), 0.21)
    scene.material("pale", "wood", (0.26, 0.18, 0.105), (0.46, 0.33, 0.2), 0.17)
    scene.material("floor", "wood", (0.17, 0.1, 0.055), (0.36, 0.235, 0.135), 0.2, gloss=0.02)
    scene.material("iron", "plain", (0.03, 0.03, 0.034), (0.06, 0.05, 0.045), gloss=0.06)
    scene.material("brick", "brick", (0.33, 0.1, 0.055), (0.48, 0.44, 0.38))
    scene.material("lime", "plaster", (0.72, 0.69, 0.62), (0.5, 0.45, 0.37))
    scene.material("clay", "clay", (0.2, 0.145, 0.095), (0.3, 0.225, 0.155))
    scene.material("cobble", "cobble", (0.26, 0.25, 0.24), (0.07, 0.065, 0.05), 0.12)
    scene.material("straw", "straw", (0.62, 0.46, 0.19), (0.26, 0.17, 0.06))
    scene.material("thatch", "thatch", (0.19, 0.155, 0.11), (0.34, 0.285, 0.2))
    scene.material("grass", "grass", (0.05, 0.11, 0.02), (0.14, 0.22, 0.05))
    scene.material("leaf", "leaves", (0.03, 0.075, 0.012), (0.12, 0.2, 0.04))
    scene.material("cream", "plain", (0.66, 0.6, 0.47), (0.6, 0.54, 0.42))
    scene.material("green", "plain", (0.03, 0.13, 0.075), (0.04, 0.16, 0.1), gloss=0.04)
    scene.material("blue", "plain", (0.05, 0.12, 0.24), (0.06, 0.15, 0.28), gloss=0.03)
    scene.material("flame", "fire", (1.0, 0.42, 0.08), (1.0, 0.75, 0.3), glow=7)
    scene.material("ember", "fire", (0.9, 0.16, 0.02), (0.2, 0.03, 0.01), glow=2.2)
    return scene


def timber_face(scene, start, end, height, out, bays, holes=(), rows=3):
    """Lay posts, rails and braces over a wall of bricks; holes: (from, sill, wide, high)."""
    (x0, z0), (x1, z1) = start, end
    long = ((x1 - x0) ** 2 + (z1 - z0) ** 2) ** 0.5
    along = ((x1 - x0) / long, 0, (z1 - z0) / long)

    def at(s, y):
        return (x0 + along[0] * s + out[0], y, z0 + along[2] * s + out[1])

    def free(s, y):
        return all(not (a - 0.1 < s < a + w + 0.1 and b - 0.1 < y < b + h) for a, b, w, h in holes)

    for k in range(bays + 1):
        s = long * k / bays
        if free(s, height / 4):
            scene.beam("oak", at(s, 0.3), at(s, height), 0.22, 0.12, up=(0, 1, 0.001))
    for r in range(rows + 1):
        y = 0.35 + (height - 0.45) * r / rows
        for k in range(bays):
            a, b = long * k / bays, long * (k + 1) / bays
            if free((a + b) / 2, y):
                scene.beam("oak", at(a, y), at(b, y), 0.12, 0.2, up=(0, 1, 0))
    for k in (0, bays - 1):
        a, b = long * k / bays, long * (k + 1) / bays
        low, top = (a, b) if k else (b, a)
        if free((a + b) / 2, height / 2):
            scene.beam("oak", at(low, 0.4), at(top, height * 0.7), 0.13, 0.18)


def tree(scene, at, high, wide, leaves=900):
    """Plant a tree: a trunk, some boughs and many leaves."""
    chance = scene.chance
    x, y, z = at
    scene.cylinder("oak", at, (x, y + high * 0.5, z), wide * 0.09, wide * 0.05, 12)
    for _ in range(7):
        a = chance.random() * 2 * pi
        tip = (
            x + cos(a) * wide * 0.6,
            y + high * (0.55 + 0.3 * chance.random()),
        )
        tip = (*tip, z + sin(a) * wide * 0.6)
        scene.cylinder("oak", (x, y + high * 0.4, z), tip, wide * 0.035, wide * 0.01, 6)
    for _ in range(leaves):
        a, b = chance.random() * 2 * pi, chance.random() * 2 - 1
        r = wide * (0.55 + 0.45 * chance.random()) * (1 - b * b) ** 0.5
        centre = (x + r * cos(a), y + high * (0.68 + 0.33 * b), z + r * sin(a))
        size = 0.1 + 0.22 * chance.random()
        u = tuple(chance.uniform(-size, size) for _ in range(3))
        w = tuple(chance.uniform(-size, size) for _ in range(3))
        scene.quad("leaf", centre, u, w, (chance.random() * 9, chance.random() * 9))


def hedge(scene, start, end, high=1.5, thick=0.9):
    """Plant a hedge as a box with leaves all over it."""
    chance = scene.chance
    (x0, z0), (x1, z1) = start, end
    low = (min(x0, x1) - thick / 2, 0, min(z0, z1) - thick / 2)
    top = (max(x0, x1) + thick / 2, high, max(z0, z1) + thick / 2)
    scene.box("leaf", low, top)
    count = int((abs(x1 - x0) + abs(z1 - z0) + 1) * 90)
    for _ in range(count):
        place = tuple(chance.uniform(a - 0.05, b + 0.1) for a, b in zip(low, top, strict=True))
        u = tuple(chance.uniform(-0.16, 0.16) for _ in range(3))
        w = tuple(chance.uniform(-0.16, 0.16) for _ in range(3))
        scene.quad("leaf", place, u, w, (chance.random() * 9, chance.random() * 9))


def yard():
    """Hof: cobbles, the gate of the house, the well, a shed, the hedge, a lime tree."""
    scene = timbered(11)
    scene.say("eye", 0, 1.6, 0)
    scene.say("sky", *DAY, 0.38, 0.9)
    scene.say("sun", 0.62, 0.68, 0.55, 3.6, 3.3, 2.8, 0.02)
    scene.say("ambient", 0.12, 0.13, 0.14)
    scene.say("exposure", 0.72)
    scene.quad("cobble", (-13, 0, 11), (26, 0, 0), (0, 0, -22))
    scene.quad("grass", (-120, -0.03, 120), (240, 0, 0), (0, 0, -240))
    face, half, eaves, ridge = -8.0, 6.2, 2.7, 8.6
    gate = (half - 1.75, 0, 3.5, 3.3)
    scene.wall(
        "brick",
        (-half, face),
        (half, face),
        2.9,
        0.3,
        [(*gate, 0.0), (1.2, 1.3, 1.0, 1.0, 0), (10.2, 1.3, 1.0, 1.0, 0)],
    )
    timber_face(
        scene,
        (-half, face),
        (half, face),
        2.9,
        (0, 0.32),
        8,
        [gate, (1.2, 1.3, 1.0, 1.0), (10.2, 1.3, 1.0, 1.0)],
    )
    for k in range(1, 10):  # the gable, boarded, row above row
        share, y = 1 - (k - 0.5) / 10, 2.9 + (ridge - 2.9) * (k - 1) / 10
        scene.box(
            "plank", (-half * share, y, face - 0.2), (half * share, y + 0.6, face + 0.02), grain=1
        )
    scene.box("oak", (-half - 0.1, 2.78, face - 0.1), (half + 0.1, 3.06, face + 0.14), grain=0)
    for side in (-1, 1):
        edge, top = (side * (half + 0.9), eaves - 0.5, face + 0.7), (0, ridge + 0.5, face + 0.7)
        up = tuple(b - a for a, b in zip(edge, top, strict=True))
        scene.quad("thatch", edge, (0, 0, -19), up)
        inner = add(edge, (side * -0.5, 0, 0))
        scene.quad("thatch", edge, up, (side * -0.42, -0.02, 0))
        scene.beam("oak", add(inner, (0, 0.15, 0.03)), (0, ridge - 0.05, face + 0.75), 0.22, 0.06)
        scene.wall("brick", (side * half, face), (side * half, face - 18), 2.7, 0.3)
        scene.beam(
            "oak",
            (side * -0.05, ridge + 0.2, face + 0.8),
            (side * 0.75, ridge + 1.25, face + 0.8),
            0.2,
            0.07,
        )
        leaf = [(side * 1.75, 0.05, face + 0.1), (side * 3.3, 0.05, face + 1.0)]
        scene.quad("green", leaf[0], (side * 1.55, 0, 0.9), (0, 3.15, 0))
        for y in (0.5, 1.6, 2.8):
            scene.beam("plank", add(leaf[0], (0, y, 0.05)), add(leaf[1], (0, y, 0.05)), 0.06, 0.16)
        scene.beam("oak", (side * 1.85, 0, face + 0.05), (side * 1.85, 3.4, face + 0.05), 0.25)
    scene.beam("oak", (-2, 3.4, face + 0.05), (2, 3.4, face + 0.05), 0.25, 0.3)
    scene.quad("clay", (-3, 0.01, face), (6, 0, 0), (0, 0, -17))
    scene.box("plank", (-half, 0, face - 17), (half, 6, face - 16.8))
    for x in (-4.5, 4.5):
        scene.box("cream", (x - 0.55, 1.28, face + 0.02), (x + 0.55, 1.34, face + 0.12))
        for a in (-0.5, 0, 0.5):
            scene.beam("cream", (x + a, 1.3, face - 0.1), (x + a, 2.3, face - 0.1), 0.07)
        for y in (1.3, 1.8, 2.3):
            scene.beam("cream", (x - 0.5, y, face - 0.1), (x + 0.5, y, face - 0.1), 0.06)
    # the well: a ring of field stones, two posts, a windlass and a bucket
    cx, cz = 5.6, -2.4
    scene.lathe(
        "cobble", (cx, 0, cz), [(1.0, 0), (0.98, 0.85), (0.95, 0.9), (0.72, 0.9), (0.7, 0.2)], 28
    )
    scene.lathe("iron", (cx, 0.2, cz), [(0, 0.01), (0.7, 0.01)], 20)
    for side in (-1, 1):
        scene.beam("oak", (cx + side * 0.9, 0, cz), (cx + side * 0.9, 2.3, cz), 0.14)
        scene.quad("thatch", (cx - 1.2, 2.2, cz + side * 0.85), (2.4, 0, 0), (0, 0.6, -side * 0.85))
    scene.cylinder("pale", (cx - 0.95, 1.5, cz), (cx + 1.1, 1.5, cz), 0.1)
    scene.cylinder("iron", (cx + 0.1, 1.5, cz + 0.1), (cx + 0.1, 1.2, cz + 0.1), 0.012, around=6)
    scene.lathe(
        "plank",
        (cx + 0.1, 0.92, cz + 0.1),
        [(0.0, 0), (0.13, 0), (0.16, 0.28), (0.15, 0.28), (0.12, 0.02)],
        16,
    )
    # a shed on the left with an open front: wheels, wood, a ladder
    scene.wall("brick", (-12, 4), (-12, -6), 2.6, 0.25)
    scene.wall("brick", (-12, -6), (-8, -6), 2.6, 0.25)
    for z in (4, 0.7, -2.6, -5.9):
        scene.beam("oak", (-8, 0, z), (-8, 2.5, z), 0.2)
    scene.beam("oak", (-8, 2.5, 4.2), (-8, 2.5, -6.2), 0.2, 0.25)
    scene.material("tile", "pantile", (0.36, 0.11, 0.055), (0.22, 0.075, 0.045))
    scene.quad("tile", (-7.3, 2.45, -6.6), (0, 0, 11.2), (-4.9, 2.0, 0))
    scene.wheel("plank", "iron", (-8.35, 0.62, -1.3), 0.62, (0.97, 0.25, 0))
    scene.wheel("plank", "iron", (-9.6, 0.62, 1.8), 0.62, (0.8, 0.2, 0.5), newer="pale")
    for row in range(9):
        for k in range(12 - row // 3):
            z = -5.3 + 0.2 * k + 0.1 * (row % 2)
            scene.cylinder(
                "pale",
                (-10.6, 0.1 + row * 0.17, z),
                (-9.5 + scene.chance.random() * 0.1, 0.1 + row * 0.17, z),
                0.09,
                around=9,
            )
    for side in (-0.22, 0.22):
        scene.beam("pale", (-8.3, 0, 3.1 + side), (-9.6, 3.0, 3.1 + side), 0.06)
    for k in range(9):
        a = (k + 1) / 10
        scene.beam("pale", (-8.3 - 1.3 * a, 3 * a, 2.88), (-8.3 - 1.3 * a, 3 * a, 3.32), 0.04)
    hedge(scene, (-13, 10.5), (-1.8, 10.5)), hedge(scene, (1.8, 10.5), (13, 10.5))
    hedge(scene, (12.6, 10), (12.6, -7))
    for x in (-1.45, 1.45):
        scene.box("brick", (x - 0.25, 0, 10.2), (x + 0.25, 1.7, 10.7))
        scene.ball("lime", (x, 1.9, 10.45), 0.24)
    scene.quad("clay", (-1.2, 0.005, 10), (2.4, 0, 0), (0, 0, 70))
    scene.material("rape", "rape", (0.66, 0.5, 0.02), (0.42, 0.4, 0.05))
    scene.quad("rape", (-60, 0.02, 24), (57, 0, 0), (0, 1.6, 50))
    scene.quad("rape", (4, 0.02, 24), (57, 0, 0), (0, 1.6, 50))
    tree(scene, (8.6, 0, 5.4), 8.5, 3.2, 5200)
    for k in range(16):
        tree(
            scene,
            (-52 + 7 * k + scene.chance.random() * 4, 1, 74 + 5 * scene.chance.random()),
            9,
            4,
            260,
        )
    scene.beam("plank", (6.6, 0.45, 3.4), (8.6, 0.45, 2.6), 0.4, 0.07, up=(0, 1, 0))
    for x, z in ((6.9, 3.28), (8.3, 2.72)):
        scene.box("oak", (x - 0.08, 0, z - 0.15), (x + 0.08, 0.42, z + 0.15))
    for k in range(5):  # pots of flowers by the gate
        x = 2.5 + 0.42 * k
        scene.lathe(
            "brick", (x, 0, face + 0.55), [(0, 0.01), (0.12, 0.01), (0.17, 0.3), (0.15, 0.3)], 14
        )
        for _ in range(60):
            place = (
                x + scene.chance.gauss(0, 0.1),
                0.34 + scene.chance.random() * 0.3,
                face + 0.55 + scene.chance.gauss(0, 0.1),
            )
            scene.quad("leaf", place, (0.07, 0.03, 0), (0, 0.05, 0.06))
    return scene


def light_through(scene, corner, along, up, colour):
    """Let the light of the sky in through an opening; it shines to where along × up points."""
    scene.say("area", *corner, *along, *up, *colour)


def hall():
    """Diele: the cart in the middle, the gate on the left, the hearth on the right."""
    scene = timbered(12)
    scene.say("eye", 0, 1.6, 0.6)
    scene.say("sky", *DAY, 0.5, 0.0)
    scene.say("sun", -0.78, 0.42, 0.22, 7.5, 6.6, 5.2, 0.015)
    scene.say("ambient", 0.09, 0.075, 0.06)
    scene.say("exposure", 2.1)
    scene.quad("clay", (-9, 0, 6), (18, 0, 0), (0, 0, -12))
    scene.quad("cobble", (-40, -0.03, 20), (31, 0, 0), (0, 0, -40))
    scene.quad("grass", (-140, -0.08, 90), (110, 0, 0), (0, 0, -180))
    hedge(scene, (-24, -16), (-24, -1.6), 1.6), hedge(scene, (-24, 2.5), (-24, 16), 1.6)
    tree(scene, (-19, 0, -7), 9, 3.4, 2600)
    left, right, near, far = -9.0, 8.6, 4.8, -4.8
    scene.wall("brick", (left, near), (left, far), 9.7, 0.3, [(3.05, 0, 3.5, 3.3, 0.5)])
    scene.wall(
        "brick",
        (right, far),
        (right, near),
        9.7,
        0.3,
        [(1.0, 1.5, 0.8, 0.8, 0), (7.8, 1.5, 0.8, 0.8, 0)],
    )
    scene.wall(
        "lime",
        (left, far),
        (right, far),
        4.95,
        0.2,
        [(9.6, 0.16, 1.0, 1.9, 0), (3.2, 1.2, 0.7, 0.7, 0), (13.6, 1.2, 0.7, 0.7, 0)],
    )
    scene.wall("lime", (right, near), (left, near), 4.95, 0.2, [(8.0, 0, 1.3, 2.1, 0)])
    for z in (far, near):
        timber_face(
            scene,
            (left, z),
            (right, z),
            4.7,
            (0, 0.22 if z < 0 else -0.22),
            9,
            [(9.5, 0, 1.2, 2.3)] if z < 0 else [(8.2, 0, 1.6, 2.3)],
            3,
        )
    timber_face(scene, (left, near), (left, far), 6.3, (0.32, 0), 6, [(2.9, 0, 3.9, 3.5)], 5)
    timber_face(
        scene,
        (right, near),
        (right, far),
        6.3,
        (-0.32, 0),
        6,
        [(0.9, 1.4, 1.0, 1.0), (7.7, 1.4, 1.0, 1.0)],
        5,
    )
    for x in (-7.2, -3.9, -0.6, 2.7, 6.0):  # posts, cross beams with braces, and the loft above
        for z in (-3.3, 3.3):
            scene.beam("oak", (x, 0, z), (x, 4.3, z), 0.3)
            scene.box("cobble", (x - 0.25, 0, z - 0.25), (x + 0.25, 0.18, z + 0.25))
            inside = -1 if z > 0 else 1
            scene.beam("oak", (x, 2.9, z), (x, 4.2, z + inside * 1.2), 0.16)
            scene.beam("oak", (x, 3.2, z), (x + 0.95, 4.25, z), 0.15)
        scene.beam("oak", (x, 4.45, -4.9), (x, 4.45, 4.9), 0.32, 0.36, up=(0, 1, 0))
    for z in (-3.3, 3.3):
        scene.beam("oak", (left, 4.2, z), (right, 4.2, z), 0.26, 0.26, up=(0, 1, 0))
    for k in range(44):  # round poles that carry the hay; the middle stands open
        x = left + 0.2 + 0.4 * k
        if not -2.4 < x < 1.2:
            scene.cylinder("oak", (x, 4.72, -4.9), (x, 4.72, 4.9), 0.07, around=8)
    scene.quad("straw", (left, 4.86, 4.9), (6.6, 0, 0), (0, 0, -9.8))
    scene.quad("straw", (1.2, 4.86, 4.9), (7.4, 0, 0), (0, 0, -9.8))
    for _ in range(420):  # stalks that hang down
        x = scene.chance.choice(
            [scene.chance.uniform(left, -2.4), scene.chance.uniform(1.2, right)]
        )
        z = scene.chance.uniform(-4.6, 4.6)
        drop = scene.chance.uniform(0.05, 0.4)
        scene.beam(
            "straw",
            (x, 4.75, z),
            (x + scene.chance.gauss(0, 0.08), 4.75 - drop, z + scene.chance.gauss(0, 0.08)),
            0.012,
        )
    for side in (-1, 1):  # the roof
        scene.quad("thatch", (left, 4.0, side * 5.6), (18, 0, 0), (0, 5.6, -side * 5.6))
        for k in range(12):
            x = left + 0.8 + 1.5 * k
            scene.beam("oak", (x, 4.1, side * 5.2), (x, 9.3, 0), 0.14)
    # gate leaves, open to the outside, and what stands by the gate
    for z, turn in ((-1.75, -1), (1.75, 1)):
        scene.quad("plank", (left - 0.35, 0, z), (-1.5, 0, turn * 0.9), (0, 3.1, 0))
    scene.beam("oak", (left + 0.15, 3.35, -2), (left + 0.15, 3.35, 2), 0.3, 0.25, up=(0, 1, 0))
    light_through(scene, (left + 0.35, 0.05, 1.7), (0, 0, -3.4), (0, 3.1, 0), (9, 9.6, 10.2))
    for z in (-3.4, 3.4):
        light_through(
            scene, (right - 0.05, 1.55, z - 0.35), (0, 0, 0.7), (0, 0.7, 0), (9, 9.6, 10.4)
        )
    light_through(scene, (-1.9, 8.0, -1.6), (3.4, 0, 0), (0, 0, 3.2), (1.4, 1.35, 1.25))
    cart(scene, (0.2, 0, -2.0))
    # the hearth: raised stones, a hood of clay, a kettle on its hook
    scene.box("brick", (5.6, 0, -1.3), (8.3, 0.42, 1.3))
    scene.box("cobble", (5.5, 0.38, -1.4), (8.3, 0.46, 1.4))
    hood = [(5.5, 2.3), (6.0, 3.3), (6.9, 4.4)]
    for (x0, y0), (x1, y1) in zip(hood, hood[1:], strict=False):
        scene.quad("lime", (x0, y0, -1.5), (0, 0, 3), (x1 - x0, y1 - y0, 0))
    for z in (-1.5, 1.5):
        scene.triangle(
            "lime",
            ((5.5, 2.3, z), (0, 0, 1), (0, 0)),
            ((8.4, 2.3, z), (0, 0, 1), (3, 0)),
            ((6.9, 4.4, z), (0, 0, 1), (1.4, 2.1)),
        )
        scene.triangle(
            "lime",
            ((8.4, 2.3, z), (0, 0, 1), (3, 0)),
            ((8.4, 4.4, z), (0, 0, 1), (3, 2.1)),
            ((6.9, 4.4, z), (0, 0, 1), (1.4, 2.1)),
        )
        scene.beam("oak", (5.5, 0, z), (5.5, 2.35, z), 0.2)
    scene.beam("oak", (5.45, 2.35, -1.6), (5.45, 2.35, 1.6), 0.22, 0.22, up=(0, 1, 0))
    fire(scene, (6.7, 0.47, 0))
    scene.cylinder("iron", (6.7, 3.2, 0), (6.7, 1.45, 0), 0.015, around=6)
    scene.lathe(
        "iron",
        (6.7, 0.98, 0),
        [(0, 0), (0.16, 0.02), (0.24, 0.16), (0.23, 0.36), (0.26, 0.4), (0.22, 0.4)],
        20,
    )
    # a bench, a barrel, sacks, a rake and a fork, a lantern
    scene.beam("plank", (-6.8, 0.48, -4.3), (-4.2, 0.48, -4.3), 0.4, 0.06, up=(0, 1, 0))
    for x in (-6.5, -4.5):
        scene.box("oak", (x - 0.05, 0, -4.45), (x + 0.05, 0.45, -4.15))
    barrel(scene, (3.6, 0, -4.1)), barrel(scene, (4.4, 0, -4.25), 0.85)
    for x, z, high in ((-5.3, 3.9, 0.7), (-4.6, 4.1, 0.75), (-4.9, 3.5, 0.5)):
        scene.lathe(
            "cream",
            (x, 0, z),
            [
                (0, 0),
                (0.3, 0.02),
                (0.34, 0.25),
                (0.3, high - 0.15),
                (0.1, high),
                (0.15, high + 0.12),
            ],
            18,
        )
    for x, tilt in ((-2.6, 0.25), (-2.2, 0.35)):
        scene.cylinder("pale", (x, 0, 4.2), (x + tilt, 2.1, 4.62), 0.02, around=8)
    scene.beam("pale", (-2.75, 0.02, 4.1), (-2.35, 0.02, 4.3), 0.04)
    scene.cylinder("iron", (2.7, 4.3, -3.0), (2.7, 2.75, -3.0), 0.008, around=6)
    scene.lathe("iron", (2.7, 2.4, -3.0), [(0.0, 0), (0.1, 0.0), (0.09, 0.03)], 10)
    scene.lathe("iron", (2.7, 2.65, -3.0), [(0.1, 0.0), (0.03, 0.1), (0.0, 0.1)], 10)
    scene.ball("flame", (2.7, 2.5, -3.0), 0.035, 1.6, 8)
    scene.say("lamp", 2.7, 2.5, -3.0, 0.04, 0.8, 0.45, 0.18)
    scene.box("plank", (0.62, 0.1, -4.86), (1.58, 2.05, -4.82), grain=1)  # the door to the room
    for y in (0.5, 1.6):
        scene.beam("oak", (0.7, y, -4.77), (1.5, y, -4.77), 0.04, 0.14, up=(0, 1, 0))
    scene.box("cobble", (0.5, 0, -4.7), (1.7, 0.16, -4.3))
    scene.quad("straw", (-0.4, 0.01, 6.8), (1.5, 0, 0), (0, 0, -2))
    scene.box("lime", (-3, 0, 7), (3, 3, 7.2))
    light_through(scene, (0.6, 0.2, 6.9), (-1.2, 0, 0), (0, 1.9, 0), (3, 3.2, 3.4))
    for side in (-0.24, 0.24):  # the steep stairs to the loft
        scene.beam("plank", (-3.2 + side, 0, 2.1), (-3.2 + side, 4.9, 3.9), 0.07, 0.2)
    for k in range(14):
        a = (k + 0.7) / 15
        scene.box("plank", (-3.42, 4.9 * a, 2.0 + 1.8 * a), (-2.98, 4.9 * a + 0.035, 2.2 + 1.8 * a))
    return scene


def cart(scene, at):
    """Put a cart with two spoked wheels, one spoke newer than the others."""
    x, y, z = at
    for side in (-0.62, 0.62):
        newer = "pale" if side > 0 else None
        scene.wheel("plank", "iron", (x, y + 0.66, z + side), 0.66, (0, 0, 1), 12, newer)
    scene.cylinder("iron", (x, y + 0.66, z - 0.7), (x, y + 0.66, z + 0.7), 0.035, around=10)
    for side in (-0.42, 0.42):
        scene.beam(
            "plank", (x - 1.25, y + 0.86, z + side), (x + 2.5, y + 0.62, z + side * 0.8), 0.08, 0.1
        )
        scene.beam(
            "plank",
            (x - 1.2, y + 1.35, z + side * 1.25),
            (x + 1.2, y + 1.3, z + side * 1.25),
            0.05,
            0.07,
        )
        for k in range(7):
            a = -1.15 + 0.38 * k
            scene.beam(
                "plank", (x + a, y + 0.85, z + side), (x + a, y + 1.33, z + side * 1.25), 0.04
            )
    for k in range(14):
        a = -1.2 + 0.18 * k
        scene.beam(
            "plank",
            (x + a, y + 0.93 - 0.02 * k / 3, z - 0.45),
            (x + a, y + 0.93 - 0.02 * k / 3, z + 0.45),
            0.17,
            0.03,
            up=(0, 1, 0),
        )
    for _ in range(240):
        p = (
            x + scene.chance.uniform(-1.1, 1.0),
            y + 0.98 + scene.chance.random() * 0.3,
            z + scene.chance.uniform(-0.4, 0.4),
        )
        scene.beam("straw", p, add(p, tuple(scene.chance.gauss(0, 0.14) for _ in range(3))), 0.014)


def barrel(scene, at, size=1.0):
    profile = [
        (0.0, 0.02),
        (0.26, 0),
        (0.31, 0.2),
        (0.33, 0.42),
        (0.31, 0.64),
        (0.26, 0.85),
        (0.25, 0.8),
        (0, 0.8),
    ]
    scene.lathe("plank", at, [(r * size, y * size) for r, y in profile], 26)
    for y, r in ((0.12, 0.3), (0.28, 0.33), (0.58, 0.33), (0.74, 0.3)):
        scene.ring("iron", add(at, (0, y * size, 0)), r * size, 0.02, 0.04, 26)


def fire(scene, at):
    x, y, z = at
    for k in range(6):
        a = k * 1.05
        tip = add(at, times((cos(a), 0.35, sin(a)), 0.32))
        scene.cylinder("oak", add(at, (0, 0.03, 0)), tip, 0.05, 0.04, 8)
    scene.ball("ember", (x, y + 0.04, z), 0.2, 0.35, 12)
    for k in range(7):
        a = k * 0.9
        foot = (x + 0.09 * cos(a), y + 0.08, z + 0.09 * sin(a))
        scene.lathe(
            "flame", foot, [(0.0, 0), (0.05, 0.06), (0.035, 0.16), (0.0, 0.26 + 0.07 * (k % 3))], 8
        )
    scene.say("lamp", x, y + 0.25, z, 0.14, 5.2, 2.3, 0.65)
