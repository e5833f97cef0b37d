"""What a film or a recording is, by its content: MP4 and M4A, WebM, MP3, Ogg. Pure.

Only the heads of boxes are read, a bounded number of them, never the points or the sound.
"""

from dataclasses import dataclass
from kommunalhub.showroom.films.webm import read_webm

import os
import struct


KIND, QUICKTIME, BROKEN, CODEC, NO_PICTURE, NO_SOUND = (
    *("kind", "quicktime", "broken", "codec"),
    *("no_picture", "no_sound"),
)
EMPTY = "empty"
PROBLEMS = (EMPTY, KIND, QUICKTIME, BROKEN, CODEC, NO_PICTURE, NO_SOUND)
#: Boxes that are looked at, in all, and how deep they may stand in each other.
MOST_BOXES, DEEPEST = 20_000, 8
#: Bytes of a box whose content is read.
MOST_BYTES = 4096
PICTURES = {"avc1", "avc3", "vp08", "vp09", "av01"}
SOUNDS = {"mp4a", "Opus", ".mp3", "fLaC", "ac-3", "ec-3"}
_AROUND = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
#: Where programs and telephones write who made it, with what and where.
_TOLD = {b"udta", b"meta", b"uuid"}
_TOP = {
    *(b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot", b"styp", b"sidx", b"moof"),
    *(b"mfra", b"emsg", b"prft", b"meta", b"uuid", b"pdin", b"udta"),
}


class BadFilm(Exception):
    """A file that is not taken; `problem`: one of PROBLEMS; codec: which one nobody plays."""

    def __init__(self, problem, codec=""):
        super().__init__(problem)
        self.problem, self.codec = problem, codec


@dataclass(frozen=True)
class Facts:
    """What is known of a film or recording.

    kind: "mp4", "webm", "mp3", "ogg". seconds: None where it does not tell. told: (where its name
    stands, start, end) of each box that tells who made it, with what and where.
    """

    kind: str
    has_picture: bool
    has_sound: bool
    seconds: int | None = None
    told: tuple = ()

    @property
    def media_type(self):
        return f"{'video' if self.has_picture else 'audio'}/{TYPES.get(self.kind, self.kind)}"


TYPES = {"mp3": "mpeg"}


def facts_of(file):
    """Return the Facts of a file that is open for reading bytes; raises BadFilm."""
    size = file.seek(0, os.SEEK_END)
    if not size:
        raise BadFilm(EMPTY)
    file.seek(0)
    head = file.read(64).ljust(64, b"\0")
    if head[4:8] == b"ftyp" or head[4:8] in (b"moov", b"mdat", b"wide"):
        return _Mp4(file, size).facts()
    if head.startswith(b"\x1aE\xdf\xa3"):
        return _of_webm(file, size)
    if head.startswith(b"OggS"):
        if b"OpusHead" in head or b"vorbis" in head:
            return Facts("ogg", False, True)
        raise BadFilm(KIND)
    if head.startswith(b"ID3") or (head[0] == 0xFF and head[1] & 0xE6 == 0xE2):
        return Facts("mp3", False, True)
    raise BadFilm(KIND)


def check_film(file):
    """Return the Facts of a file with moving pictures, or of a recording; raises BadFilm."""
    facts = facts_of(file)
    if not (facts.has_picture or facts.has_sound):
        raise BadFilm(BROKEN)
    return facts


def check_sound(file):
    """Return the Facts of a file with sound; raises BadFilm."""
    facts = facts_of(file)
    if not facts.has_sound:
        raise BadFilm(NO_SOUND)
    return facts


def _of_webm(file, size):
    try:
        found = read_webm(file, size)
    except (ValueError, struct.error) as error:
        raise BadFilm(BROKEN) from error
    if found.doctype != "webm":
        raise BadFilm(KIND)
    if found.foreign:
        raise BadFilm(CODEC, found.foreign)
    return Facts("webm", found.has_picture, found.has_sound, found.seconds)


class _Mp4:
    """Walks the boxes of an MP4."""

    def __init__(self, file, size):
        self.file, self.size = file, size
        self.left = MOST_BOXES
        self.seen, self.told = set(), []
        self.handler, self.codecs, self.seconds = None, [], None

    def facts(self):
        self.walk(0, self.size, 0)
        if not ({b"moov"} <= self.seen and self.seen & {b"mdat", b"moof"}):
            raise BadFilm(BROKEN)
        pictures = [code for kind, code in self.codecs if kind == b"vide"]
        sounds = [code for kind, code in self.codecs if kind == b"soun"]
        for codes, played in ((pictures, PICTURES), (sounds, SOUNDS)):
            for code in codes:
                if code not in played:
                    raise BadFilm(CODEC, code if code.isprintable() else "")
        return Facts("mp4", bool(pictures), bool(sounds), self.seconds, tuple(self.told))

    def walk(self, at, end, depth):
        while at + 8 <= end:
            self.left -= 1
            if self.left < 0 or depth > DEEPEST:
                raise BadFilm(BROKEN)
            length, name = struct.unpack(">I4s", self.bytes(at, 8))
            head = 8
            if length == 1:
                (length,) = struct.unpack(">Q", self.bytes(at + 8, 8))
                head = 16
            elif length == 0 and depth == 0:
                length = end - at
            if length < head or at + length > end:
                raise BadFilm(BROKEN)
            self.box(name, at, at + head, at + length, depth)
            at += length
        if at != end and depth == 0:
            raise BadFilm(BROKEN)

    def box(self, name, at, begin, end, depth):
        self.seen.add(name)
        if depth == 0 and name not in _TOP:
            raise BadFilm(BROKEN)
        if name == b"ftyp" and self.bytes(begin, 4) == b"qt  ":
            raise BadFilm(QUICKTIME)
        if name in _TOLD:
            self.told.append((at + 4, begin, end))
        elif name in _AROUND:
            if name == b"trak":
                self.handler = None
            self.walk(begin, end, depth + 1)
        elif name == b"mvhd" and depth == 1:
            self.seconds = self.duration(begin, end)
        elif name == b"hdlr":
            self.handler = self.bytes(begin + 8, 4)
        elif name == b"stsd":
            code = self.bytes(begin, min(end - begin, 16))[12:16]
            if len(code) == 4:
                self.codecs.append((self.handler, code.decode("latin-1")))

    def duration(self, begin, end):
        data = self.bytes(begin, min(end - begin, 40))
        form, at = (">IQ", 20) if data[:1] == b"\x01" else (">II", 12)
        if len(data) < at + struct.calcsize(form):
            raise BadFilm(BROKEN)
        scale, length = struct.unpack_from(form, data, at)
        return length // scale if scale and length // scale < 24 * 3600 else None

    def bytes(self, at, number):
        self.file.seek(at)
        found = self.file.read(min(number, MOST_BYTES))
        if len(found) < number:
            raise BadFilm(BROKEN)
        return found
