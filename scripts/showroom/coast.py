"""A steep coast of the Baltic in May: clay, sea, a field of rape, a path along the edge."""

from barn import tree
from math import cos
from math import pi
from math import sin
from modelling import Scene


def noise(x, z):
    """Return soft hills between -1 and 1."""
    return (sin(x * 0.11 + 1.3) + sin(z * 0.13 + 0.7 * sin(x * 0.05)) + sin((x + z) * 0.07)) / 3


def edge_at(x):
    """Return how far away (-z) the land ends."""
    return (
        -3.6 - 1.6 * sin(x * 0.06 + 0.4) - 0.8 * sin(x * 0.21) - 0.25 * sin(x * 0.9) - x * x * 0.004
    )


def coast():
    """Steilküste: the sea ahead, the cliff to both sides, the field behind."""
    scene = Scene(31)
    chance = scene.chance
    scene.material("grass", "grass", (0.05, 0.12, 0.02), (0.17, 0.24, 0.06))
    scene.material("rape", "rape", (0.72, 0.54, 0.02), (0.38, 0.4, 0.05))
    scene.material("clay", "strata", (0.42, 0.33, 0.21), (0.27, 0.2, 0.13), bump=0.5)
    scene.material("sand", "sand", (0.62, 0.54, 0.4), (0.5, 0.43, 0.32))
    scene.material("path", "sand", (0.3, 0.24, 0.17), (0.2, 0.165, 0.115))
    scene.material(
        "sea", "sea", (0.012, 0.075, 0.09), (0.03, 0.13, 0.14), 0.16, gloss=0.03, bump=0.55
    )
    scene.material(
        "shallow", "sea", (0.12, 0.25, 0.2), (0.2, 0.32, 0.25), 0.1, gloss=0.03, bump=0.5
    )
    scene.material("foam", "plain", (0.8, 0.82, 0.82))
    scene.material("rock", "plain", (0.3, 0.29, 0.28), (0.17, 0.17, 0.17), bump=3)
    scene.material("leaf", "leaves", (0.03, 0.08, 0.012), (0.13, 0.2, 0.04))
    scene.material("oak", "wood", (0.12, 0.09, 0.06), (0.25, 0.19, 0.13), 0.2)
    scene.material("flower", "plain", (0.85, 0.68, 0.03), (0.7, 0.5, 0.02))
    scene.material("white", "plain", (0.85, 0.83, 0.8))
    scene.material("red", "plain", (0.5, 0.05, 0.04))
    scene.say("eye", 0, 1.65, 0)
    scene.say("sky", 0.16, 0.36, 0.8, 0.72, 0.85, 0.95, 0.4, 0.9)
    scene.say("sun", 0.75, 0.62, 0.35, 3.6, 3.3, 2.8, 0.02)
    scene.say("ambient", 0.14, 0.16, 0.17)
    scene.say("exposure", 0.74)
    scene.say("haze", 0.00045)
    deep, step = -14.0, 1.0
    normal = (0, 1, 0)
    for k in range(-150, 150):  # the edge: grass above, clay below, sand at the foot
        x0, x1 = k * step, (k + 1) * step
        z0, z1 = edge_at(x0), edge_at(x1)
        rows = [0, 0.6, 2.2, 4.5, 7.5, 10.5, 13.2]
        out = [0.0, 0.1, 0.9, 1.5, 2.6, 3.4, 5.2]
        for n in range(len(rows) - 1):
            a = [
                (x, -rows[m], z - out[m] - 0.5 * noise(x * 9, rows[m] * 8) * (m > 0))
                for x, z, m in ((x0, z0, n), (x1, z1, n), (x1, z1, n + 1), (x0, z0, n + 1))
            ]
            up = tuple(q - p for p, q in zip(a[0], a[3], strict=True))
            along = tuple(q - p for p, q in zip(a[0], a[1], strict=True))
            facing = (
                along[1] * up[2] - along[2] * up[1],
                along[2] * up[0] - along[0] * up[2],
                along[0] * up[1] - along[1] * up[0],
            )
            scene.four("grass" if n == 0 else "clay", a, [facing] * 4, [(p[0], p[1]) for p in a])
        foot = [
            (x0, deep + 0.8, z0 - 5.0),
            (x1, deep + 0.8, z1 - 5.0),
            (x1, deep - 0.15, z1 - 13),
            (x0, deep - 0.15, z0 - 13),
        ]
        scene.four("sand", foot, [normal] * 4, [(p[0], p[2]) for p in foot])
        wash = [
            (x0, deep + 0.02, z0 - 10.4 - 0.7 * sin(x0 * 0.5)),
            (x1, deep + 0.02, z1 - 10.4 - 0.7 * sin(x1 * 0.5)),
            (x1, deep + 0.02, z1 - 19),
            (x0, deep + 0.02, z0 - 19),
        ]
        scene.four("shallow", wash, [normal] * 4, [(p[0], p[2]) for p in wash])
        for far, wide in ((10.6, 0.5), (13.4, 0.35), (17.0, 0.3)):
            if far > 11 and sin(k * 0.37 + far) < -0.1:
                continue
            s0, s1 = 0.8 * sin(x0 * 0.5 + far), 0.8 * sin(x1 * 0.5 + far)
            line = [
                (x0, deep + 0.07, z0 - far - s0),
                (x1, deep + 0.07, z1 - far - s1),
                (x1, deep + 0.07, z1 - far - wide - s1),
                (x0, deep + 0.07, z0 - far - wide - s0),
            ]
            scene.four("foam", line, [normal] * 4, [(p[0], p[2]) for p in line])
        land = [(x0, 0, z0), (x1, 0, z1), (x1, 0.0, 2.8), (x0, 0.0, 2.8)]
        scene.four("grass", land, [normal] * 4, [(p[0], p[2]) for p in land])
    scene.quad("sea", (-6000, deep, -12), (12000, 0, 0), (0, 0, -9000))
    scene.quad("path", (-150, 0.012, 2.2), (300, 0, 0), (0, 0, -1.5))
    for k in range(-40, 40):  # the field rises behind
        for m in range(30):
            x0, x1, z0, z1 = k * 4, k * 4 + 4, 2.8 + m * 4, 6.8 + m * 4
            place = [
                (
                    x,
                    (0.45 if z > 2.9 else 0.0)
                    + max(0, z - 10) * 0.03
                    + 0.6 * noise(x, z) * (z > 8),
                    z,
                )
                for x, z in ((x0, z0), (x1, z0), (x1, z1), (x0, z1))
            ]
            scene.four("rape", place, [normal] * 4, [(p[0] * 2, p[2] * 2) for p in place])
    for _ in range(15000):  # plants at the rim of the field, close by
        x, z = chance.gauss(0, 9), 2.6 + abs(chance.gauss(0, 2.6))
        high = chance.uniform(0.5, 1.05)
        flower(scene, x, z, high)
    for _ in range(9000):  # blades along the path and the edge
        x = chance.gauss(0, 7)
        z = chance.choice(
            [
                chance.uniform(edge_at(x), 0.6),
                chance.uniform(2.2, 2.9),
                chance.gauss(edge_at(x) + 0.3, 0.25),
            ]
        )
        if 0.7 < z < 2.2 or z < edge_at(x):
            continue
        tall = chance.uniform(0.08, 0.32)
        scene.quad(
            "leaf" if chance.random() < 0.3 else "grass",
            (x, 0, z),
            (0.02, 0, 0.01),
            (chance.gauss(0, 0.05), tall, chance.gauss(0, 0.05)),
            (x * 3, z),
        )
    for _ in range(130):  # stones on the beach and in the water
        x = chance.uniform(-50, 50)
        z = edge_at(x) - chance.uniform(6, 15)
        scene.ball("rock", (x, deep + 0.2, z), chance.uniform(0.15, 0.7), 0.6, 10)
    for k in range(9):  # a fence of posts along the edge
        x = -9 + 2.2 * k
        if abs(x) > 2:
            z = edge_at(x) + 1.3
            scene.beam("oak", (x, 0, z), (x + 0.03, 1.05, z), 0.11)
            if k < 8 and abs(x + 2.2) > 2:
                q = edge_at(x + 2.2) + 1.3
                for y in (0.5, 0.95):
                    scene.beam("oak", (x, y, z + 0.06), (x + 2.2, y, q + 0.06), 0.05, 0.1)
    scene.beam("oak", (-1.0, 0.46, -1.9), (0.9, 0.46, -1.75), 0.38, 0.06, up=(0, 1, 0))
    for x in (-0.8, 0.7):
        scene.beam("oak", (x, 0, -1.85), (x, 0.44, -1.85), 0.14)
    for k in range(11):
        a = pi * (0.08 + 0.84 * k / 10)
        tree(scene, (95 * cos(a), 2.6, 95 * sin(a)), 9, 4.5, 320)
    for x, z in ((-26, 9), (-31, 12), (34, 10)):
        tree(scene, (x, 0.3, z), 6.5, 2.4, 1400)
    for x, z, size in ((-120, -340, 9), (160, -520, 12)):  # two sails
        scene.triangle(
            "white",
            ((x, deep + 1, z), (0, 0, 1), (0, 0)),
            ((x + 0.5 * size, deep + 1, z), (0, 0, 1), (5, 0)),
            ((x, deep + 1 + 1.5 * size, z), (0, 0, 1), (0, 9)),
        )
        scene.box("red", (x - 0.2 * size, deep, z - 1), (x + 0.6 * size, deep + 1, z + 1))
    return scene


def flower(scene, x, z, high):
    chance = scene.chance
    lean = (chance.gauss(0, 0.07), chance.gauss(0, 0.07))
    scene.quad("leaf", (x, 0, z), (0.012, 0, 0.006), (lean[0], high, lean[1]))
    for _ in range(2):
        p = (
            x + lean[0] * chance.random(),
            high * chance.uniform(0.75, 1.05),
            z + lean[1] * chance.random(),
        )
        a, b = (tuple(chance.gauss(0, 0.045) for _ in range(3)) for _ in range(2))
        scene.quad("flower", p, a, b)
