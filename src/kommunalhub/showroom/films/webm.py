"""The head of a WebM file (EBML): what kind it is, which tracks it has, how long it is. Pure."""

from dataclasses import dataclass

import struct


EBML, DOCTYPE = 0x1A45DFA3, 0x4282
SEGMENT, INFO, TRACKS, CLUSTER = 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675
SCALE, DURATION = 0x2AD7B1, 0x4489
TRACK, CODEC = 0xAE, 0x86
PICTURES, SOUNDS = {"V_VP8", "V_VP9", "V_AV1"}, {"A_OPUS", "A_VORBIS"}
#: Elements that are looked at, and bytes of one whose content is read.
MOST, MOST_BYTES = 2000, 65_536


@dataclass
class Webm:
    """What the head tells; foreign: a codec that browsers do not play."""

    doctype: str = ""
    has_picture: bool = False
    has_sound: bool = False
    seconds: int | None = None
    foreign: str = ""


def read_webm(file, size):
    """Return the Webm of a file that is open for reading bytes; raises ValueError."""
    found, at = Webm(), 0
    name, begin, end = _head(file, at, size)
    if name != EBML:
        raise ValueError("no head")
    for inner, value, _size in _inside(_content(file, begin, end)):
        if inner == DOCTYPE:
            found.doctype = value.decode("ascii", "replace").strip("\0")
    name, at, end = _head(file, end, size)
    if name != SEGMENT:
        raise ValueError("no segment")
    has_tracks = has_cluster = False
    for _number in range(MOST):
        if at >= end or (has_tracks and has_cluster):
            break
        name, begin, stop = _head(file, at, end)
        if name == INFO:
            found.seconds = _seconds(_content(file, begin, stop))
        elif name == TRACKS:
            has_tracks = True
            _tracks(_content(file, begin, stop), found)
        has_cluster = has_cluster or name == CLUSTER
        at = stop
    if not (has_tracks and has_cluster):
        raise ValueError("no tracks")
    return found


def _seconds(data):
    scale, length = 1_000_000, None
    for name, value, _size in _inside(data):
        if name == SCALE:
            scale = int.from_bytes(value, "big")
        elif name == DURATION and len(value) in (4, 8):
            (length,) = struct.unpack(">f" if len(value) == 4 else ">d", value)
    if length is None or not 0 <= length * scale < 24 * 3600 * 10**9:
        return None
    return int(length * scale // 10**9)


def _tracks(data, found):
    for name, track, _size in _inside(data):
        if name != TRACK:
            continue
        for inner, value, _length in _inside(track):
            if inner == CODEC:
                codec = value.decode("ascii", "replace").strip("\0")
                found.has_picture = found.has_picture or codec in PICTURES
                found.has_sound = found.has_sound or codec in SOUNDS
                if codec not in PICTURES | SOUNDS and codec[:2] in ("V_", "A_"):
                    found.foreign = codec[:20]


def _head(file, at, limit):
    """Return (name, where the content begins, where it ends) of the element at a place."""
    file.seek(at)
    data = file.read(12)
    name, width = _number(data, 0, is_name=True)
    length, more = _number(data, width)
    begin = at + width + more
    is_unknown = length == (1 << 7 * more) - 1
    end = limit if is_unknown else begin + length
    if end > limit:
        raise ValueError("cut short")
    return name, begin, end


def _number(data, at, is_name=False):
    """Return (number, its bytes) as EBML writes it: the first bit that is set tells how long."""
    if at >= len(data) or not data[at]:
        raise ValueError("no number")
    width = 9 - data[at].bit_length()
    value = int.from_bytes(data[at : at + width], "big")
    if at + width > len(data) or (is_name and width > 4):
        raise ValueError("no number")
    return (value if is_name else value & ((1 << 7 * width) - 1)), width


def _content(file, begin, end):
    file.seek(begin)
    return file.read(min(end - begin, MOST_BYTES))


def _inside(data):
    """Yield (name, value, its bytes) of the elements in a piece; stops where it is cut."""
    at = 0
    for _count in range(MOST):
        if at >= len(data):
            return
        name, width = _number(data, at, is_name=True)
        length, more = _number(data, at + width)
        at += width + more
        yield name, data[at : at + length], length
        at += length
