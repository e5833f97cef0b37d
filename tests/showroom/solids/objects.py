"""GLB files made for tests: a triangle, and what can be wrong with one."""

from copy import deepcopy

import json
import math
import struct
import zlib


def png(side=8):
    """Return a PNG that is `side` pixels wide and high; only its head says so."""

    def part(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IEND", b"")


def jpeg(side=8):
    """Return the head of a JPEG that is `side` pixels wide and high."""
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", side, side) + b"\x01\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04\0\0" + frame + b"\xff\xd9"


PLACES = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)
DOCUMENT = {
    "asset": {"version": "2.0"},
    "scenes": [{"nodes": [0]}],
    "nodes": [{"mesh": 0}],
    "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
    "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}],
    "bufferViews": [{"buffer": 0, "byteLength": 36}],
    "buffers": [{"byteLength": 36}],
}


def container(text, binary=b""):
    """Return the two parts as a GLB, whatever they say."""
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    parts = struct.pack("<II", len(text), 0x4E4F534A) + text
    if binary:
        parts += struct.pack("<II", len(binary), 0x004E4942) + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(parts)) + parts


def glb(changes=(), picture=None, kind="image/png"):
    """Return a GLB with a triangle; changes: (path of names and places, value)."""
    document, binary = deepcopy(DOCUMENT), PLACES
    if picture is not None:
        document["images"] = [{"bufferView": 1, "mimeType": kind}]
        document["bufferViews"].append(
            {"buffer": 0, "byteOffset": len(binary), "byteLength": len(picture)}
        )
        binary += picture
        document["buffers"][0]["byteLength"] = len(binary)
    for path, value in changes:
        at = document
        for name in path[:-1]:
            at = at[name]
        at[path[-1]] = value
    return container(json.dumps(document).encode(), binary)


def ball(rows=120, picture=None):
    """Return a GLB with a ball of 4 × rows² triangles, with normals and points of a picture."""
    columns = 2 * rows
    corners, marks = [], []
    for row in range(rows + 1):
        for column in range(columns + 1):
            down, round_ = math.pi * row / rows, math.pi * column / rows
            high, wide = math.cos(down), math.sin(down)
            corners += (wide * math.cos(round_), high, wide * math.sin(round_))
            marks += (column / columns, row / rows)
    indices = []
    for row in range(rows):
        for column in range(columns):
            at = row * (columns + 1) + column
            below = at + columns + 1
            indices += (at, below, at + 1, at + 1, below, below + 1)
    count = len(marks) // 2
    places = struct.pack(f"<{len(corners)}f", *corners)
    data = [places, places, struct.pack(f"<{len(marks)}f", *marks)]
    data.append(struct.pack(f"<{len(indices)}I", *indices))
    kinds = [(5126, "VEC3", count), (5126, "VEC3", count), (5126, "VEC2", count)]
    kinds.append((5125, "SCALAR", len(indices)))
    document = {**deepcopy(DOCUMENT), "accessors": [], "bufferViews": []}
    attributes = {"POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 2}
    document["meshes"] = [{"primitives": [{"attributes": attributes, "indices": 3}]}]
    for place, (number, kind, many) in enumerate(kinds):
        accessor = {"bufferView": place, "componentType": number, "count": many, "type": kind}
        document["accessors"].append(accessor)
    document["accessors"][0] |= {"min": [-1, -1, -1], "max": [1, 1, 1]}
    if picture is not None:
        data.append(picture)
        document["images"] = [{"bufferView": 4, "mimeType": "image/png"}]
        document["textures"] = [{"source": 0}]
    at = 0
    for part in data:
        document["bufferViews"].append({"buffer": 0, "byteOffset": at, "byteLength": len(part)})
        at += len(part)
    document["buffers"] = [{"byteLength": at}]
    return container(json.dumps(document).encode(), b"".join(data))
