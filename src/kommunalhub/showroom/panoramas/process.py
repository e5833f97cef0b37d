"""Starts the program that looks at panoramas and cuts them, and takes what it says."""

from contextlib import contextmanager
from dataclasses import dataclass
from kommunalhub.lib.filetext import limits as reading
from kommunalhub.search.reading import child
from kommunalhub.search.reading.process import as_file
from kommunalhub.showroom.panoramas import rules
from tempfile import TemporaryFile
from threading import BoundedSemaphore


PROGRAM = "kommunalhub.showroom.panoramas.program"
MEGABYTE = reading.MEGABYTE
#: A picture of rules.MOST_WIDTH takes 400 MB unpacked, twice that when it has to be turned.
LOOK = reading.ReadingLimits(memory=1024 * MEGABYTE, cpu=30, wall=45, text=1000)
CUT = reading.ReadingLimits(memory=1280 * MEGABYTE, cpu=240, wall=420, text=100_000)
#: So many pictures are looked at at once in a process.
looking = BoundedSemaphore(2)
#: A piece is never so many bytes, nor are there so many.
MOST_BYTES, MOST_PIECES = 4 * MEGABYTE, 2000


@dataclass
class Cutting:
    """What came of cutting: the size, rules.Levels, and where each piece stands in the pack.

    pieces: {name: (offset, bytes)}; pack: file open for reading; memory: bytes that it took.
    """

    width: int
    height: int
    levels: tuple
    pieces: dict
    pack: object
    memory: int | None = None


def look(stream):
    """Return {kind, width, height, orientation} of a picture; raises rules.BadPanorama.

    stream: open for reading bytes.
    """
    stream.seek(0)
    with looking, as_file(stream) as file:
        arguments = ["look", "--limits", LOOK.as_text()]
        lines = _lines(*child.run(PROGRAM, arguments, file, LOOK)[:2])
    facts = next((said["facts"] for said in lines if "facts" in said), None)
    if facts is None:
        raise rules.BadPanorama(rules.UNSAFE)
    return facts


@contextmanager
def cut(stream, told=None):
    """Yield the Cutting of a panorama; raises rules.BadPanorama. told: called with percents."""
    stream.seek(0)
    with as_file(stream) as file, TemporaryFile() as pack:
        number = pack.fileno()
        arguments = ["cut", "--limits", CUT.as_text(), "--pack", str(number)]
        heard = Progress(told).hear if told is not None else None
        run = child.run(PROGRAM, arguments, file, CUT, files=(number,), heard=heard)
        cutting = _cutting(_lines(*run[:2]), pack)
        pack.seek(0)
        yield cutting


class Progress:
    """Hears what the program writes and tells how far it is, each tenth of the way once."""

    def __init__(self, told):
        self.told, self.rest, self.last = told, b"", 0

    def hear(self, block):
        *lines, self.rest = (self.rest + block).split(b"\n")
        percents = [said.get("percent") for line in lines if (said := child.said(line))]
        at = max((one for one in percents if type(one) is int), default=0)
        if at // 10 > self.last // 10:
            self.last = at
            self.told(min(at, 99))


def _lines(written, why):
    """Return what the program said, line by line; raises BadPanorama for what went wrong."""
    lines = child.all_said(written)
    end = child.end_said(lines)
    if end is None:
        raise rules.BadPanorama(rules.HEAVY if why else rules.UNSAFE)
    if end.get("problem") is not None:
        problem = end["problem"] if end["problem"] in rules.PROBLEMS else rules.UNSAFE
        raise rules.BadPanorama(problem, end.get("width"), end.get("height"))
    return lines


def _cutting(lines, pack):
    """Return the Cutting that lines tell of; raises BadPanorama unless each piece is there."""
    size = next((said["cut"] for said in lines if "cut" in said), {})
    memory = next((said["end"].get("memory") for said in lines if "end" in said), None)
    try:
        width, height = int(size["width"]), int(size["height"])
        rules.check(width, height)
    except (KeyError, TypeError, ValueError) as error:
        raise rules.BadPanorama(rules.UNSAFE) from error
    levels, pieces, offset = rules.levels_of(width), {}, 0
    for said in lines[:MOST_PIECES]:
        if "piece" in said:
            length = said.get("length")
            if type(length) is not int or not 0 < length < MOST_BYTES:
                raise rules.BadPanorama(rules.UNSAFE)
            pieces[said["piece"]] = (offset, length)
            offset += length
    wanted = set(rules.PICTURES)
    for number, level in enumerate(levels):
        wanted |= {rules.piece_name(number, col, row) for col, row, _box in rules.tiles_of(level)}
    if set(pieces) != wanted or pack.seek(0, 2) != offset:
        raise rules.BadPanorama(rules.UNSAFE)
    return Cutting(width, height, levels, pieces, pack, memory)
