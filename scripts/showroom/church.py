"""A small village church of brick and field stones: yard, nave, altar and tower."""

from barn import hedge
from barn import tree
from math import cos
from math import pi
from math import sin
from modelling import add
from modelling import Scene


DAY = (0.22, 0.4, 0.78, 0.82, 0.89, 0.95)


def bricked(seed):
    """Return a scene with the materials that all places of the church share."""
    scene = Scene(seed)
    scene.material("oak", "wood", (0.06, 0.035, 0.018), (0.17, 0.1, 0.055), 0.22)
    scene.material("bench", "wood", (0.15, 0.2, 0.21), (0.25, 0.31, 0.31), 0.3)
    scene.material("pale", "wood", (0.24, 0.16, 0.09), (0.44, 0.31, 0.185), 0.2)
    scene.material("brick", "brick", (0.36, 0.11, 0.06), (0.5, 0.46, 0.4))
    scene.material("stone", "cobble", (0.3, 0.28, 0.27), (0.42, 0.38, 0.32), 0.42)
    scene.material("lime", "plaster", (0.78, 0.76, 0.7), (0.66, 0.63, 0.56))
    scene.material("tile", "pantile", (0.38, 0.12, 0.06), (0.25, 0.085, 0.05))
    scene.material("shingle", "wood", (0.1, 0.1, 0.1), (0.2, 0.19, 0.18), 0.14)
    scene.material("floor", "tiles", (0.33, 0.15, 0.09), (0.2, 0.16, 0.13), 0.22, gloss=0.03)
    scene.material("iron", "plain", (0.03, 0.03, 0.035), (0.06, 0.055, 0.05), gloss=0.06)
    scene.material("brass", "plain", (0.5, 0.32, 0.09), (0.42, 0.27, 0.08), gloss=0.25)
    scene.material("bronze", "plain", (0.1, 0.12, 0.08), (0.17, 0.15, 0.07), gloss=0.12)
    scene.material("glass", "glass", (0.55, 0.75, 0.72), (0.75, 0.55, 0.16), 0.17, glow=1.5)
    scene.material("colour", "glass", (0.16, 0.3, 0.6), (0.72, 0.14, 0.1), 0.15, glow=1.5)
    scene.material("gold", "plain", (0.62, 0.42, 0.12), (0.5, 0.33, 0.1), gloss=0.18)
    scene.material("blue", "plain", (0.06, 0.13, 0.25), (0.07, 0.16, 0.3))
    scene.material("red", "cloth", (0.4, 0.05, 0.05), (0.55, 0.38, 0.12), 0.9)
    scene.material("linen", "cloth", (0.74, 0.72, 0.66), (0.6, 0.56, 0.46), 0.7)
    scene.material("wax", "plain", (0.8, 0.74, 0.6))
    scene.material("flame", "fire", (1, 0.5, 0.12), (1, 0.8, 0.4), glow=7)
    scene.material("grass", "grass", (0.05, 0.11, 0.02), (0.13, 0.2, 0.05))
    scene.material("leaf", "leaves", (0.03, 0.075, 0.012), (0.12, 0.19, 0.04))
    scene.material("path", "sand", (0.3, 0.26, 0.2), (0.2, 0.175, 0.135))
    scene.material("rock", "plain", (0.33, 0.32, 0.31), (0.2, 0.2, 0.2), bump=3)
    return scene


def arched(scene, start, end, height, thick, holes, glass, outer="brick"):
    """Build a wall with pointed windows, their glass and its bars; holes as for Model.wall."""
    scene.wall(outer, start, end, height, thick, holes)
    (x0, z0), (x1, z1) = start, end
    long = ((x1 - x0) ** 2 + (z1 - z0) ** 2) ** 0.5
    along = ((x1 - x0) / long, 0, (z1 - z0) / long)
    inward = (-along[2] * thick * 0.7, 0, along[0] * thick * 0.7)
    for at, sill, wide, high, rise in holes:
        if not rise or sill == 0:
            continue
        corner = (x0 + along[0] * at + inward[0], sill, z0 + along[2] * at + inward[2])
        scene.quad(glass, corner, tuple(a * wide for a in along), (0, high, 0))
        for share in (0.5,):
            foot = add(corner, tuple(a * wide * share for a in along))
            scene.beam("brick", foot, add(foot, (0, high, 0)), 0.1)
        for k in range(1, int(high / 0.6)):
            low = add(corner, (0, 0.6 * k, 0))
            scene.beam("iron", low, add(low, tuple(a * wide for a in along)), 0.025)


def churchyard():
    """Kirchhof: nave and tower, the porch, the path, old stones, lime trees, a wall."""
    scene = bricked(21)
    scene.say("eye", 0, 1.6, 0)
    scene.say("sky", *DAY, 0.4, 0.9)
    scene.say("sun", 0.55, 0.62, 0.6, 3.5, 3.15, 2.6, 0.02)
    scene.say("ambient", 0.12, 0.13, 0.14)
    scene.say("exposure", 0.74)
    scene.material("pane", "glass", (0.05, 0.06, 0.07), (0.08, 0.09, 0.1), 0.17, gloss=0.12)
    scene.quad("grass", (-150, 0, 150), (300, 0, 0), (0, 0, -300))
    scene.quad("path", (-1.1, 0.02, 14), (2.2, 0, 0), (0, 0, -16))
    # nave from x -2 to 13, tower from -9 to -2.5, both behind z = -9
    face, deep = -14.0, 8.0
    windows = [(2.4 + 3.6 * k, 2.0, 1.2, 3.4, 1.1) for k in range(4)]
    scene.wall("stone", (-2, face), (13, face), 1.4, 0.6)
    arched(scene, (-2, face), (13, face), 6.0, 0.5, windows, "pane")
    scene.wall("brick", (13, face), (13, face - deep), 6.0, 0.5)
    for k in range(5):
        x = -1.6 + 3.6 * k
        scene.box("brick", (x - 0.35, 0, face), (x + 0.35, 3.9, face + 0.75))
        scene.quad("tile", (x - 0.4, 3.85, face + 0.85), (0.8, 0, 0), (0, 0.9, -0.85))
    for y, out in ((5.55, 0.08), (5.8, 0.16)):
        scene.box("brick", (-2, y, face), (13, y + 0.2, face + out))
    scene.quad("tile", (-2.2, 5.8, face + 0.5), (15.6, 0, 0), (0, 5.6, -deep / 2 - 0.5))
    scene.wall("brick", (13, face), (13, face - deep), 5.4, 0.5, base=6.0)
    tower = (-9.0, -2.6, face + 0.8, face - 5.6)
    x0, x1, z0, z1 = tower
    scene.wall("stone", (x0, z0), (x1, z0), 3.0, 0.5, [(2.4, 0, 1.6, 2.7, 0.8)])
    scene.wall(
        "brick",
        (x0, z0),
        (x1, z0),
        9.5,
        0.5,
        [(1.2, 8.6, 1.1, 2.2, 0.7), (4.1, 8.6, 1.1, 2.2, 0.7), (2.85, 5.0, 0.7, 1.5, 0.5)],
        base=3.0,
    )
    for start, end in (((x1, z0), (x1, z1)), ((x0, z1), (x0, z0)), ((x1, z1), (x0, z1))):
        scene.wall(
            "brick", start, end, 12.5, 0.5, [(1.0, 8.6, 1.1, 2.2, 0.7), (4.0, 8.6, 1.1, 2.2, 0.7)]
        )
    for y in (4.6, 8.2, 12.3):
        scene.box("brick", (x0 - 0.1, y, z1 - 0.1), (x1 + 0.1, y + 0.22, z0 + 0.1))
    for at in (x0 + 1.2, x0 + 4.1):  # sound shutters
        for k in range(8):
            scene.beam(
                "shingle",
                (at, 8.7 + 0.24 * k, z0 - 0.2),
                (at + 1.1, 8.7 + 0.24 * k, z0 - 0.2),
                0.2,
                0.03,
                up=(0, 1, 0.8),
            )
    tip = ((x0 + x1) / 2, 21.0, (z0 + z1) / 2)
    corners = [
        (x0 - 0.3, 12.5, z0 + 0.3),
        (x1 + 0.3, 12.5, z0 + 0.3),
        (x1 + 0.3, 12.5, z1 - 0.3),
        (x0 - 0.3, 12.5, z1 - 0.3),
    ]
    for k in range(4):
        a, b = corners[k], corners[(k + 1) % 4]
        normal = (b[2] - a[2], 3.0, a[0] - b[0])
        scene.triangle(
            "shingle", (a, normal, (0, 0)), (b, normal, (0, 6.4)), (tip, normal, (9, 3.2))
        )
    scene.cylinder("iron", tip, add(tip, (0, 1.6, 0)), 0.04, around=8)
    scene.ball("gold", add(tip, (0, 0.5, 0)), 0.22)
    scene.beam("gold", add(tip, (-0.1, 1.3, 0)), add(tip, (0.7, 1.3, 0)), 0.05, 0.25)
    door = x0 + 2.4
    scene.box("oak", (door, 0, z0 - 0.3), (door + 1.6, 2.7, z0 - 0.24), grain=1)
    for y in (0.6, 1.8):
        scene.beam("iron", (door + 0.05, y, z0 - 0.22), (door + 1.5, y, z0 - 0.22), 0.03, 0.07)
    scene.lathe(
        "gold", ((x0 + x1) / 2, 7.2, z0 + 0.03), [(0, 0), (0.85, 0.0), (0.9, 0.06)], 36, (0, 0, 1)
    )
    scene.beam("iron", ((x0 + x1) / 2, 7.2, z0 + 0.1), ((x0 + x1) / 2 + 0.35, 7.65, z0 + 0.1), 0.06)
    scene.beam("iron", ((x0 + x1) / 2, 7.2, z0 + 0.1), ((x0 + x1) / 2 - 0.75, 7.3, z0 + 0.1), 0.05)
    scene.quad("path", (-6.6, 0.015, -1.5), (5.8, 0, 0), (0, 0, -1.8))
    scene.quad("path", (-6.7, 0.018, -1.8), (1.8, 0, 0), (0, 0, -11.6))
    for k in range(16):  # old stones without names
        x = 3.4 + 2.3 * (k % 5) + scene.chance.gauss(0, 0.15)
        z = -8.4 + 3.2 * (k // 5) + scene.chance.gauss(0, 0.2)
        if abs(x) < 1.6:
            continue
        high, wide = scene.chance.uniform(0.55, 1.05), scene.chance.uniform(0.4, 0.6)
        lean = scene.chance.gauss(0, 0.04)
        scene.beam("rock", (x, -0.05, z), (x + lean, high, z + lean), wide, 0.16)
        scene.cylinder(
            "rock",
            (x + lean, high, z + lean - 0.08),
            (x + lean, high, z + lean + 0.08),
            wide / 2,
            around=18,
        )
        for _ in range(14):
            p = (x + scene.chance.gauss(0, 0.3), 0.0, z + 0.25 + scene.chance.gauss(0, 0.12))
            scene.quad("leaf", p, (0.06, 0.02, 0.03), (0.01, scene.chance.uniform(0.1, 0.3), 0.0))
    for z in (9, 9.5):
        hedge(scene, (-14, z + 4), (-2.2, z + 4), 1.3), hedge(scene, (2.2, z + 4), (14, z + 4), 1.3)
    (
        scene.wall("stone", (-14, 12), (-14, -24), 1.3, 0.5),
        scene.wall("stone", (16, -24), (16, 12), 1.3, 0.5),
    )
    for x in (-1.7, 1.7):
        (
            scene.box("brick", (x - 0.35, 0, 12.6), (x + 0.35, 2.1, 13.3)),
            scene.quad("tile", (x - 0.45, 2.1, 13.4), (0.9, 0, 0), (0, 0.3, -0.9)),
        )
    for x, z in ((-6.5, 5.5), (7.5, 6.0), (-11, -1), (13.5, -3.5)):
        tree(scene, (x, 0, z), 9.5, 3.3, 3600)
    for k in range(22):
        a = 2 * pi * k / 22
        tree(scene, (48 * sin(a), 0, 48 * cos(a)), 10, 4.2, 260)
    scene.beam("pale", (-3.6, 0.45, 3.2), (-1.9, 0.45, 3.9), 0.4, 0.06, up=(0, 1, 0))
    for x, z in ((-3.3, 3.3), (-2.2, 3.78)):
        scene.box("rock", (x - 0.1, 0, z - 0.15), (x + 0.1, 0.42, z + 0.15))
    return scene


def inside(scene, sun):
    """Set what both places inside share: light of the sky and of the sun through the windows."""
    scene.say("sky", *DAY, 0.5, 0.0)
    scene.say("sun", *sun, 5.5, 4.9, 4.0, 0.015)
    scene.say("ambient", 0.12, 0.11, 0.1)
    scene.say("exposure", 1.35)


def vault(scene, half, low, top, z0, z1):
    """Span a wooden barrel of boards over a room, with ribs."""
    steps = 14
    line = [
        (-half * cos(pi * k / steps), low + (top - low) * sin(pi * k / steps))
        for k in range(steps + 1)
    ]
    for (xa, ya), (xb, yb) in zip(line, line[1:], strict=False):
        scene.quad("pale", (xa, ya, z0), (0, 0, z1 - z0), (xb - xa, yb - ya, 0))
        for k in range(int(abs(z1 - z0) / 2.4) + 1):
            z = max(z0, z1) - 2.4 * k
            scene.beam("oak", (xa * 0.99, ya - 0.02, z), (xb * 0.99, yb - 0.02, z), 0.14)


def body(scene, z_far=-11.0, z_near=7.0):
    """Build nave and chancel round the place of whoever looks."""
    half, high = 3.9, 4.6
    windows = [(1.6 + 3.6 * k, 1.7, 1.1, 2.5, 0.9) for k in range(5)]
    arched(scene, (-half, z_near), (-half, z_far), high, 0.5, windows, "glass", "lime")
    arched(scene, (half, z_far), (half, z_near), high, 0.5, windows, "glass", "lime")
    east = [(0.9, 1.9, 1.1, 3.0, 1.0), (3.2, 1.9, 1.4, 4.1, 1.3), (5.8, 1.9, 1.1, 3.0, 1.0)]
    arched(scene, (-half, z_far), (half, z_far), 8.0, 0.5, east, "colour", "lime")
    scene.wall("lime", (half, z_near), (-half, z_near), 8.0, 0.5, [(3.1, 0, 1.6, 2.6, 0.7)])
    scene.quad("floor", (-half, 0, z_near), (2 * half, 0, 0), (0, 0, z_far - z_near))
    vault(scene, half, high, 7.4, z_near, z_far)
    for z in (4.6, 1.0, -2.6, -6.2):
        scene.beam("oak", (-half, high + 0.05, z), (half, high + 0.05, z), 0.24, 0.28, up=(0, 1, 0))
    for k, (at, sill, wide, tall, _rise) in enumerate(windows):
        light_z = z_near - at
        scene.say(
            "area", -half + 0.52, sill, light_z, 0, 0, -wide, 0, tall * 0.85, 0, 3.2, 3.4, 3.3
        )
        light_z = z_far + at
        scene.say("area", half - 0.52, sill, light_z, 0, 0, wide, 0, tall * 0.85, 0, 3.8, 3.7, 3.3)
        scene.box(
            "lime",
            (-half - 0.1, sill - 0.06, z_near - at - wide),
            (-half + 0.06, sill, z_near - at),
        ) if k else None
    for at, sill, wide, tall, _rise in east:
        scene.say(
            "area", -half + at, sill, z_far + 0.52, wide, 0, 0, 0, tall * 0.85, 0, 2.2, 2.3, 3.0
        )
    scene.box("oak", (half - 3.1 - 1.6, 0, z_near - 0.3), (half - 3.1, 2.6, z_near - 0.24), grain=1)
    (
        scene.box("floor", (-half, 0, z_far), (half, 0.17, -6.6)),
        scene.box("floor", (-half, 0.17, z_far), (half, 0.34, -7.2)),
    )
    scene.box("lime", (-1.3, 0.34, -9.6), (1.3, 1.35, -8.7))
    (
        scene.box("linen", (-1.4, 1.35, -9.65), (1.4, 1.385, -8.6)),
        scene.quad("linen", (-1.4, 0.95, -8.59), (2.8, 0, 0), (0, 0.42, 0)),
    )
    scene.quad("red", (-0.5, 0.55, -8.57), (1.0, 0, 0), (0, 0.83, 0))
    for x in (-1.0, 1.0):
        candle(scene, (x, 1.385, -9.2))
    # the retable: a middle part and two wings, painted in plain fields
    scene.box("blue", (-1.15, 1.5, -10.0), (1.15, 3.3, -9.85))
    for side in (-1, 1):
        scene.quad("blue", (side * 1.2, 1.5, -9.9), (side * 1.0, 0, 0.45), (0, 1.8, 0))
        for low in (1.6, 2.45):
            scene.quad("gold", (side * 1.28, low, -9.84), (side * 0.84, 0, 0.38), (0, 0.75, 0))
    for low, x in (
        (1.6, -1.05),
        (1.6, -0.35),
        (1.6, 0.35),
        (2.45, -1.05),
        (2.45, -0.35),
        (2.45, 0.35),
    ):
        scene.box("gold", (x + 0.02, low, -9.86), (x + 0.66, low + 0.75, -9.82))
        scene.lathe(
            "blue" if low > 2 else "red",
            (x + 0.34, low + 0.08, -9.8),
            [(0.16, 0), (0.13, 0.3), (0.05, 0.42), (0.0, 0.43)],
            12,
        )
        scene.ball("wax", (x + 0.34, low + 0.56, -9.78), 0.06)
    scene.lathe(
        "gold", (0, 3.35, -9.9), [(0.9, 0), (0.55, 0.2), (0.15, 0.35), (0.1, 0.8), (0, 0.85)], 24
    )
    chandelier(scene, (0, 3.1, -2.6))
    pulpit(scene, (2.75, 0, -4.9))
    font(scene, (-2.4, 0, -5.4))
    return half


def candle(scene, at):
    x, y, z = at
    scene.lathe(
        "brass",
        at,
        [
            (0.1, 0),
            (0.09, 0.03),
            (0.025, 0.06),
            (0.035, 0.16),
            (0.02, 0.3),
            (0.07, 0.34),
            (0.07, 0.36),
        ],
        18,
    )
    scene.cylinder("wax", (x, y + 0.36, z), (x, y + 0.66, z), 0.025, around=10)
    scene.lathe("flame", (x, y + 0.66, z), [(0, 0), (0.014, 0.02), (0.009, 0.045), (0, 0.075)], 8)
    scene.say("lamp", x, y + 0.72, z, 0.03, 0.35, 0.2, 0.09)


def chandelier(scene, at):
    x, y, z = at
    scene.cylinder("iron", (x, y + 0.3, z), (x, 7.0, z), 0.012, around=6)
    scene.lathe(
        "brass",
        (x, y - 0.35, z),
        [(0, 0), (0.13, 0.06), (0.16, 0.17), (0.06, 0.3), (0.09, 0.45), (0.03, 0.62)],
        24,
    )
    for k in range(8):
        a = 2 * pi * k / 8
        points = [(0.08, -0.05), (0.3, -0.22), (0.5, -0.15), (0.58, 0.03)]
        places = [(x + r * cos(a), y + h, z + r * sin(a)) for r, h in points]
        for p, q in zip(places, places[1:], strict=False):
            scene.cylinder("brass", p, q, 0.016, around=7)
        tip = places[-1]
        scene.lathe("brass", tip, [(0.02, 0), (0.07, 0.02), (0.03, 0.04)], 12)
        scene.cylinder("wax", tip, add(tip, (0, 0.17, 0)), 0.018, around=8)


def pulpit(scene, at):
    x, y, z = at
    scene.lathe("oak", at, [(0.12, 0), (0.1, 0.9), (0.35, 1.25)], 8, soft=False)
    scene.lathe("bench", (x, y + 1.25, z), [(0.62, 0), (0.66, 1.0)], 8, soft=False)
    for rise, r in ((1.2, 0.7), (2.22, 0.74)):
        scene.lathe(
            "oak",
            (x, y + rise, z),
            [(r - 0.1, 0), (r, 0.02), (r, 0.1), (r - 0.1, 0.12)],
            8,
            soft=False,
        )
    for k in range(8):
        a = 2 * pi * (k + 0.5) / 8
        p = (x + 0.63 * cos(a), y + 1.45, z + 0.63 * sin(a))
        scene.ball("gold", add(p, (0, 0.3, 0)), 0.07)
    scene.lathe(
        "oak",
        (x, y + 3.2, z),
        [(0.9, 0), (0.9, 0.12), (0.5, 0.4), (0.1, 0.9), (0, 0.92)],
        8,
        soft=False,
    )
    for k in range(6):
        scene.box(
            "oak",
            (x + 0.3, 0.2 * k, z + 0.75 + 0.24 * k),
            (x + 1.0, 0.2 * k + 0.06, z + 1.02 + 0.24 * k),
        )


def font(scene, at):
    scene.lathe(
        "rock",
        at,
        [
            (0.45, 0),
            (0.42, 0.12),
            (0.2, 0.25),
            (0.2, 0.55),
            (0.46, 0.8),
            (0.48, 1.0),
            (0.4, 1.0),
            (0.34, 0.85),
        ],
        28,
    )
    scene.lathe("brass", add(at, (0, 0.98, 0)), [(0, 0), (0.35, 0.0), (0.4, 0.03)], 28)


def pews(scene, rows, start=4.4, gap=1.0):
    for k in range(rows):
        z = start - gap * k
        for side in (-1, 1):
            low, top = sorted((side * 0.75, side * 3.6))
            scene.box("bench", (low, 0.42, z - 0.22), (top, 0.46, z + 0.2), grain=0)
            scene.box("bench", (low, 0.46, z + 0.2), (top, 0.98, z + 0.24), grain=0)
            for x in (low, top - 0.05):
                scene.box("bench", (x, 0, z - 0.26), (x + 0.05, 1.02, z + 0.26), grain=1)
                scene.cylinder("bench", (x, 1.02, z), (x + 0.05, 1.02, z), 0.24, around=20)
            scene.box("bench", (low, 0.8, z + 0.24), (top, 0.83, z + 0.38), grain=0)


def nave():
    """Kirchenschiff: benches, pointed windows, pulpit, candelabrum, the altar in the distance."""
    scene = bricked(22)
    scene.say("eye", 0, 1.6, 1.6)
    inside(scene, (0.72, 0.5, 0.3))
    body(scene)
    pews(scene, 8)
    scene.box("oak", (-3.9, 3.0, 5.2), (3.9, 3.2, 6.9), grain=0)  # the loft with a small organ
    for k in range(14):
        x = -3.7 + 0.57 * k
        scene.lathe("oak", (x, 3.2, 5.25), [(0.04, 0), (0.06, 0.2), (0.03, 0.45), (0.06, 0.7)], 10)
    scene.box("oak", (-3.9, 3.9, 5.15), (3.9, 4.0, 5.35), grain=0)
    scene.box("blue", (-1.5, 3.2, 6.0), (1.5, 4.4, 6.6))
    for k in range(15):
        x = -1.35 + 0.19 * k
        high = 1.2 + 0.75 * abs(k - 7) / 7
        scene.cylinder("brass", (x, 4.35, 6.1), (x, 4.35 + high, 6.1), 0.07, around=12)
    for x in (-3.2, 3.2):
        scene.beam("oak", (x, 0, 5.4), (x, 3.0, 5.4), 0.2)
    return scene


def chancel():
    """Altarraum: altar with its painted wings, candles, font and pulpit close by."""
    scene = bricked(23)
    scene.say("eye", 0, 1.75, -6.4)
    inside(scene, (0.7, 0.5, 0.35))
    body(scene)
    pews(scene, 8)
    scene.lathe("iron", (2.6, 0.17, -7.9), [(0.2, 0), (0.02, 0.03), (0.02, 1.0)], 12)
    scene.ring("iron", (2.6, 1.15, -7.9), 0.3, 0.02, 0.03, 24)
    for k in range(8):
        a = 2 * pi * k / 8
        p = (2.6 + 0.3 * cos(a), 1.17, -7.9 + 0.3 * sin(a))
        scene.cylinder("wax", p, add(p, (0, 0.12 + 0.02 * (k % 3), 0)), 0.02, around=8)
        if k % 3 == 0:
            scene.lathe(
                "flame",
                add(p, (0, 0.16, 0)),
                [(0, 0), (0.014, 0.02), (0.009, 0.045), (0, 0.075)],
                8,
            )
    scene.say("lamp", 2.6, 1.45, -7.9, 0.1, 0.6, 0.34, 0.14)
    return scene


def bell_room():
    """Turm: the bell in its frame, sound shutters, the rope, beams up to the spire."""
    scene = bricked(24)
    scene.say("eye", 0, 1.6, 2.15)
    scene.say("sky", *DAY, 0.6, 0.0)
    scene.say("sun", 0.62, 0.4, -0.55, 8.0, 6.9, 5.2, 0.012)
    scene.say("ambient", 0.075, 0.066, 0.055)
    scene.say("exposure", 1.2)
    half = 3.1
    holes = [(0.9, 0.9, 1.2, 2.3, 0.8), (4.1, 0.9, 1.2, 2.3, 0.8)]
    ring = [(-half, half), (-half, -half), (half, -half), (half, half)]
    for k in range(4):
        start, end = ring[k], ring[(k + 1) % 4]
        scene.wall("brick", start, end, 5.2, 0.45, holes)
        (x0, z0), (x1, z1) = start, end
        along = ((x1 - x0) / (2 * half), (z1 - z0) / (2 * half))
        into = (-along[1], along[0])
        for at, sill, wide, tall, _rise in holes:
            corner = (
                x0 + along[0] * at + into[0] * 0.47,
                sill,
                z0 + along[1] * at + into[1] * 0.47,
            )
            bright = 4.6 if k != 3 else 3.4
            scene.say(
                "area",
                *corner,
                along[0] * wide,
                0,
                along[1] * wide,
                0,
                tall * 0.8,
                0,
                bright,
                bright * 1.08,
                bright * 1.2,
            )
            for n in range(8):
                y = sill + 0.12 + 0.29 * n
                a = (x0 + along[0] * at + into[0] * 0.2, y, z0 + along[1] * at + into[1] * 0.2)
                scene.beam(
                    "pale",
                    a,
                    add(a, (along[0] * wide, 0, along[1] * wide)),
                    0.2,
                    0.025,
                    up=(-into[0] * 0.75, 1, -into[1] * 0.75),
                )
    scene.quad("pale", (-half, 0, half), (2 * half, 0, 0), (0, 0, -2 * half))
    scene.quad("grass", (-200, -12, 200), (400, 0, 0), (0, 0, -400))
    for k in range(20):
        a = 2 * pi * k / 20
        tree(scene, (70 * sin(a), -12, 70 * cos(a)), 10, 5, 160)
    for side in (-1, 1):  # the frame of the bell
        for z in (-1.5, 0.9):
            scene.beam("oak", (side * 1.15, 0, z), (side * 1.15, 2.7, z), 0.26)
        scene.beam("oak", (side * 1.15, 2.75, -1.8), (side * 1.15, 2.75, 1.2), 0.28)
        scene.beam("oak", (side * 1.15, 0.15, -2.9), (side * 1.15, 0.15, 2.6), 0.28)
        for a, b in ((-1.5, -0.3), (0.9, -0.3)):
            scene.beam("oak", (side * 1.15, 0.3, a), (side * 1.15, 2.6, b), 0.18)
    for z in (-1.5, 0.9):
        scene.beam("oak", (-1.4, 0.3, z), (1.4, 0.3, z), 0.24)
    scene.beam("oak", (-1.3, 2.95, -0.3), (1.3, 2.95, -0.3), 0.32)
    profile = [
        (0.62, 0),
        (0.58, 0.06),
        (0.47, 0.28),
        (0.41, 0.55),
        (0.39, 0.75),
        (0.34, 0.88),
        (0.16, 0.95),
        (0, 0.96),
    ]
    scene.lathe("bronze", (0, 1.72, -0.3), profile, 48)
    scene.lathe("bronze", (0, 1.72, -0.3), [(0.56, 0.02), (0.43, 0.3), (0.35, 0.7)], 48)
    for y, r in ((1.84, 0.58), (2.42, 0.41), (2.52, 0.395)):
        scene.ring("bronze", (0, y, -0.3), r, 0.025, 0.025, 48)
    for k in range(4):
        a = pi * k / 2 + 0.4
        scene.cylinder(
            "iron",
            (0.09 * cos(a), 2.65, -0.3 + 0.09 * sin(a)),
            (0.13 * cos(a), 3.0, -0.3 + 0.13 * sin(a)),
            0.03,
            around=8,
        )
    (
        scene.cylinder("iron", (0, 2.5, -0.3), (0, 1.75, -0.3), 0.03),
        scene.ball("iron", (0, 1.68, -0.3), 0.11),
    )
    scene.ring("oak", (1.5, 2.95, -0.3), 0.75, 0.07, 0.09, 40, (1, 0, 0))
    for k in range(6):
        a = pi * k / 3
        scene.beam("oak", (1.5, 2.95, -0.3), (1.5, 2.95 + 0.7 * sin(a), -0.3 + 0.7 * cos(a)), 0.06)
    scene.cylinder("wax", (1.52, 2.9, 0.45), (1.52, 0, 0.45), 0.016, around=8)
    for x in (-2, 0, 2):  # beams below the spire
        scene.beam("oak", (x, 4.7, -half), (x, 4.7, half), 0.26)
    scene.beam("oak", (-half, 4.95, 0), (half, 4.95, 0), 0.26)
    for x, z in ring:
        scene.beam("oak", (x * 0.9, 4.9, z * 0.9), (0, 13, 0), 0.24)
    tip = (0, 13.4, 0)
    for k in range(4):
        (xa, za), (xb, zb) = ring[k], ring[(k + 1) % 4]
        normal = (-(xa + xb), -3, -(za + zb))
        scene.triangle(
            "pale",
            ((xa, 5.2, za), normal, (0, 0)),
            ((xb, 5.2, zb), normal, (0, 6.2)),
            (tip, normal, (9, 3.1)),
        )
    for side in (-0.25, 0.25):  # the ladder that leads up here
        scene.beam("pale", (-2.2 + side, 0, 1.3), (-2.2 + side, 4.8, 2.2), 0.07)
    for k in range(14):
        a = (k + 0.6) / 14.5
        scene.beam("pale", (-2.45, 4.8 * a, 1.3 + 0.9 * a), (-1.95, 4.8 * a, 1.3 + 0.9 * a), 0.045)
    return scene
