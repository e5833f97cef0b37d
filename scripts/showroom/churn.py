"""The 3D object: a butter churn of staves, with hoops, lid and plunger.

`write(path)` makes a GLB with one texture of wood; the same model is drawn for the described views.
"""

from math import cos
from math import pi
from math import sin
from modelling import Model
from modelling import Scene
from PIL import Image

import io
import json
import random
import struct


STAVES = 14
HIGH, FOOT, NECK = 0.62, 0.17, 0.115
#: Name of a material: (colour, how rough, how much of metal, has grain).
MATERIALS = {
    "wood": ((0.62, 0.42, 0.25), 0.75, 0.0, True),
    "pale": ((0.84, 0.67, 0.45), 0.7, 0.0, True),
    "dark": ((0.25, 0.16, 0.1), 0.85, 0.0, True),
    "hoop": ((0.2, 0.19, 0.18), 0.55, 0.6, False),
}


def radius(y):
    return FOOT + (NECK - FOOT) * (y / HIGH) ** 0.9


def churn(model):
    """Add a churn to a model; it stands on the floor around the middle."""
    rows = [HIGH * k / 8 for k in range(9)]
    for stave in range(STAVES):
        low, top = 2 * pi * (stave + 0.03) / STAVES, 2 * pi * (stave + 0.97) / STAVES
        long = HIGH + (0.012 if stave % 2 else 0.0)
        ys = [long * y / HIGH for y in rows]
        name = "pale" if stave == 3 else "wood"
        for y0, y1 in zip(ys, ys[1:], strict=False):
            for a, b in ((low, (low + top) / 2), ((low + top) / 2, top)):
                corners = [(a, y0), (b, y0), (b, y1), (a, y1)]
                mid = (low + top) / 2
                places, normals, measures = [], [], []
                for turn, y in corners:
                    r = radius(y) * (1 - 0.012 * (abs(turn - mid) / (pi / STAVES)) ** 2)
                    places.append((r * cos(turn), y, r * sin(turn)))
                    normals.append((cos(turn), 0.1, sin(turn)))
                    measures.append((y + stave * 0.7, turn * r + stave * 0.31))
                model.four(name, places, normals, measures)
        r0, r1 = radius(0) * 0.985, radius(long)
        for turn in (low, top):  # the sides of the stave, seen in the gap
            inner = [(r0 - 0.02, 0), (r0, 0), (r1, long), (r1 - 0.02, long)]
            model.four(
                "dark",
                [(r * cos(turn), y, r * sin(turn)) for r, y in inner],
                [(-sin(turn), 0, cos(turn))] * 4,
                [(y, r) for r, y in inner],
            )
    model.lathe("dark", (0, 0, 0), [(0.0, 0.02), (FOOT - 0.02, 0.02)], 28, soft=False)
    inside = [(radius(y) - 0.022, y) for y in rows]
    model.lathe("dark", (0, 0, 0), inside, 28)
    rim = [(NECK - 0.022, HIGH), (NECK - 0.002, HIGH)]
    model.lathe("wood", (0, 0, 0), rim, 28, soft=False)
    for y in (0.05, 0.2, 0.42, 0.57):
        r = radius(y) + 0.004
        model.ring("hoop", (0, y, 0), r, 0.006, 0.026, 36)
        model.ball("hoop", (r * cos(0.4), y, r * sin(0.4)), 0.006, around=8)
    for side in (-1, 1):  # two ears to carry it by
        x = side * (radius(0.5) + 0.012)
        model.beam("wood", (x, 0.44, 0), (x + side * 0.004, 0.56, 0), 0.075, 0.03, up=(0, 0, 1))
        model.ring("dark", (x + side * 0.016, 0.51, 0), 0.018, 0.018, 0.004, 16, (1, 0, 0))
    lid = [(0.0, -0.02), (NECK - 0.026, -0.02), (NECK - 0.024, 0.012), (NECK + 0.012, 0.012)]
    lid += [(NECK + 0.012, 0.034), (0.034, 0.042), (0.034, 0.075), (0.02, 0.08), (0.017, 0.03)]
    for one, two in zip(lid, lid[1:], strict=False):
        model.lathe("pale", (0, HIGH, 0), [one, two], 30, soft=False)
    model.cylinder("pale", (0, 0.08, 0), (0, 1.12, 0), 0.0145, 0.0125, 16)
    model.lathe("pale", (0, 1.11, 0), [(0.013, 0), (0.026, 0.018), (0.024, 0.038), (0, 0.048)], 18)
    for turn in (0.0, pi / 2):  # the cross at the foot of the plunger
        a, b = 0.085 * cos(turn), 0.085 * sin(turn)
        model.beam("pale", (-a, 0.09, -b), (a, 0.09, b), 0.03, 0.02, up=(0, 1, 0))
    return model


def scene(view):
    """Return the churn on a table, lit for a described view: (eye, target, fov)."""
    made = Scene(41)
    made.material("wood", "wood", (0.16, 0.09, 0.045), (0.38, 0.23, 0.12), 5.0, bump=0.5)
    made.material("pale", "wood", (0.32, 0.21, 0.11), (0.55, 0.4, 0.22), 5.0, bump=0.5)
    made.material("dark", "wood", (0.05, 0.03, 0.018), (0.1, 0.065, 0.04), 5.0)
    made.material("hoop", "plain", (0.055, 0.05, 0.048), (0.1, 0.075, 0.06), gloss=0.12)
    made.material("table", "wood", (0.1, 0.065, 0.04), (0.2, 0.135, 0.085), 0.22, gloss=0.02)
    made.material("back", "plaster", (0.5, 0.55, 0.55), (0.4, 0.46, 0.47))
    churn(made)
    made.box("table", (-1.4, -0.06, -0.75), (1.4, 0, 0.75), grain=0)
    made.quad("back", (-6, -2, -1.9), (12, 0, 0), (0, 8, 0))
    eye, target, fov = view
    made.say("eye", *eye), made.say("view", *target, fov)
    made.say("sky", 0.5, 0.55, 0.6, 0.55, 0.58, 0.6, 0, 0.35)
    made.say("area", -1.5, 0.4, 3.3, -1.1, 0, -1.1, 0, 1.8, 0, 16, 15, 13.4)
    made.say("area", 2.4, 0.6, 0.6, -0.4, 0, 1.0, 0, 1.2, 0, 7, 7.6, 8.6)
    made.say("area", -0.8, 2.6, 0.4, 1.6, 0, 0, 0, 0, 1.2, 5, 5, 5)
    made.say("ambient", 0.2, 0.2, 0.2), made.say("exposure", 1.25)
    return made


#: Described views: {name: (eye, what it looks at, field of view in degrees)}.
VIEWS = {
    "von-vorn": ((0, 0.75, 2.9), (0, 0.58, 0), 36),
    "von-oben": ((0.75, 1.95, 1.25), (0, 0.6, 0), 40),
    "die-dauben": ((0.62, 0.32, 0.72), (0, 0.28, 0), 44),
}


def wood(side=256, seed=5):
    """Return a texture of wood as a PNG: grain along the first direction, in grey."""
    chance = random.Random(seed)
    picture = Image.new("L", (side, side))
    tone = [0.0] * side
    value = 0.0
    for row in range(side):
        value = 0.75 * value + chance.gauss(0, 0.12)
        tone[row] = value
    dots = picture.load()
    for row in range(side):
        drift = 0.0
        for at in range(side):
            drift = 0.93 * drift + chance.gauss(0, 0.018)
            edge = min(at, side - 1 - at) / 24
            here = 0.86 + tone[row] * 0.4 + drift * min(1, edge)
            dots[at, row] = max(70, min(255, int(235 * here)))
    made = io.BytesIO()
    picture.quantize(24).save(made, "PNG", optimize=True)
    return made.getvalue()


def write(path):
    """Write the churn as GLB."""
    model = churn(Model(41))
    by_material = {name: [] for name in MATERIALS}
    for name, *corners in model.triangles:
        by_material[name].extend(tuple(round(x, 4) for x in corner) for corner in corners)
    binary, views, accessors, primitives = bytearray(), [], [], []

    def part(data, target=None):
        while len(binary) % 4:
            binary.append(0)
        views.append({"buffer": 0, "byteOffset": len(binary), "byteLength": len(data)})
        if target:
            views[-1]["target"] = target
        binary.extend(data)
        return len(views) - 1

    def accessor(view, kind, of, count, **more):
        accessors.append(
            {"bufferView": view, "componentType": kind, "type": of, "count": count, **more}
        )
        return len(accessors) - 1

    for number, (name, corners) in enumerate(by_material.items()):
        places = {corner: place for place, corner in enumerate(dict.fromkeys(corners))}
        unique = list(places)
        spots = [corner[:3] for corner in unique]
        attributes = {
            "POSITION": accessor(
                part(b"".join(struct.pack("<3f", *spot) for spot in spots), 34962),
                *(5126, "VEC3", len(unique)),
                min=[min(spot[k] for spot in spots) for k in range(3)],
                max=[max(spot[k] for spot in spots) for k in range(3)],
            )
        }
        normals = b"".join(struct.pack("<4b", *_packed(corner[3:6]), 0) for corner in unique)
        view = part(normals, 34962)
        views[view]["byteStride"] = 4
        attributes["NORMAL"] = accessor(view, 5120, "VEC3", len(unique), normalized=True)
        if MATERIALS[name][3]:
            measures = b"".join(struct.pack("<2f", c[6] * 2.5, c[7] * 5) for c in unique)
            attributes["TEXCOORD_0"] = accessor(part(measures, 34962), 5126, "VEC2", len(unique))
        order = b"".join(struct.pack("<H", places[corner]) for corner in corners)
        drawn = accessor(part(order, 34963), 5123, "SCALAR", len(corners))
        primitives.append({"attributes": attributes, "indices": drawn, "material": number})
    picture = part(wood())
    materials = []
    for name, (colour, rough, metal, grained) in MATERIALS.items():
        surface = {
            "baseColorFactor": [*colour, 1.0],
            "roughnessFactor": rough,
            "metallicFactor": metal,
        }
        if grained:
            surface["baseColorTexture"] = {"index": 0}
        materials.append({"name": name, "pbrMetallicRoughness": surface, "doubleSided": True})
    document = {
        "asset": {"version": "2.0", "generator": "kommunalhub scripts/showroom"},
        "extensionsUsed": ["KHR_mesh_quantization"],
        "extensionsRequired": ["KHR_mesh_quantization"],
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": "Butterfass"}],
        "meshes": [{"primitives": primitives}],
        "materials": materials,
        "textures": [{"source": 0, "sampler": 0}],
        "samplers": [{"wrapS": 10497, "wrapT": 10497}],
        "images": [{"bufferView": picture, "mimeType": "image/png"}],
        "accessors": accessors,
        "bufferViews": views,
        "buffers": [{"byteLength": len(binary)}],
    }
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    document_part = struct.pack("<II", len(text), 0x4E4F534A) + text
    binary_part = struct.pack("<II", len(binary), 0x004E4942) + bytes(binary)
    whole = document_part + binary_part
    path.write_bytes(struct.pack("<4sII", b"glTF", 2, 12 + len(whole)) + whole)


def _packed(normal):
    long = sum(x * x for x in normal) ** 0.5 or 1.0
    return [max(-127, min(127, round(127 * x / long))) for x in normal]
