"""A 3D object with fewer triangles and smaller pictures, for phones. Pure.

What is drawn otherwise than as single triangles, or moves by itself, stays as it is.
"""

from collections.abc import Callable
from copy import deepcopy
from kommunalhub.showroom.solids import rules
from kommunalhub.showroom.solids.grids import Coarse
from kommunalhub.showroom.solids.grids import coarse
from kommunalhub.showroom.solids.surfaces import FORMATS
from kommunalhub.showroom.solids.surfaces import INDICES
from kommunalhub.showroom.solids.surfaces import primitives_of
from kommunalhub.showroom.solids.surfaces import Whole

import json
import struct


#: So many triangles a phone gets at most, where they can be thinned.
MOST_TRIANGLES = 30_000
#: A version that is not smaller than this share of the whole is not worth a second file.
WORTH = 0.7

Shrink = Callable[[bytes, str], tuple[bytes, str]]


def thinned(data: bytes, shrink: Shrink, most: int = MOST_TRIANGLES) -> bytes | None:
    """Return a smaller version of a GLB that the gate has let in; None where it saves little.

    shrink: makes a picture (bytes, media type) smaller.
    """
    whole = Whole(*rules.unpacked(data))
    there = sum(whole.corners(one) // 3 for one in whole.primitives() if can_thin(one))
    made = written(whole, min(1.0, most / there) if there else 1.0, shrink)
    return made if len(made) < WORTH * len(data) else None


def written(whole: Whole, share: float, shrink: Shrink) -> bytes:
    """Return the GLB with that share of its triangles at most."""
    made = Made(deepcopy(whole.document), whole)
    for primitive in primitives_of(made.document):
        thin = share < 1 and can_thin(primitive)
        most = int(whole.corners(primitive) // 3 * share)
        made.put(primitive, coarse(whole, primitive, most) if thin else None)
    made.put_others()
    made.put_pictures(shrink)
    return made.as_glb()


def can_thin(primitive: dict) -> bool:
    """Return whether it is single triangles that stay as they are."""
    moves = "targets" in primitive or "JOINTS_0" in primitive["attributes"]
    return primitive.get("mode", rules.TRIANGLES) == rules.TRIANGLES and not moves


class Made:
    """The document that is written, with a binary part of its own."""

    def __init__(self, document: dict, whole: Whole):
        self.document, self.whole = document, whole
        self.binary = bytearray()
        self.old = document.pop("accessors", [])
        self.moved: dict = {}
        document["accessors"], document["bufferViews"] = [], []

    def view(self, data: bytes, **told) -> int:
        """Return the number of a new part of the buffer."""
        self.binary += bytes(-len(self.binary) % 4)
        told = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data), **told}
        self.binary += data
        self.document["bufferViews"].append(told)
        return len(self.document["bufferViews"]) - 1

    def put(self, primitive: dict, found: Coarse | None) -> None:
        """Write the corners of a primitive: those that stay, or all as they were."""
        attributes = primitive["attributes"]
        if found is None or not found.triangles:
            for name, number in attributes.items():
                attributes[name] = self.as_it_was(number, is_corner=True)
            for target in primitive.get("targets", ()):
                for name, number in target.items():
                    target[name] = self.as_it_was(number, is_corner=True)
            if INDICES in primitive:
                primitive[INDICES] = self.as_it_was(primitive[INDICES])
            return
        for name, number in attributes.items():
            chosen = found.places if name == "POSITION" else found.others
            attributes[name] = self.accessor(number, chosen, is_corner=True)
        kind = 5123 if len(found.places) < 65_535 else 5125
        data = struct.pack(f"<{len(found.triangles)}{FORMATS[kind]}", *found.triangles)
        told = {"bufferView": self.view(data), "componentType": kind, "type": "SCALAR"}
        self.document["accessors"].append({**told, "count": len(found.triangles)})
        primitive[INDICES] = len(self.document["accessors"]) - 1

    def as_it_was(self, number: int, is_corner: bool = False) -> int:
        """Return the new number of an accessor whose values stay."""
        if number not in self.moved:
            count = self.old[number]["count"]
            self.moved[number] = self.accessor(number, range(count), is_corner)
        return self.moved[number]

    def accessor(self, number: int, chosen, is_corner: bool) -> int:
        """Return the number of a new accessor with some of the values of an old one."""
        values, told = self.whole.values(number), dict(self.old[number])
        for name in ("bufferView", "byteOffset", "min", "max"):
            told.pop(name, None)
        told["count"] = len(chosen)
        if values.start is not None:
            room = -values.size % 4 if is_corner else 0
            fill, binary = bytes(room), self.whole.binary
            pieces = [values.piece(binary, at) + fill for at in chosen]
            more = {"byteStride": values.size + room} if is_corner else {}
            told["bufferView"] = self.view(b"".join(pieces), **more)
        if "min" in self.old[number]:
            numbers = values.numbers(self.whole.binary)
            axes = list(zip(*(numbers[at] for at in chosen), strict=True))
            told["min"], told["max"] = [min(one) for one in axes], [max(one) for one in axes]
        self.document["accessors"].append(told)
        return len(self.document["accessors"]) - 1

    def put_others(self) -> None:
        """Write what moves the object: animations, and the bones of skins."""
        for animation in self.document.get("animations", ()):
            for sampler in animation.get("samplers", ()):
                for name in ("input", "output"):
                    sampler[name] = self.as_it_was(sampler[name])
        for skin in self.document.get("skins", ()):
            if "inverseBindMatrices" in skin:
                skin["inverseBindMatrices"] = self.as_it_was(skin["inverseBindMatrices"])

    def put_pictures(self, shrink: Shrink) -> None:
        for image in self.document.get("images", ()):
            start, size, _stride = self.whole.views[image["bufferView"]]
            data, kind = shrink(self.whole.binary[start : start + size], image["mimeType"])
            image["bufferView"], image["mimeType"] = self.view(data), kind

    def as_glb(self) -> bytes:
        self.document["buffers"] = [{"byteLength": len(self.binary)}]
        text = json.dumps(self.document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        binary = bytes(self.binary) + bytes(-len(self.binary) % 4)
        head = rules.PART_HEADER
        length = rules.HEADER + head + len(text) + head + len(binary)
        return b"".join(
            (
                struct.pack("<4sII", rules.MAGIC, rules.VERSION, length),
                struct.pack("<II", len(text), rules.JSON_PART),
                text,
                struct.pack("<II", len(binary), rules.BINARY_PART),
                binary,
            )
        )
