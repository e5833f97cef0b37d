"""Pictures without what cameras and programs write into them: place, device, names, previews. Pure.

Nothing is unpacked: a JPEG, PNG or WebP is a row of parts, and those that hold no points and no
colours are left out. The one thing of them that is kept is how the picture is turned.
"""

from kommunalhub.showroom.panoramas.rules import BadPanorama
from kommunalhub.showroom.panoramas.rules import BROKEN
from kommunalhub.showroom.panoramas.rules import KIND

import re
import struct
import zlib


ORIENTATION = 0x0112
#: So many entries of a directory of tags are looked at.
MOST_TAGS = 500
EXIF = b"Exif\0\0"
#: In the points of a JPEG only these follow FF without being a part of their own.
_NEXT = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
#: Parts of a JPEG that programs and cameras put their own into, and how those begin that are kept.
_JPEG_TOLD, NEVER = {*range(0xE0, 0xF0), 0xFE}, b"\0no part begins so"
_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"cICP", b"pHYs"}
_WEBP_KEPT = {b"VP8X", b"ICCP", b"ALPH", b"VP8 ", b"VP8L"}
#: Flags of VP8X for parts that are left out.
_XMP, _EXIF = 0x04, 0x08


def bare(data):
    """Return (orientation, parts, is_bare) of a picture as bytes or mmap.

    parts: bytes and (start, end) of what is kept, in order. is_bare: nothing was left out.
    Raises BadPanorama for what is broken or no picture.
    """
    head = bytes(data[:12])
    if head.startswith(b"\xff\xd8\xff"):
        read = _jpeg
    elif head.startswith(PNG):
        read = _png
    elif head[:4] == b"RIFF" and head[8:] == b"WEBP":
        read = _webp
    else:
        raise BadPanorama(KIND)
    try:
        return read(data)
    except (IndexError, struct.error) as error:
        raise BadPanorama(BROKEN) from error


def joined(data, parts):
    """Yield the bytes of parts."""
    for part in parts:
        yield part if isinstance(part, bytes) else data[part[0] : part[1]]


def orientation_of(exif):
    """Return how a picture is turned (1 to 8) by its EXIF; 1 where that says nothing sensible."""
    try:
        order = {b"II*\0": "<", b"MM\0*": ">"}[exif[:4]]
        (begin,) = struct.unpack_from(f"{order}I", exif, 4)
        (number,) = struct.unpack_from(f"{order}H", exif, begin)
        for at in range(begin + 2, begin + 2 + min(number, MOST_TAGS) * 12, 12):
            tag, kind, count, value = struct.unpack_from(f"{order}HHIH", exif, at)
            if tag == ORIENTATION:
                return value if (kind, count) == (3, 1) and 1 <= value <= 8 else 1
    except (KeyError, struct.error):
        pass
    return 1


def exif_of(orientation):
    """Return an EXIF that says how a picture is turned and nothing else."""
    return struct.pack("<4sIHHHIHHI", b"II*\0", 8, 1, ORIENTATION, 3, 1, orientation, 0, 0)


def _jpeg(data):
    orientation, kept, left_out, at, size = 1, [], False, 2, len(data)
    while True:
        found = _NEXT.search(data, at)
        if found is None:
            raise BadPanorama(BROKEN)
        points = (at, found.start())
        if points[1] > points[0] and kept:
            kept.append(points)  # what stands between two parts: points of the picture
        marker, at = data[found.start() + 1], found.end()
        if marker == 0xD9:
            break
        if marker in (0x01, 0xD8):
            continue
        (length,) = struct.unpack(">H", data[at : at + 2])
        begin, end = found.start(), at + length
        if length < 2 or end > size:
            raise BadPanorama(BROKEN)
        start = bytes(data[at + 2 : at + 14])
        at = end
        if marker not in _JPEG_TOLD or start.startswith(_JPEG_KEPT.get(marker, NEVER)):
            kept.append((begin, end))
        elif marker == 0xE1 and start.startswith(EXIF):
            exif = bytes(data[begin + 10 : end])
            orientation = orientation_of(exif)
            left_out = left_out or exif != exif_of(orientation)
        else:
            left_out = True
    turned = []
    if orientation != 1:
        exif = EXIF + exif_of(orientation)
        turned = [b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif]
    is_bare = not left_out and size == found.end()
    return orientation, [b"\xff\xd8", *turned, *kept, b"\xff\xd9"], is_bare


def _png(data):
    orientation, kept, left_out, at, size = 1, [], False, len(PNG), len(data)
    while True:
        length, name = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if end > size:
            raise BadPanorama(BROKEN)
        (crc,) = struct.unpack(">I", data[end - 4 : end])
        with memoryview(data) as view, view[at + 4 : end - 4] as body:
            if zlib.crc32(body) != crc:
                raise BadPanorama(BROKEN)
        if name == b"eXIf":
            exif = bytes(data[at + 8 : end - 4])
            orientation = orientation_of(exif)
            left_out = left_out or exif != exif_of(orientation)
        elif name[0] & 0x20 and name not in _PNG_KEPT:
            left_out = True
        else:
            kept.append((at, end))
        at = end
        if name == b"IEND":
            break
    turned = [_chunk(b"eXIf", exif_of(orientation))] if orientation != 1 else []
    return orientation, [PNG, *kept[:1], *turned, *kept[1:]], not left_out and at == size


def _chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _webp(data):
    (said,) = struct.unpack("<I", data[4:8])
    orientation, kept, left_out, at, size = 1, [], False, 12, said + 8
    if size > len(data):
        raise BadPanorama(BROKEN)
    while at + 8 <= size:
        name, length = struct.unpack("<4sI", data[at : at + 8])
        end = at + 8 + length + (length & 1)
        if at + 8 + length > size:
            raise BadPanorama(BROKEN)
        if name == b"EXIF":
            exif = bytes(data[at + 8 : at + 8 + length]).removeprefix(EXIF)
            orientation = orientation_of(exif)
            left_out = left_out or exif != exif_of(orientation)
        elif name in _WEBP_KEPT:
            kept.append((name, at, min(end, size)))
        else:
            left_out = True
        at = end
    if not any(name in (b"VP8 ", b"VP8L") for name, _begin, _end in kept):
        raise BadPanorama(BROKEN)
    parts = [_webp_part(data, *part, orientation) for part in kept]
    is_extended = kept[0][0] == b"VP8X"
    if orientation != 1 and is_extended:
        exif = exif_of(orientation)
        parts.append(b"EXIF" + struct.pack("<I", len(exif)) + exif)
    length = 4 + sum(len(part) if isinstance(part, bytes) else part[1] - part[0] for part in parts)
    head = b"RIFF" + struct.pack("<I", length) + b"WEBP"
    is_bare = not left_out and size == len(data)
    return orientation if is_extended else 1, [head, *parts], is_bare


def _webp_part(data, name, begin, end, orientation):
    """Return a part; the first one of an extended file says what else there is."""
    if name != b"VP8X":
        return (begin, end)
    part = bytearray(data[begin:end])
    part[8] &= ~(_XMP | _EXIF)
    part[8] |= _EXIF if orientation != 1 else 0
    return bytes(part)
