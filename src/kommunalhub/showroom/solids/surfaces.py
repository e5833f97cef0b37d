"""What a GLB holds: the surfaces of a document, and the numbers of its binary part. Pure."""

from dataclasses import dataclass
from dataclasses import field
from kommunalhub.showroom.solids import rules

import struct


#: Signs of `struct` for kinds of numbers.
FORMATS = {5120: "b", 5121: "B", 5122: "h", 5123: "H", 5125: "I", 5126: "f"}
INDICES = "indices"


def primitives_of(document: dict) -> list[dict]:
    """Return all surfaces of a document."""
    return [one for mesh in document["meshes"] for one in mesh["primitives"]]


@dataclass(frozen=True)
class Values:
    """Where the values of an accessor stand. start is None for one of zeros alone."""

    start: int | None
    stride: int
    size: int
    count: int
    number: str
    width: int

    def piece(self, binary: bytes, at: int) -> bytes:
        if self.start is None:
            return bytes(self.size)
        begin = self.start + at * self.stride
        return binary[begin : begin + self.size]

    def numbers(self, binary: bytes) -> list[tuple]:
        """Return all values as tuples of numbers."""
        if self.start is None:
            return [(0,) * self.width] * self.count
        unpack = struct.Struct(f"<{self.width}{self.number}").unpack_from
        end = self.start + self.count * self.stride
        return [unpack(binary, at) for at in range(self.start, end, self.stride)]


@dataclass
class Whole:
    """A document with its binary part."""

    document: dict
    binary: bytes
    views: list = field(init=False)

    def __post_init__(self):
        self.views = rules.checked_views(self.document, len(self.binary))

    def values(self, number: int) -> Values:
        told = self.document["accessors"][number]
        width, kind = rules.WIDTHS[told["type"]], told["componentType"]
        size = rules.SIZES[kind] * width
        start, stride = None, size
        if "bufferView" in told:
            begin, _size, apart = self.views[told["bufferView"]]
            start, stride = begin + told.get("byteOffset", 0), apart or size
        return Values(start, stride, size, told["count"], FORMATS[kind], width)

    def primitives(self) -> list[dict]:
        return primitives_of(self.document)

    def corners(self, primitive: dict) -> int:
        number = primitive.get(INDICES, primitive["attributes"]["POSITION"])
        return self.document["accessors"][number]["count"]
