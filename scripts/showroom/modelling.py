"""Things made of triangles: what rooms, and the 3D object, are built of.

Metres; x to the right, y up, and a picture looks along -z. Each triangle has three corners of
(place, normal, measure): the measure says in metres where on its material a corner lies, along the
grain first.
"""

from array import array
from math import cos
from math import pi
from math import sin
from math import sqrt

import random


def add(a, b):
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a, b):
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a, k):
    return (a[0] * k, a[1] * k, a[2] * k)


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a):
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a):
    long = length(a) or 1.0
    return (a[0] / long, a[1] / long, a[2] / long)


def sides_of(axis):
    """Return two directions at right angles to one and to each other."""
    helper = (0, 1, 0) if abs(axis[1]) < 0.9 else (1, 0, 0)
    side = unit(cross(helper, axis))
    return side, cross(axis, side)


class Model:
    """Triangles with the names of their materials."""

    def __init__(self, seed=1):
        self.triangles = []  # (material, corner, corner, corner); corner: 8 numbers
        self.chance = random.Random(seed)

    def triangle(self, material, *corners):
        """Add one; corners: (place, normal, (along, across))."""
        self.triangles.append((material, *((*p, *n, *st) for p, n, st in corners)))

    def four(self, material, places, normals, measures):
        """Add a face of four corners, in turn."""
        corners = list(zip(places, normals, measures, strict=True))
        self.triangle(material, corners[0], corners[1], corners[2])
        self.triangle(material, corners[0], corners[2], corners[3])

    def quad(self, material, corner, along, up, start=(0, 0)):
        """Add a flat face from a corner and two sides; the measure runs along the first."""
        normal = unit(cross(along, up))
        wide, high = length(along), length(up)
        places = [corner, add(corner, along), add(add(corner, along), up), add(corner, up)]
        s, t = start
        measures = [(s, t), (s + wide, t), (s + wide, t + high), (s, t + high)]
        self.four(material, places, [normal] * 4, measures)

    def beam(self, material, start, end, wide, high=None, up=None, shift=None):
        """Add a bar of wood from one point to another; the grain runs along it."""
        high = high or wide
        along = sub(end, start)
        side, top = sides_of(unit(along))
        if up is not None:
            side = unit(cross(up, unit(along)))
            top = cross(unit(along), side)
        a, b = times(side, wide / 2), times(top, high / 2)
        shift = self.chance.random() * 50 if shift is None else shift
        corner = [
            sub(sub(start, a), b),
            sub(add(start, a), b),
            add(add(start, a), b),
            add(sub(start, a), b),
        ]
        for i in range(4):
            p, q = corner[i], corner[(i + 1) % 4]
            self.quad(material, p, along, sub(q, p), (shift, shift + i * 0.37))
        self.quad(material, corner[0], sub(corner[1], corner[0]), sub(corner[3], corner[0]))
        far = [add(p, along) for p in corner]
        self.quad(material, far[0], sub(far[3], far[0]), sub(far[1], far[0]))

    def box(self, material, low, high, grain=None):
        """Add a box along the axes; measures are those of the world, so that neighbours go on."""
        (x0, y0, z0), (x1, y1, z1) = low, high
        faces = [
            ((x0, y0, z1), (1, 0, 0), (0, 1, 0), x1 - x0, y1 - y0),
            ((x1, y0, z0), (-1, 0, 0), (0, 1, 0), x1 - x0, y1 - y0),
            ((x1, y0, z1), (0, 0, -1), (0, 1, 0), z1 - z0, y1 - y0),
            ((x0, y0, z0), (0, 0, 1), (0, 1, 0), z1 - z0, y1 - y0),
            ((x0, y1, z1), (1, 0, 0), (0, 0, -1), x1 - x0, z1 - z0),
            ((x0, y0, z0), (1, 0, 0), (0, 0, 1), x1 - x0, z1 - z0),
        ]
        for corner, along, up, wide, tall in faces:
            turned = grain is not None and abs(up[grain]) == 1
            places = [
                corner,
                add(corner, times(along, wide)),
                add(add(corner, times(along, wide)), times(up, tall)),
                add(corner, times(up, tall)),
            ]
            axes = [max(range(3), key=lambda k, d=d: abs(d[k])) for d in (along, up)]
            if turned:
                axes.reverse()
            measures = [(p[axes[0]], p[axes[1]]) for p in places]
            self.four(material, places, [cross(along, up)] * 4, measures)

    def wall(self, material, start, end, height, thick, holes=(), base=0.0, step=0.12):
        """Add a wall between two points of the floor, with openings.

        holes: (from, sill, wide, high, rise); rise: how much of the height is a pointed arch.
        """
        (x0, z0), (x1, z1) = start, end
        along = unit((x1 - x0, 0, z1 - z0))
        inward = times(cross(along, (0, 1, 0)), thick)
        long = length((x1 - x0, 0, z1 - z0))
        cuts = {0.0, long}
        for at, _sill, wide, _high, rise in holes:
            cuts |= {at, at + wide}
            if rise:
                parts = max(6, int(wide / step))
                cuts |= {at + wide * k / parts for k in range(parts)}
        cuts = sorted(cuts)
        for a, b in zip(cuts, cuts[1:], strict=False):
            if b - a < 1e-6:
                continue
            mid, spans, at_y = (a + b) / 2, [], base
            inside = sorted(hole for hole in holes if hole[0] < mid < hole[0] + hole[2])
            inside.sort(key=lambda hole: hole[1])
            for at, sill, wide, high, rise in inside:
                if sill > at_y:
                    spans.append((at_y, sill))
                off = abs((mid - at) / wide * 2 - 1)
                at_y = sill + high - rise + (rise * sqrt(max(0.0, 1 - off**1.7)) if rise else 0)
            if at_y < base + height:
                spans.append((at_y, base + height))
            for low, top in spans:
                corner = (x0 + along[0] * a, low, z0 + along[2] * a)
                self._block(material, corner, times(along, b - a), (0, top - low, 0), inward, a)

    def _block(self, material, corner, along, up, inward, at):
        """Add a block that is part of a wall: the measures go on from block to block."""
        far = add(add(corner, along), inward)
        wide, low = length(along), corner[1]
        back = times(along, -1)
        self.quad(material, corner, along, up, (at, low))
        self.quad(material, far, back, up, (at, low))
        self.quad(material, add(corner, inward), times(inward, -1), up, (at, low))
        self.quad(material, add(corner, along), inward, up, (at + wide, low))
        self.quad(material, add(corner, up), along, inward, (at, 0))
        self.quad(material, add(corner, inward), along, times(inward, -1), (at, 0))

    def lathe(self, material, centre, profile, around=24, axis=(0, 1, 0), soft=True, part=1.0):
        """Add what a lathe makes; profile: (radius, along the axis), from below to above."""
        side, other = sides_of(axis)
        slopes = []
        for k, (_r, _y) in enumerate(profile):
            (r0, y0), (r1, y1) = profile[max(0, k - 1)], profile[min(len(profile) - 1, k + 1)]
            slopes.append(unit((y1 - y0, r0 - r1, 0)))
        shift = self.chance.random() * 20

        def corner(k, i):
            radius, rise = profile[k]
            turn = 2 * pi * part * i / around
            out = add(times(side, cos(turn)), times(other, sin(turn)))
            place = add(add(centre, times(axis, rise)), times(out, radius))
            normal = add(times(out, slopes[k][0]), times(axis, slopes[k][1]))
            return place, normal, (rise + shift, turn * max(0.02, radius) + shift)

        for k in range(len(profile) - 1):
            for i in range(around):
                four = [corner(k, i), corner(k, i + 1), corner(k + 1, i + 1), corner(k + 1, i)]
                places, normals, measures = zip(*four, strict=True)
                if not soft:
                    flat = unit(cross(sub(places[1], places[0]), sub(places[3], places[0])))
                    normals = [flat] * 4
                self.four(material, places, normals, measures)

    def cylinder(self, material, start, end, radius, end_radius=None, around=16):
        """Add a round bar with its two ends."""
        axis, long = unit(sub(end, start)), length(sub(end, start))
        top = radius if end_radius is None else end_radius
        self.lathe(material, start, [(radius, 0), (top, long)], around, axis)
        self.lathe(material, start, [(0.0, 0), (radius, 0)], around, axis, soft=False)
        self.lathe(material, start, [(top, long), (0.0, long)], around, axis, soft=False)

    def ball(self, material, centre, radius, squash=1.0, around=16):
        """Add a ball, flatter or longer by `squash`."""
        steps = around // 2
        profile = [
            (radius * sin(pi * k / steps), -radius * squash * cos(pi * k / steps))
            for k in range(steps + 1)
        ]
        self.lathe(material, centre, profile, around)

    def ring(self, material, centre, radius, thick, wide, around=32, axis=(0, 1, 0)):
        """Add a hoop: a band of some thickness and width round an axis."""
        low, high = -wide / 2, wide / 2
        inner, outer = radius - thick, radius
        profile = [(inner, low), (outer, low), (outer, high), (inner, high), (inner, low)]
        for one, two in zip(profile, profile[1:], strict=False):
            self.lathe(material, centre, [one, two], around, axis, soft=False)

    def wheel(self, wood, iron, centre, radius, axis=(0, 0, 1), spokes=12, newer=None):
        """Add a wheel with spokes; newer: material of one that was put in later."""
        side, other = sides_of(axis)
        self.ring(wood, centre, radius, radius * 0.13, 0.08, 40, axis)
        self.ring(iron, centre, radius * 1.02, radius * 0.025, 0.085, 40, axis)
        hub = [(0.0, -0.17), (0.08, -0.17), (0.115, -0.06), (0.115, 0.06), (0.08, 0.17)]
        hub.append((0.0, 0.17))
        self.lathe(wood, centre, hub, 20, axis)
        for at in (-0.1, 0.1):
            self.ring(iron, add(centre, times(axis, at)), 0.117, 0.02, 0.03, 20, axis)
        for k in range(spokes):
            turn = 2 * pi * k / spokes
            out = add(times(side, cos(turn)), times(other, sin(turn)))
            self.beam(
                newer if newer and k == 2 else wood,
                add(centre, times(out, 0.09)),
                add(centre, times(out, radius * 0.9)),
                0.055,
                0.04,
                up=axis,
            )


class Scene(Model):
    """A model with materials, light and somebody who looks at it."""

    def __init__(self, seed=1):
        super().__init__(seed)
        self.materials, self.lines = [], []

    def material(self, name, kind, a, b=None, scale=1.0, gloss=0.0, glow=0.0, bump=1.0):
        """Name what things are made of; colours are shares of light that is given back."""
        b = b or a
        numbers = " ".join(f"{x:g}" for x in (*a, *b, scale, gloss, glow, bump))
        self.materials.append(name)
        self.lines.append(f"material {name} {kind} {numbers}")
        return name

    def say(self, word, *numbers):
        """Add a line: eye, view, sky, sun, ambient, exposure, haze, area or lamp; see trace.c."""
        self.lines.append(f"{word} " + " ".join(f"{x:g}" for x in numbers))

    def write(self, lines_path, triangles_path):
        """Write what trace.c reads."""
        lines_path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        numbers = array("f")
        places = {name: place for place, name in enumerate(self.materials)}
        for material, *corners in self.triangles:
            for corner in corners:
                numbers.extend(corner)
            numbers.append(places[material])
        with triangles_path.open("wb") as target:
            numbers.tofile(target)
