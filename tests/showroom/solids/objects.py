"""GLB files made for tests: a triangle, and what can be wrong with one."""

from copy import deepcopy

import json
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
