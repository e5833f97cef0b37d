"""The size of a picture in a 3D object, from its first bytes. Pure.

Source: PNG (W3C) 11.2.1 IHDR; JPEG (ITU-T T.81) B.2.2 frame header.
"""

from kommunalhub.showroom.solids.values import Refused

import struct


KINDS = ("image/png", "image/jpeg")
MOST_SIDE = 2048
#: How many nodes may hang below each other.
DEEPEST = 64
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
#: Markers of JPEG that begin a frame, and those that stand alone.
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
ALONE = {0x01, *range(0xD0, 0xD8)}


def side_of(data: bytes, kind: str) -> int:
    """Return the longer side in pixels; raise Refused where it is too long or nobody can say."""
    wide, high = _png(data) if kind == "image/png" else _jpeg(data)
    if not wide or not high:
        raise Refused("texture_broken")
    side = max(wide, high)
    if side > MOST_SIDE:
        raise Refused("texture_large", side=side, limit=MOST_SIDE)
    return side


def _png(data):
    if not data.startswith(PNG) or data[12:16] != b"IHDR" or len(data) < 33:
        raise Refused("texture_broken")
    return struct.unpack_from(">II", data, 16)


def _jpeg(data):
    if not data.startswith(JPEG):
        raise Refused("texture_broken")
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise Refused("texture_broken")
        marker = data[at + 1]
        if marker == 0xFF or marker in ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        (size,) = struct.unpack_from(">H", data, at + 2)
        if size < 2:
            raise Refused("texture_broken")
        if marker in FRAMES:
            if at + 9 > len(data):
                break
            high, wide = struct.unpack_from(">HH", data, at + 5)
            return wide, high
        at += 2 + size
    raise Refused("texture_broken")
